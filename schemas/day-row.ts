import { z } from 'zod'

/** Points a day row may have: one an interval of 15, 30 or 60 minutes. */
export const POINTS_PER_DAY = [96, 48, 24] as const

const Points = z
  .array(z.number().nullable())
  .refine(list => (POINTS_PER_DAY as readonly number[]).includes(list.length), 'expected 96, 48 or 24 points')

/**
 * A meter's day in one row: mean power of each interval, null where there is none. The first point is that of the
 * interval that ends one interval after midnight, or, with `firstPoint` 00:00, of the one that ends at midnight.
 */
export const DayRow = z
  .object({
    meterId: z.string().min(1).max(64),
    date: z.iso.date().describe('Plant day'),
    kw: Points.describe('Mean active power of each interval, kW; 96, 48 or 24 of them'),
    kvar: Points.nullish().describe('Mean reactive power, as many'),
    revision: z.int().min(0).max(65_535).nullish().describe('A higher revision wins its slots'),
  })
  .refine(({ kw, kvar }) => !kvar || kvar.length === kw.length, {
    path: ['kvar'],
    error: 'as many points as kw',
  })
  .meta({
    id: 'DayRow',
    examples: [
      {
        meterId: 'DEMO-0005',
        date: '2026-11-24',
        kw: [
          411.77, 420.63, 422.72, 412.3, 407.72, 413.78, 412.6, 410.43, 418.43, 411.09, 410.99, 431.47,
          423.31, 411.62, 424.04, 408.05, 406.03, 418.11, 419.54, 422.09, 416.64, 405.34, 417.28, 405.33,
        ],
      },
    ],
  })
export type DayRow = z.infer<typeof DayRow>
