import { z } from 'zod'
import { Charge } from './case.ts'
import { DismissalCause } from './charge-outcome.ts'

/** update: what a district was told is otherwise by now; withdrawal: it is taken back, and the case closes */
export const AlertProposalKind = z.enum(['update', 'withdrawal']).meta({ id: 'AlertProposalKind' })
export type AlertProposalKind = z.infer<typeof AlertProposalKind>

/** replaced: the program put up another in its place, since readings were corrected once more */
export const AlertProposalState = z
  .enum(['proposed', 'released', 'refused', 'replaced'])
  .meta({ id: 'AlertProposalState' })
export type AlertProposalState = z.infer<typeof AlertProposalState>

export const AlertProposalBody = z
  .object({
    kind: AlertProposalKind,
    reason: z.string().trim().min(1).max(2_000).describe('Told to the district when it is released'),
    cause: DismissalCause.nullable()
      .default(null)
      .describe('Of a withdrawal: as which its charges are dismissed; of an update none'),
  })
  .meta({
    id: 'AlertProposalBody',
    examples: [{ kind: 'withdrawal', reason: '电表倍率登记有误，更正后不再成立', cause: 'data-error' }],
  })
export type AlertProposalBody = z.infer<typeof AlertProposalBody>

/** What a district is to be told after its alert. It leaves by a second person alone. */
export const AlertProposal = AlertProposalBody.extend({
  id: z.string(),
  caseId: z.string(),
  caseVersion: z.int().positive().describe('The version it was put up at'),
  state: AlertProposalState,
  charges: z.array(Charge).describe('Of an update: the charges as they will be told'),
  proposedBy: z.string().describe('"system": readings were corrected'),
  proposedAt: z.iso.datetime(),
  decidedBy: z.string().nullable(),
  decidedAt: z.iso.datetime().nullable(),
  decidedReason: z.string(),
  alertId: z.string().nullable().describe('The alert its release put in the outbox'),
}).meta({ id: 'AlertProposal' })
export type AlertProposal = z.infer<typeof AlertProposal>

export const AlertProposalAnswer = z.object({ proposal: AlertProposal }).meta({ id: 'AlertProposalAnswer' })

export const AlertProposalQuery = z.object({
  state: AlertProposalState.optional(),
  case: z.string().max(100).optional().describe('Id of a case'),
  after: z.string().optional().describe('"next" of the page before'),
  limit: z.coerce.number().int().min(1).max(500).default(100),
})
export const AlertProposalPage = z
  .object({ proposals: z.array(AlertProposal), next: z.string().nullable() })
  .meta({ id: 'AlertProposalPage' })

export const AlertProposalId = z.object({
  id: z.string().min(1).max(100),
  proposal: z.string().min(1).max(100),
})
