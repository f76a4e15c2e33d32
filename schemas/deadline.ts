import { z } from 'zod'
import { CaseState } from './case.ts'

/** States a case must not stay in for ever. */
export const TimedState = CaseState.exclude(['closed', 'merged']).meta({ id: 'TimedState' })
export type TimedState = z.infer<typeof TimedState>

export const TimedStateParam = z.object({ state: TimedState })

export const DeadlineBody = z
  .object({
    workingDays: z.int().min(1).max(60),
    reason: z.string().trim().min(1).max(2_000),
  })
  .meta({ id: 'DeadlineBody', examples: [{ workingDays: 5, reason: '按市专班要求' }] })
export type DeadlineBody = z.infer<typeof DeadlineBody>

/** How many working days a case may stay in a state. */
export const Deadline = z
  .object({
    state: TimedState,
    workingDays: z.int().min(1).max(60),
    setBy: z.string().nullable().describe('null: ours, for the authority to set'),
    setAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Deadline' })
export type Deadline = z.infer<typeof Deadline>

export const DeadlineAnswer = z.object({ deadline: Deadline }).meta({ id: 'DeadlineAnswer' })
export const DeadlineList = z.object({ deadlines: z.array(Deadline) }).meta({ id: 'DeadlineList' })

export const OverdueBy = z.enum(['district', 'state', 'supplyUnit']).meta({ id: 'OverdueBy' })
export type OverdueBy = z.infer<typeof OverdueBy>
export const OverdueQuery = z.object({ by: OverdueBy.default('district') })

/** Open cases of one district, state or supply unit against their deadlines. */
export const OverdueRow = z
  .object({
    key: z.string().describe('Code of the district that was told, else of the customer; state; 供电单位'),
    open: z.int().min(0),
    dueSoon: z.int().min(0).describe('Due within one working day'),
    overdue: z.int().min(0),
    urged: z.int().min(0).describe('Pressed for (督办)'),
    levels: z.object({ red: z.int().min(0), orange: z.int().min(0), yellow: z.int().min(0) }),
    stakeKwh: z.number().nullable().describe('Attributable energy, kWh; null: not for who asks'),
    stakeYuan: z.number().nullable().describe('The same at the proposed tiers, yuan; null: not for who asks'),
    oldest: z
      .object({
        number: z.string(),
        days: z.int().min(0).describe('Working days begun since it was due'),
      })
      .nullable()
      .describe('The case that is overdue longest'),
  })
  .meta({ id: 'OverdueRow' })
export type OverdueRow = z.infer<typeof OverdueRow>

export const OverdueBoard = z.object({ rows: z.array(OverdueRow) }).meta({ id: 'OverdueBoard' })
