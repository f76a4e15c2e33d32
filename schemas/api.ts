import { z } from 'zod'
import { AlertAttempt, AlertStatus, Endpoint } from './alert.ts'
import { AuditEntry, Case, CaseState, Charge } from './case.ts'
import { Finding } from './finding.ts'
import { Meter } from './meter.ts'
import { Reject } from './outcome.ts'

const Count = z.int().min(0)

/** What became of the readings of one request: received = accepted + rejected. */
export const IntakeAnswer = z
  .object({
    received: Count,
    accepted: Count.describe('Durable; repeated readings count too and change nothing'),
    rejected: Count,
    byReason: z.record(z.string(), Count).describe('Rejected readings by reason'),
    firstRejects: z.array(Reject).describe('The first 50; all of them are in the reject book'),
  })
  .meta({ id: 'IntakeAnswer' })

export const RegistryAnswer = z
  .object({
    added: Count,
    changed: Count,
    unchanged: Count,
    faults: z.array(z.object({ line: z.int(), detail: z.string() })).describe('Rows that were not taken'),
    unknownDistricts: z.array(z.string()).describe('Codes of customers whose cases nobody can be told of'),
  })
  .meta({ id: 'RegistryAnswer' })

const PageLimit = z.coerce.number().int().min(1).max(500).default(100)

export const MeterPageQuery = z.object({
  customer: z.string().optional().describe('户号'),
  after: z.string().optional().describe('Id of the last meter of the page before'),
  limit: PageLimit,
})

export const MeterPage = z
  .object({ meters: z.array(Meter), next: z.string().nullable() })
  .meta({ id: 'MeterPage' })

export const CasePageQuery = z.object({
  state: CaseState.optional(),
  district: z.string().optional().describe('District code'),
  after: z.string().optional().describe('Number of the last case of the page before'),
  limit: PageLimit,
})

/** A case in a list; its evidence is read one by one, and every such view is on record. */
const CaseSummary = Case.omit({ charges: true })
  .extend({ charges: z.array(Charge.pick({ signature: true, level: true, score: true, openedAt: true })) })
  .meta({ id: 'CaseSummary' })

export const CasePage = z
  .object({
    cases: z.array(CaseSummary),
    next: z.string().nullable().describe('Give it as "after" for the next page'),
  })
  .meta({ id: 'CasePage' })

export const CaseId = z.object({ id: z.string().min(1).max(100) })

/** What moves a case. Who does it comes from the token alone. */
export const MoveBody = z
  .object({
    reason: z.string().max(2_000).default(''),
    version: z
      .int()
      .positive()
      .optional()
      .describe('The version looked at; refused when it has changed since'),
  })
  .meta({ id: 'MoveBody' })

export const MoveAnswer = z
  .object({
    case: Case,
    alertId: z
      .string()
      .nullable()
      .describe(
        'The alert a release put in the outbox; null when the district is not known and nobody is told',
      ),
  })
  .meta({ id: 'MoveAnswer' })

export const AuditAnswer = z
  .object({ whole: z.boolean().describe('Whether the hash chain verifies'), entries: z.array(AuditEntry) })
  .meta({ id: 'AuditAnswer' })

export const FindingQuery = z.object({ point: z.string().min(1), limit: PageLimit })
export const FindingPage = z.object({ findings: z.array(Finding) }).meta({ id: 'FindingPage' })

export const RejectPageQuery = z.object({
  reason: z.string().optional(),
  after: z.coerce.number().int().min(0).optional().describe('Sequence of the last entry of the page before'),
  limit: PageLimit,
})

export const RejectPage = z
  .object({
    rejects: z.array(
      z.object({
        sequence: z.int(),
        reason: z.string(),
        detail: z.string(),
        raw: z.string(),
        source: z.string(),
        firstAt: z.iso.datetime(),
        lastAt: z.iso.datetime(),
        times: z.int().positive(),
      }),
    ),
    next: z.int().nullable(),
  })
  .meta({ id: 'RejectPage' })

export const AlertPage = z
  .object({
    alerts: z.array(
      z.object({
        id: z.string().describe('webhook-id'),
        caseId: z.string(),
        caseVersion: z.int(),
        districtCode: z.string(),
        type: z.string(),
        status: AlertStatus,
        createdAt: z.iso.datetime(),
        nextAttemptAt: z.iso.datetime().nullable(),
        deliveredAt: z.iso.datetime().nullable(),
        attempts: z.array(AlertAttempt),
      }),
    ),
  })
  .meta({ id: 'AlertPage' })

export const EndpointList = z.object({ endpoints: z.array(Endpoint) }).meta({ id: 'EndpointList' })
export const EndpointBody = Endpoint.pick({ url: true }).meta({ id: 'EndpointBody' })
export const EndpointAnswer = Endpoint.extend({
  secret: z.string().describe('Shown this once: the receiver verifies with it'),
}).meta({ id: 'EndpointAnswer' })

export const CurveQuery = z.object({
  from: z.iso.date().describe('First plant day'),
  to: z.iso.date().describe('Last plant day, at most 400 days on'),
})

/** A load curve by days; null = no reading. */
export const Curve = z
  .object({
    pointId: z.string(),
    days: z.array(
      z.object({
        day: z.iso.date(),
        intervalMinutes: z.int(),
        kw: z.array(z.number().nullable()).describe('Mean power of each interval of the day, kW'),
        kvar: z.array(z.number().nullable()).nullable(),
      }),
    ),
  })
  .meta({ id: 'Curve' })

export const StatusAnswer = z
  .object({
    outcomes: z.record(z.string(), Count).describe('Readings worked off or rejected, by what became of them'),
    waiting: Count.describe('Readings that are durable and wait to be judged'),
    meters: Count,
    judgedDays: Count,
    openCases: Count,
    alertsWaiting: Count,
  })
  .meta({ id: 'StatusAnswer' })

export const DistrictCode = z.object({ district: z.string().min(1).max(20) })
export const PointId = z.object({ point: z.string().min(1).max(64) })
