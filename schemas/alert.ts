import { z } from 'zod'
import { Level } from './case.ts'
import { ChargeOutcome, DismissalCause } from './charge-outcome.ts'
import { DecisionDocument, DecisionEntry } from './decision.ts'
import { BothLanguages, EvidenceFact, InspectionWindow, Signature } from './finding.ts'
import { ProposedTier, SurchargeEstimate } from './tariff.ts'

/** Of the shape of payloads. It grows when a field goes or changes its meaning; new fields leave it as it is. */
export const PAYLOAD_VERSION = 1

/** Which case a payload is about, and what who may not know more may know of the customer. */
const AboutCase = z.object({
  version: z.literal(PAYLOAD_VERSION).describe('Of the shape of this payload'),
  caseNumber: z.string(),
  caseVersion: z.int().positive(),
  leadNumber: z
    .string()
    .nullable()
    .describe('Of the case it was merged into, when the same district is told of that'),
  customer: z.object({
    id: z.string().describe('户号; of a person its last four letters behind ＊'),
    name: z.string().describe('Of a person its first letter and ＊'),
    masked: z.boolean().describe('It is a person or sole trader (个体工商户): the link tells the whole'),
  }),
  districtCode: z.string(),
  districtName: z.string(),
  link: z.string().describe('Path of the case; reading it needs a token'),
})

/** One charge as a district is told of it: never a reading. */
const AlertCharge = z.object({
  signature: Signature,
  level: Level,
  score: z.number(),
  since: z.iso.datetime({ offset: true }),
  unsupported: z.boolean().describe('True when no finding carries it any more since readings were corrected'),
  sentence: BothLanguages,
  expectation: BothLanguages.describe('What its level means: the share a check on site would confirm'),
  evidence: z.array(EvidenceFact.pick({ name: true, value: true, unit: true, zh: true, en: true })),
  inspection: InspectionWindow.nullable().describe('When a check is most likely to meet it at work'),
  tier: ProposedTier.nullable(),
  estimate: SurchargeEstimate.nullable(),
})

const Lead = AboutCase.extend({
  charges: z.array(AlertCharge),
  nature: z.literal('线索').describe('A lead, not a decision'),
})

const MostWords = z.string().describe('Why, in the words of who put it up')

const alert = <T extends string, D extends z.ZodType>(type: T, when: string, data: D) =>
  z.object({ type: z.literal(type), timestamp: z.iso.datetime().describe(when), data })

/** A case was released: a snapshot of one version of it. */
const CaseReported = alert('case.reported', 'When the case was released', Lead)

/** What was told of a case is otherwise by now; the whole snapshot anew. */
const CaseUpdated = alert(
  'case.updated',
  'When the update was released',
  Lead.extend({
    replaces: z.string().describe('webhook-id of the alert it takes the place of'),
    reason: MostWords,
  }),
)

/** A case is taken back: it should not have been reported. */
const CaseWithdrawn = alert(
  'case.withdrawn',
  'When the withdrawal was released',
  AboutCase.extend({
    withdraws: z.string().describe('webhook-id of the alert that is taken back'),
    reason: MostWords,
    cause: DismissalCause.describe('As which every charge of it is dismissed'),
  }),
)

/** A case a district was told of is over (销号), with what was found. */
const CaseClosed = alert(
  'case.closed',
  'When the case was closed',
  AboutCase.extend({
    outcomes: z.array(
      z.object({
        signature: Signature,
        outcome: ChargeOutcome,
        cause: DismissalCause.nullable(),
        inspectedOn: z.iso.date().nullable(),
      }),
    ),
  }),
)

/** A government decided on a tier, in a line of a decision that names the case. */
const TierDecided = alert(
  'tier.decided',
  'When the decision was put on record by a second person',
  AboutCase.extend({
    document: DecisionDocument.pick({ documentNo: true, title: true, issuer: true, issuedOn: true }),
    entry: DecisionEntry.pick({
      ...{ action: true, industry: true, category: true, step: true, line: true },
      ...{ yuanPerKwh: true, from: true, to: true },
    }).extend({ id: z.string() }),
    nature: z.literal('决定').describe('A decision on record, no lead any more'),
  }),
)

/** Somebody pressed the test button of an endpoint. It is about no case. */
const EndpointTest = alert(
  'endpoint.test',
  'When the test was asked for',
  z.object({
    version: z.literal(PAYLOAD_VERSION),
    endpointId: z.string(),
    districtCode: z.string(),
    districtName: z.string(),
    message: BothLanguages,
  }),
)

/** The body of the webhook (Standard Webhooks 1.0), by its `type`. Under 20,000 bytes. */
export const Alert = z
  .discriminatedUnion('type', [
    CaseReported,
    CaseUpdated,
    CaseWithdrawn,
    CaseClosed,
    TierDecided,
    EndpointTest,
  ])
  .meta({ id: 'Alert' })
export type Alert = z.infer<typeof Alert>

/** What a government may be told. */
export const AlertType = z
  .enum(['case.reported', 'case.updated', 'case.withdrawn', 'case.closed', 'tier.decided'])
  .meta({ id: 'AlertType' })
export type AlertType = z.infer<typeof AlertType>

/** Every type of payload: what a government may be told, and the test of an endpoint. */
export type PayloadType = Alert['type']
export const PayloadType = z
  .enum(['case.reported', 'case.updated', 'case.withdrawn', 'case.closed', 'tier.decided', 'endpoint.test'])
  .meta({ id: 'PayloadType' })

/** A payload of one type. */
export type AlertOf<T extends PayloadType> = Extract<Alert, { readonly type: T }>

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
