export { createOpenid } from './openid.ts'
export { type Began, IdentityAway, type IdentityProvider, IdentityRefusal } from './port.ts'
