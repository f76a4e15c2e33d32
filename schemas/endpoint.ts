import { z } from 'zod'
import { AlertAttempt, AlertType } from './alert.ts'
import { Level } from './case.ts'
import { Signature } from './finding.ts'

/** warned: nothing has reached it for days, and people were told; off: nothing is sent until a person switches it on. */
export const EndpointState = z.enum(['on', 'warned', 'off']).meta({ id: 'EndpointState' })
export type EndpointState = z.infer<typeof EndpointState>

/** gone: it answered 410; failing: nothing reached it for ten days; person: somebody switched it off. */
export const EndpointOffReason = z.enum(['gone', 'failing', 'person']).meta({ id: 'EndpointOffReason' })
export type EndpointOffReason = z.infer<typeof EndpointOffReason>

const Url = z.url({ protocol: /^https?$/ }).max(2_000)

const Wishes = {
  types: z.array(AlertType).max(20).default([]).describe('Which alerts it wants; empty: all'),
  signatures: z
    .array(Signature)
    .max(20)
    .default([])
    .describe('Alerts that name one of these; empty: of any. What names none is wanted too'),
  level: Level.default('yellow').describe('The lowest level of the highest charge'),
  note: z.string().trim().max(2_000).default(''),
}

/** A new endpoint. */
export const EndpointBody = z
  .object({
    districtCode: z.string().min(1).max(20),
    department: z
      .string()
      .trim()
      .max(200)
      .default('')
      .describe('Only alerts of cases that are passed to it; empty: all of the district'),
    url: Url,
    ...Wishes,
  })
  .meta({
    id: 'EndpointBody',
    examples: [
      {
        districtCode: '500107',
        url: 'https://alerts.jiulongpo.example/dianshao',
        level: 'orange',
        note: '经信委值班系统',
      },
    ],
  })
export type EndpointBody = z.infer<typeof EndpointBody>

/** What is changed of an endpoint; the rest stays. */
export const EndpointChange = z
  .object({
    url: Url.optional(),
    types: Wishes.types.unwrap().optional(),
    signatures: Wishes.signatures.unwrap().optional(),
    level: Wishes.level.unwrap().optional(),
    note: Wishes.note.unwrap().optional(),
    reason: z.string().trim().max(2_000).default(''),
  })
  .meta({
    id: 'EndpointChange',
    examples: [{ url: 'https://alerts.jiulongpo.example/v2', reason: '系统迁移' }],
  })
export type EndpointChange = z.infer<typeof EndpointChange>

/** Where a district, or a department of it, receives alerts. Its secret is shown once, when it is drawn. */
export const Endpoint = z
  .object({
    id: z.string(),
    districtCode: z.string(),
    department: z.string().describe('Empty: the whole district'),
    url: z.string().describe('To districts its origin alone'),
    types: z.array(AlertType).describe('Empty: all'),
    signatures: z.array(Signature).describe('Empty: all'),
    level: Level,
    note: z.string().describe('Empty to districts, as is who made it'),
    state: EndpointState,
    offReason: EndpointOffReason.nullable(),
    failingSince: z.iso.datetime().nullable().describe('The first failure after the last success'),
    lastSuccessAt: z.iso.datetime().nullable(),
    oldSecretUntil: z.iso
      .datetime()
      .nullable()
      .describe('Until then the secret before the rotation signs besides'),
    createdAt: z.iso.datetime(),
    createdBy: z.string(),
  })
  .meta({ id: 'Endpoint' })
export type Endpoint = z.infer<typeof Endpoint>

/** An endpoint and how it fares. */
export const EndpointHealth = z
  .object({
    endpoint: Endpoint,
    waiting: z.int().min(0).describe('Alerts that wait for it'),
    oldestWaitingAt: z.iso.datetime().nullable().describe('When the oldest of them was made'),
    givenUp: z.int().min(0).describe('Alerts that were given up there'),
    attempts: z.array(AlertAttempt).describe('The last 20, newest first'),
  })
  .meta({ id: 'EndpointHealth' })
export type EndpointHealth = z.infer<typeof EndpointHealth>

export const EndpointId = z.object({ id: z.string().min(1).max(100) })

export const EndpointFilter = z.object({
  district: z.string().min(1).max(20).optional(),
  state: EndpointState.optional(),
})
export const EndpointQuery = EndpointFilter.extend({
  after: z
    .string()
    .max(100)
    .optional()
    .describe('`next` of the page before')
    .meta({ examples: ['endpoint-000001'] }),
  limit: z.coerce.number().int().min(1).max(500).default(100),
})
export const EndpointPage = z
  .object({ endpoints: z.array(Endpoint), next: z.string().nullable() })
  .meta({ id: 'EndpointPage' })

export const EndpointAnswer = z.object({ endpoint: Endpoint }).meta({ id: 'EndpointAnswer' })

/** An endpoint with a secret that was just drawn. */
export const EndpointSecret = z
  .object({
    endpoint: Endpoint,
    secret: z
      .string()
      .nullable()
      .describe('Shown this once: the receiver verifies with it; null when a request is sent again'),
  })
  .meta({ id: 'EndpointSecret' })

/** What came back from an endpoint that was tried by hand. */
export const EndpointTest = z
  .object({
    webhookId: z.string(),
    at: z.iso.datetime(),
    status: z.int().nullable().describe('HTTP status, null when no answer came'),
    error: z.string().nullable(),
    durationMs: z.int().min(0),
    ok: z.boolean().describe('Whether an alert would have been delivered'),
  })
  .meta({ id: 'EndpointTest' })
export type EndpointTest = z.infer<typeof EndpointTest>

/** To have every alert of a time sent to one endpoint again, under their own ids. */
export const ReplayRange = z
  .object({
    from: z.iso.datetime({ offset: true }).describe('Made at this instant or later'),
    to: z.iso.datetime({ offset: true }).describe('Made before this instant'),
    reason: z.string().trim().min(1).max(2_000),
  })
  .meta({
    id: 'ReplayRange',
    examples: [
      {
        from: '2026-11-20T00:00:00+08:00',
        to: '2026-11-27T00:00:00+08:00',
        reason: '接收系统重装，数据丢失',
      },
    ],
  })
export type ReplayRange = z.infer<typeof ReplayRange>
