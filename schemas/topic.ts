import { z } from 'zod'
import { RejectReason } from './outcome.ts'

/**
 * The topics, by what they carry; a setting may put a prefix before them. Messages are keyed by the meter's id, so
 * that those of one meter keep their order.
 */
export const TOPICS = {
  /** One `Reading` a message */
  readings: 'meter.readings',
  /** One `DayRow` or `DailyRegister` a message */
  days: 'meter.days',
  /** What was turned away, as it arrived */
  rejected: 'meter.rejected',
} as const

/** Headers a producer may set on a message; all are optional, others are ignored. */
export const MessageHeaders = z
  .object({
    side: z
      .enum(['primary', 'secondary'])
      .optional()
      .describe('secondary: the registry’s multiplier of the day applies; primary when absent'),
    'first-point': z
      .enum(['00:15', '00:00'])
      .optional()
      .describe('00:00: the first point of a day row ends at the midnight that opens the day'),
    late: z
      .enum(['store', 'judge'])
      .optional()
      .describe('judge: a backfill, whose days are judged again however late they come'),
  })
  .meta({ id: 'MessageHeaders' })
export type MessageHeaders = z.infer<typeof MessageHeaders>

/** Headers of a message on `meter.rejected`, beside those that the message had. */
export const RejectedHeaders = z
  .object({
    reason: RejectReason,
    detail: z.string().describe('One sentence for a person'),
    source: z.string().describe('topic/partition/offset it was read from, or who sent it by HTTP'),
    cut: z
      .string()
      .optional()
      .describe(
        'Bytes it had; it was too large for the topic, which has its beginning and none of its other headers',
      ),
  })
  .meta({ id: 'RejectedHeaders' })
export type RejectedHeaders = z.infer<typeof RejectedHeaders>
