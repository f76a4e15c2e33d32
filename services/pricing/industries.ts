import { z } from 'zod'
import { dayText, type EpochDay } from '../../schemas/day.ts'
import { SourceStatus } from '../../schemas/tariff.ts'
import industries from './industries.data.json' with { type: 'json' }

/** Which industry of the price documents a code of GB/T 4754 may stand for, by its edition. */
const IndustryCode = z.object({
  edition: z.enum(['2011', '2017']),
  code: z.string(),
  industry: z.string(),
  from: z.iso.date().nullable().describe('First day'),
  to: z.iso.date().nullable().describe('Last day'),
  sourceStatus: SourceStatus,
  source: z.string(),
})
export type IndustryCode = z.infer<typeof IndustryCode>

const table = z.array(IndustryCode).parse(industries)

/**
 * Which industries of the price documents concern who is registered under a code on a plant's day. A code only says
 * whose rules to look at: it puts nobody on a list. Mining has no code of its own.
 */
export const industriesOf = (code: string, edition: '2011' | '2017', day: EpochDay): IndustryCode[] => {
  const date = dayText(day)
  return table.filter(
    one =>
      one.code === code &&
      one.edition === edition &&
      (one.from === null || one.from <= date) &&
      (one.to === null || date <= one.to),
  )
}
