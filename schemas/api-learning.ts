import { z } from 'zod'
import { Case } from './case.ts'
import { CaseDone, MoveBody } from './case-moves.ts'
import { BoardBy, BoardRow, OutcomeBody, RecordedOutcome, ThresholdAdvice } from './charge-outcome.ts'
import { Criterion, CriterionView } from './criterion.ts'
import { DetectorVersion } from './detector-version.ts'
import { Signature } from './finding.ts'

export const PeriodQuery = z.object({
  from: z.iso
    .date()
    .describe('First plant day')
    .meta({ examples: ['2026-11-01'] }),
  to: z.iso
    .date()
    .describe('Last plant day')
    .meta({ examples: ['2026-11-25'] }),
})

export const ReasonBody = z
  .object({ reason: z.string().max(2_000).default('') })
  .meta({ id: 'ReasonBody', examples: [{ reason: '文件属实' }] })

export const CriterionId = z.object({ id: z.string().min(1).max(100) })
export const CriterionList = z.object({ criteria: z.array(CriterionView) }).meta({ id: 'CriterionList' })
export const CriterionAnswer = z.object({ criterion: Criterion }).meta({ id: 'CriterionAnswer' })

export const VersionId = z.object({ signature: Signature, version: z.string().min(1).max(40) })
export const VersionList = z.object({ versions: z.array(DetectorVersion) }).meta({ id: 'VersionList' })

export const ChargeId = z.object({ id: z.string().min(1).max(100), signature: Signature })
export const OutcomeRequest = OutcomeBody.extend({ version: MoveBody.shape.version }).meta({
  id: 'OutcomeRequest',
  examples: [
    {
      outcome: 'confirmed',
      note: '区经信委现场查实，中频炉一台',
      inspectedOn: '2026-11-27',
      metRunning: true,
    },
    { outcome: 'dismissed', cause: 'licensed-process', note: '有感应熔炼许可', holdUntil: '2027-05-31' },
  ],
})
export const OutcomeAnswer = z
  .object({ case: Case, outcome: RecordedOutcome, undoableUntil: CaseDone.shape.undoableUntil })
  .meta({ id: 'OutcomeAnswer' })

export const BoardQuery = PeriodQuery.extend({ by: BoardBy.default('detector') })
export const BoardAnswer = z
  .object({
    rows: z.array(BoardRow),
    advice: z.array(ThresholdAdvice).describe('By outcomes of the period, of the versions that judge now'),
  })
  .meta({ id: 'BoardAnswer' })
