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

export const AlertStatus = z
  .enum(['waiting', 'delivered', 'no-endpoint', 'given-up'])
  .meta({ id: 'AlertStatus' })
export type AlertStatus = z.infer<typeof AlertStatus>

/** One try at delivery. */
export const AlertAttempt = z
  .object({
    alertId: z.string(),
    number: z.int().positive(),
    at: z.iso.datetime(),
    url: z.string(),
    status: z.int().nullable().describe('HTTP status, null when no answer came'),
    error: z.string().nullable(),
    durationMs: z.int().min(0),
  })
  .meta({ id: 'AlertAttempt' })
export type AlertAttempt = z.infer<typeof AlertAttempt>

/** Where a district receives its alerts. The secret is shown once, when the endpoint is made. */
export const Endpoint = z
  .object({ districtCode: z.string(), url: z.url({ protocol: /^https?$/ }) })
  .meta({ id: 'Endpoint' })
export type Endpoint = z.infer<typeof Endpoint>
