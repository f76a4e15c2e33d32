import type { Account } from '../../schemas/account.ts'
import type { Case, Charge } from '../../schemas/case.ts'
import type { RecordedOutcome } from '../../schemas/charge-outcome.ts'
import { isOutside } from '../access/index.ts'

/** What of a case is the house's own, as those outside read it. */
export const HIDDEN = {
  ...{ submittedBy: null, openedBy: '', assignee: null, snoozedUntil: null },
  ...{ escalatedAt: null, stakeYuan: null, priority: null },
}

/** A case, and what was merged into it, without what is the house's own, where somebody outside looks at it. */
export const asSeenBy = <T extends Case>(account: Account, view: T): T =>
  isOutside(account) ? { ...withoutOwn(view), ...HIDDEN, snoozeReason: '', ...membersOf(view) } : view

const membersOf = (view: Case): object => {
  const { members } = view as { members?: readonly { charges: readonly Charge[] }[] }
  return members ? { members: members.map(withoutOwn) } : {}
}

const withoutOwn = <T extends { readonly charges: readonly Charge[] }>(view: T): T => ({
  ...view,
  charges: view.charges.map(charge => withoutProposals({ ...charge, byHand: unnamed(charge) })),
})

/** What was said or seen is told outside, and not who put it down. */
const unnamed = ({ byHand }: Charge): Charge['byHand'] => byHand && { ...byHand, by: '' }

/** An outcome that one person proposed is none yet. */
const withoutProposals = <C extends object>(charge: C): C => {
  const { outcomes } = charge as { outcomes?: readonly RecordedOutcome[] }
  return outcomes ? { ...charge, outcomes: outcomes.filter(({ final }) => final) } : charge
}
