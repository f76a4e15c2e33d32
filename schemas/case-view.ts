import { z } from 'zod'
import { Case, Charge, Standing } from './case.ts'
import { CaseAction, RecordedFeedback } from './case-moves.ts'
import { ChargeOutcome, RecordedOutcome } from './charge-outcome.ts'
import { DecisionEntry, ReleasedEntry } from './decision.ts'
import { BothLanguages, EvidenceFact } from './finding.ts'
import { KnownGoodNote } from './known-good.ts'
import { ProposedTier, VerificationWords } from './tariff.ts'

/** How long a closed charge keeps its signature from opening another case. */
export const ChargeHold = BothLanguages.extend({
  until: z.iso.date(),
  unlessKwAbove: z.number().nullable().describe('Attributable power that opens one all the same, kW'),
}).meta({ id: 'ChargeHold' })
export type ChargeHold = z.infer<typeof ChargeHold>

/** What a closed case of the customer had answered of a charge, and why it came up again all the same. */
export const FormerAnswer = BothLanguages.extend({
  number: z.string().describe('Of the closed case'),
  outcome: ChargeOutcome,
  closedAt: z.iso.datetime({ offset: true }),
  until: z.iso.date().describe('Last day the answer held'),
  unlessKwAbove: z.number().nullable().describe('Up to which power, kW; null: whatever the power'),
  why: z
    .enum(['grown', 'registry-changed', 'ended', 'holds'])
    .nullable()
    .describe(
      'holds: it keeps findings from opening one, yet the case is there; null: nothing carries the charge',
    ),
}).meta({ id: 'FormerAnswer' })
export type FormerAnswer = z.infer<typeof FormerAnswer>

/** A fact as a person reads it. */
const FactView = EvidenceFact.extend({ amount: BothLanguages.describe('Its value with the unit, in words') })

const ChargeView = Charge.extend({
  evidence: z.array(FactView),
  tier: ProposedTier.extend({ verified: VerificationWords }).nullable(),
  expectation: BothLanguages.describe('What its level means: the share a check on site would confirm'),
  standing: Standing.nullable().describe('From stored scores; null while no day reaches yellow'),
  outcomes: z.array(RecordedOutcome),
  hold: ChargeHold.nullable(),
  former: z.array(FormerAnswer).describe('Oldest first'),
})

/** A case that was merged into another, with its own charges. */
export const CaseMember = Case.pick({ id: true, number: true, customerId: true, customerName: true })
  .extend({ charges: z.array(ChargeView) })
  .meta({ id: 'CaseMember' })
export type CaseMember = z.infer<typeof CaseMember>

/** A line of a government's decision that names the case, as corrections and ends leave it. */
export const CaseDecision = DecisionEntry.pick({
  ...{ customerId: true, industry: true, category: true, step: true, yuanPerKwh: true, from: true },
})
  .extend({
    id: z.string(),
    caseNumber: z.string(),
    lastDay: z.iso.date().nullable().describe('Inclusive; null: until further notice; before "from": never'),
    endedBy: z.string().nullable().describe('The line that ended it early'),
    document: ReleasedEntry.shape.document,
    releasedAt: ReleasedEntry.shape.releasedAt,
  })
  .meta({ id: 'CaseDecision' })
export type CaseDecision = z.infer<typeof CaseDecision>

/** A case as a person reads it. */
export const CaseView = Case.extend({
  charges: z.array(ChargeView),
  members: z.array(CaseMember).describe('Cases that were merged into it'),
  knownGood: z.array(KnownGoodNote).describe('Entries that hide findings of the customer'),
  feedback: z.array(RecordedFeedback),
  decisions: z
    .array(CaseDecision)
    .describe('What stands of the decisions that name it or a member of it; of who may read pricing'),
  next: z.array(CaseAction).describe('What the account asking may do with it now'),
}).meta({ id: 'CaseView' })
export type CaseView = z.infer<typeof CaseView>
