export { accountOf, addAccounts, findAccount, hasAccounts, listAccounts, type NewAccount } from './account.ts'
export { type Asking, askingBySession, askingByToken } from './asking.ts'
export {
  type FirstSignIn,
  type FirstStartDeps,
  forgetFirstSignIn,
  linkTo,
  localTokenIn,
  readyFirstSignIn,
  readyLocalToken,
  tokensFileIn,
} from './first-start.ts'
export { createFrontDoor, type Entered, type FrontDoor } from './front-door.ts'
export { acceptInvitation, findInvitation, isFirst, LINK_IS_OVER } from './invitation.ts'
export {
  addAccount,
  changeAccount,
  disableAccount,
  enableAccount,
  handleOf,
  inviteAccount,
  setPassword,
} from './manage.ts'
export { type Opened, type Opening, openAccounts } from './opening.ts'
export { createPasswords, faultOfPassword, type Passwords } from './password.ts'
export { hashOf, newSecret, newToken, tokenIdOf } from './secret.ts'
export { SESSION_HOURS, signOut } from './session.ts'
export { type Attempt, attemptSignIn, type SignInResult } from './sign-in.ts'
export { listTokens, makeToken, revokeToken } from './tokens.ts'
