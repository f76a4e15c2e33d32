import { z } from 'zod'

/** Intervals a meter may record at, in minutes. */
export const INTERVAL_MINUTES = [1, 5, 15, 30, 60] as const

/**
 * One reading: the mean active power over the interval that ENDS at `at`, on the primary side.
 * Keys beyond these are ignored.
 */
export const Reading = z
  .object({
    meterId: z.string().min(1).max(64),
    at: z.iso.datetime({ offset: true }).describe('ISO 8601 with offset; the END of the interval'),
    kw: z.number().describe('Mean active power of the interval, kW, primary side'),
    kvar: z.number().nullish().describe('Mean reactive power of the interval, kvar'),
    pf: z.number().min(-1).max(1).nullish().describe('Power factor; gives kvar where that is absent'),
    revision: z.int().min(0).max(65_535).nullish().describe('A higher revision wins its slot'),
  })
  .meta({
    id: 'Reading',
    examples: [{ meterId: 'M0001', at: '2026-11-01T00:15:00+08:00', kw: 412.5, kvar: 96.1 }],
  })
export type Reading = z.infer<typeof Reading>
