import { z } from 'zod'
import { CaseState } from './case.ts'
import { EndpointOffReason } from './endpoint.ts'

/** What an event tells: how the case stood right after it. */
export const CaseEvent = z
  .object({
    number: z.string().describe('Number for people, such as 2026-00012'),
    version: z.int().positive(),
    state: CaseState,
    actor: z.string().optional().describe('Who did it; not told outside the grid company'),
    at: z.iso.datetime(),
    signature: z.string().optional().describe('Of the charge it is about'),
    audience: z.string().optional().describe('For whom a comment or a file is'),
  })
  .meta({ id: 'CaseEvent' })
export type CaseEvent = z.infer<typeof CaseEvent>

/** What an event of an endpoint tells: it fares ill (`endpoint.warned`), or nothing is sent there any more (`endpoint.off`). */
export const EndpointEvent = z
  .object({
    endpointId: z.string(),
    districtCode: z.string(),
    failingSince: z.iso.datetime().nullable().describe('The first failure after the last success'),
    offReason: EndpointOffReason.nullable(),
    at: z.iso.datetime(),
  })
  .meta({ id: 'EndpointEvent' })
export type EndpointEvent = z.infer<typeof EndpointEvent>

export const EventQuery = z.object({
  after: z.coerce
    .number()
    .int()
    .min(0)
    .optional()
    .describe(
      'Id of the last event that was heard, where Last-Event-ID cannot be sent; from now on unless told',
    ),
})
