import { z } from 'zod'
import { Level } from './case.ts'
import { BothLanguages, EvidenceFact, Signature } from './finding.ts'
import { ProposedTier, SurchargeEstimate } from './tariff.ts'

/** What a district government is told: a snapshot of one case version, without readings. */
export const AlertData = z
  .object({
    caseNumber: z.string(),
    caseVersion: z.int().positive(),
    leadNumber: z
      .string()
      .nullable()
      .default(null)
      .describe('Of the case it was merged into, when the same district is told of that'),
    customer: z.object({ id: z.string(), name: z.string() }),
    districtCode: z.string(),
    districtName: z.string(),
    charges: z.array(
      z.object({
        signature: Signature,
        level: Level,
        score: z.number(),
        since: z.iso.datetime({ offset: true }),
        sentence: BothLanguages,
        expectation: BothLanguages.describe('What its level means: the share a check on site would confirm'),
        evidence: z.array(EvidenceFact.pick({ name: true, value: true, unit: true, zh: true, en: true })),
        tier: ProposedTier.nullable(),
        estimate: SurchargeEstimate.nullable(),
      }),
    ),
    nature: z.literal('线索').describe('A lead, not a decision'),
    link: z.string().describe('Path of the case; reading it needs a token'),
  })
  .meta({ id: 'AlertData' })
export type AlertData = z.infer<typeof AlertData>

/** The body of the webhook (Standard Webhooks 1.0). Under 20,000 bytes. */
export const Alert = z
  .object({
    type: z.literal('case.reported'),
    timestamp: z.iso.datetime().describe('When the case was released'),
    data: AlertData,
  })
  .meta({ id: 'Alert' })
export type Alert = z.infer<typeof Alert>

/** What a government may be told. */
export const AlertType = z
  .enum(['case.reported', 'case.updated', 'case.withdrawn', 'case.closed', 'tier.decided'])
  .meta({ id: 'AlertType' })
export type AlertType = z.infer<typeof AlertType>

/** How far an alert has come, over all endpoints it goes to. */
export const AlertStatus = z
  .enum(['waiting', 'delivered', 'partly', 'no-endpoint', 'given-up'])
  .describe(
    'partly: some endpoints have it; no-endpoint: none wants it yet; given-up: none has it, none is tried',
  )
  .meta({ id: 'AlertStatus' })
export type AlertStatus = z.infer<typeof AlertStatus>

/** How far it has come at one endpoint. */
export const DeliveryStatus = z.enum(['waiting', 'delivered', 'given-up']).meta({ id: 'DeliveryStatus' })
export type DeliveryStatus = z.infer<typeof DeliveryStatus>

/** One try at delivery. */
export const AlertAttempt = z
  .object({
    alertId: z.string(),
    endpointId: z.string(),
    number: z.int().positive().describe('Of this alert at this endpoint'),
    at: z.iso.datetime(),
    url: z.string(),
    status: z.int().nullable().describe('HTTP status, null when no answer came'),
    error: z.string().nullable(),
    durationMs: z.int().min(0),
  })
  .meta({ id: 'AlertAttempt' })
export type AlertAttempt = z.infer<typeof AlertAttempt>

/** One alert at one endpoint. */
export const AlertDelivery = z
  .object({
    endpointId: z.string(),
    status: DeliveryStatus,
    nextAttemptAt: z.iso
      .datetime()
      .nullable()
      .describe('null unless it waits; it waits for longer while the endpoint is off'),
    deliveredAt: z.iso.datetime().nullable().describe('Stays when it is sent again'),
    attempts: z.array(AlertAttempt),
  })
  .meta({ id: 'AlertDelivery' })
export type AlertDelivery = z.infer<typeof AlertDelivery>

/** An alert of the outbox with what became of it. */
export const AlertRecord = z
  .object({
    id: z.string().describe('webhook-id, the same at every endpoint'),
    caseId: z.string(),
    caseVersion: z.int(),
    districtCode: z.string(),
    department: z.string().describe('To which its case is passed; empty: the whole district'),
    type: AlertType,
    status: AlertStatus,
    createdAt: z.iso.datetime(),
    deliveries: z.array(AlertDelivery),
  })
  .meta({ id: 'AlertRecord' })
export type AlertRecord = z.infer<typeof AlertRecord>

const AlertFilters = {
  status: AlertStatus.optional(),
  type: AlertType.optional(),
  endpoint: z
    .string()
    .min(1)
    .max(100)
    .optional()
    .describe('Id of an endpoint it goes to')
    .meta({ examples: ['endpoint-000001'] }),
  case: z.string().min(1).max(100).optional().describe('Id of a case'),
  from: z.iso
    .datetime({ offset: true })
    .optional()
    .describe('Made at this instant or later')
    .meta({ examples: ['2026-11-27T00:00:00+08:00'] }),
  to: z.iso
    .datetime({ offset: true })
    .optional()
    .describe('Made before this instant')
    .meta({ examples: ['2026-11-28T00:00:00+08:00'] }),
}
export const AlertFilter = z.object(AlertFilters)
export const AlertQuery = AlertFilter.extend({
  after: z
    .string()
    .regex(/^\d{1,16}@/)
    .max(200)
    .optional()
    .describe('`next` of the page before')
    .meta({ examples: ['1795786449134@msg_1'] }),
  limit: z.coerce.number().int().min(1).max(500).default(100),
})
export const AlertPage = z
  .object({ alerts: z.array(AlertRecord), next: z.string().nullable() })
  .meta({ id: 'AlertPage' })

export const AlertId = z.object({ id: z.string().min(1).max(200) })

const Reason = z.string().trim().min(1).max(2_000)

/** To have one alert sent again, under its own id. */
export const ResendBody = z
  .object({
    endpointId: z
      .string()
      .min(1)
      .max(100)
      .optional()
      .describe('Where to; every endpoint it goes to unless told'),
    reason: Reason,
  })
  .meta({ id: 'ResendBody', examples: [{ endpointId: 'endpoint-000001', reason: '对方称未收到' }] })

/** What is sent again, and how many deliveries that is. */
export const ResentAnswer = z.object({ deliveries: z.int().min(0) }).meta({ id: 'ResentAnswer' })
