import { z } from 'zod'

const Cidr = z.string().trim().min(1).max(60).describe('An address and a length: 10.20.0.0/16')

/** A closed network that alerts may go to. */
export const NetworkBody = z
  .object({
    cidr: Cidr,
    reason: z.string().trim().min(1).max(2_000).describe('Who is reached there, and what allows it'),
  })
  .meta({
    id: 'NetworkBody',
    examples: [{ cidr: '10.20.0.0/16', reason: '区电子政务外网接入函〔2026〕3号' }],
  })
export type NetworkBody = z.infer<typeof NetworkBody>

export const Network = NetworkBody.extend({
  id: z.string(),
  by: z.string(),
  at: z.iso.datetime(),
  endedBy: z.string().nullable(),
  endedAt: z.iso.datetime().nullable().describe('null: it is open'),
  endReason: z.string(),
}).meta({ id: 'Network' })
export type Network = z.infer<typeof Network>

const EXAMPLE = {
  id: 'network-000001',
  cidr: '10.20.0.0/16',
  reason: '区电子政务外网接入函〔2026〕3号',
  by: 'operator',
  at: '2026-11-27T08:30:00.000Z',
  endedBy: null,
  endedAt: null,
  endReason: '',
}

export const NetworkId = z.object({ id: z.string().min(1).max(100) })
export const NetworkAnswer = z
  .object({ network: Network })
  .meta({ id: 'NetworkAnswer', examples: [{ network: EXAMPLE }] })
export const NetworkQuery = z.object({
  after: z.string().optional().describe('"next" of the page before'),
  limit: z.coerce.number().int().min(1).max(500).default(100),
})
export const NetworkPage = z
  .object({ networks: z.array(Network).describe('Ended ones too'), next: z.string().nullable() })
  .meta({ id: 'NetworkPage', examples: [{ networks: [EXAMPLE], next: null }] })
