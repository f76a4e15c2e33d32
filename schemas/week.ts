import { z } from 'zod'

const MOST_CASES = 100

/** Whose last weeks are asked for. */
export const WeekQuery = z.object({
  cases: z
    .string()
    .min(1)
    .max(MOST_CASES * 101)
    .transform(list => list.split(','))
    .pipe(z.array(z.string().min(1).max(100)).max(MOST_CASES))
    .describe('Numbers or ids, with commas between them, at most 100')
    .meta({ examples: ['2026-00001,2026-00004'] }),
})

/** The load of the last seven judged days of a case, as a list shows it. */
export const CaseWeek = z
  .object({
    caseId: z.string(),
    pointId: z.string().describe('Of its highest charge'),
    from: z.iso.date(),
    to: z.iso.date().describe('The day the charge judged last'),
    kw: z.array(z.number().nullable()).describe('Mean power of each hour, kW; null: no reading'),
  })
  .meta({ id: 'CaseWeek' })
export type CaseWeek = z.infer<typeof CaseWeek>

export const CaseWeeks = z
  .object({ weeks: z.array(CaseWeek).describe('Of cases that are seen and have a curve') })
  .meta({ id: 'CaseWeeks' })
