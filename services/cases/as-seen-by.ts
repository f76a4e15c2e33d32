import type { Account } from '../../schemas/account.ts'
import type { Case } from '../../schemas/case.ts'
import type { RecordedOutcome } from '../../schemas/charge-outcome.ts'

/** A case without what is the house's own, where a district looks at it. */
export const asSeenBy = <T extends Case>({ role }: Account, view: T): T =>
  role === 'district'
    ? {
        ...view,
        ...{ submittedBy: null, openedBy: '', assignee: null, snoozedUntil: null, snoozeReason: '' },
        ...{ escalatedAt: null, stakeYuan: null, priority: null },
        charges: view.charges.map(withoutProposals),
      }
    : view

/** An outcome that one person proposed is none yet. */
const withoutProposals = <C extends object>(charge: C): C => {
  const { outcomes } = charge as { outcomes?: readonly RecordedOutcome[] }
  return outcomes ? { ...charge, outcomes: outcomes.filter(({ final }) => final) } : charge
}
