import { z } from 'zod'
import { Band } from './bill.ts'
import { AuditEntry } from './case.ts'
import { Correction, CorrectionEffect, TierEffect } from './correction.ts'
import { BothLanguages, Finding, HeldReason } from './finding.ts'
import { Flag } from './import.ts'
import { Meter } from './meter.ts'
import { ProfileName } from './profile.ts'
import { QualityMark } from './quality.ts'
import { SourceStatus } from './tariff.ts'
import { WorkState } from './work.ts'

const Count = z.int().min(0)

export const RegistryAnswer = z
  .object({
    added: Count.describe('Entries'),
    changed: Count,
    unchanged: Count,
    correctionId: z
      .int()
      .nullable()
      .describe('The correction that has days judged again; null when nothing judged is concerned'),
    encoding: z.enum(['ascii', 'utf-8', 'gb18030']).describe('As it was found'),
    faults: z.array(z.object({ line: z.int(), detail: z.string() })).describe('Rows that were not taken'),
    unknownDistricts: z.array(z.string()).describe('Codes of customers whose cases nobody can be told of'),
  })
  .meta({ id: 'RegistryAnswer' })

const PageLimit = z.coerce.number().int().min(1).max(500).default(100)

export const MeterPageQuery = z.object({
  customer: z.string().optional().describe('户号'),
  after: z
    .string()
    .optional()
    .describe('"next" of the page before')
    .meta({ examples: ['DEMO-0001@0'] }),
  limit: PageLimit,
})

export const MeterPage = z
  .object({ meters: z.array(Meter).describe('Registry entries'), next: z.string().nullable() })
  .meta({ id: 'MeterPage' })

export const RegistryQuery = z.object({
  mode: z
    .enum(['merge', 'replace'])
    .default('merge')
    .describe('merge: rows are added to what is known of a meter; replace: they are all that is known of it'),
  profile: ProfileName.optional().describe('Name of a saved import profile'),
})

export const CorrectionPageQuery = z.object({
  before: z.coerce
    .number()
    .int()
    .positive()
    .optional()
    .describe('Id of the last correction of the page before'),
  limit: PageLimit,
})
export const CorrectionPage = z
  .object({ corrections: z.array(Correction), next: z.int().nullable() })
  .meta({ id: 'CorrectionPage' })
export const CorrectionId = z.object({ id: z.coerce.number().int().positive() })
export const EffectPageQuery = z.object({
  offset: z.coerce.number().int().min(0).default(0),
  limit: PageLimit,
})
export const CorrectionAnswer = z
  .object({
    correction: Correction,
    effects: z.array(CorrectionEffect),
    tiers: z.array(TierEffect).describe('Of released rules: open charges of another tier'),
    next: z.int().nullable(),
  })
  .meta({ id: 'CorrectionAnswer' })

export const CaseId = z.object({ id: z.string().min(1).max(100) })

export const AccusationQuery = z.object({ lang: z.enum(['zh', 'en']).default('zh') })

export const AuditAnswer = z
  .object({ whole: z.boolean().describe('Whether the hash chain verifies'), entries: z.array(AuditEntry) })
  .meta({ id: 'AuditAnswer' })

export const FindingQuery = z.object({
  point: z
    .string()
    .min(1)
    .meta({ examples: ['DEMO-0054'] }),
  limit: PageLimit,
})
export const FindingPage = z
  .object({
    findings: z.array(
      Finding.extend({
        held: HeldReason.nullable().describe(
          'Why it opens no case; null: it does once its score is high enough',
        ),
      }),
    ),
  })
  .meta({ id: 'FindingPage' })

/** An entry of the reject book. */
export const RejectEntry = z
  .object({
    sequence: z.int(),
    reason: z.string(),
    detail: z.string(),
    raw: z.string().describe('What arrived'),
    source: z.string().describe('Whence, such as http:analyst or import:…'),
    firstAt: z.iso.datetime(),
    lastAt: z.iso.datetime(),
    times: z.int().positive(),
    replayedAt: z.iso.datetime().nullable().describe('When it was taken in after all'),
  })
  .meta({ id: 'RejectEntry' })
export type RejectEntry = z.infer<typeof RejectEntry>

const Reason = z.string().optional().describe('Such as unknown-meter, or corrected: what lost its slot')
const Source = z.string().optional().describe('Such as http:analyst or import:…')
const Text = z.string().min(1).max(200).optional().describe('Part of what arrived')

export const RejectExportQuery = z.object({
  reason: Reason,
  source: Source,
  text: Text,
  replayed: Flag.optional().describe('Whether it was taken in after all'),
  after: z.coerce.number().int().min(0).optional().describe('Sequence of the last entry of the page before'),
})
export const RejectPageQuery = RejectExportQuery.extend({
  limit: PageLimit,
})
export const RejectPage = z
  .object({ rejects: z.array(RejectEntry), next: z.int().nullable() })
  .meta({ id: 'RejectPage' })

/** Which entries are to be taken in again; {} for all that were not yet. */
export const ReplayBody = z
  .strictObject({
    reason: Reason,
    source: Source,
    text: Text,
    after: z.int().min(0).optional().describe('Only entries with a higher sequence'),
    ids: z.array(z.int().positive()).min(1).max(1_000).optional().describe('Only these sequences'),
    backfill: z
      .boolean()
      .default(false)
      .describe('Judge days of readings that are more than 7 days behind their point, too'),
  })
  .meta({ id: 'ReplayBody', examples: [{ reason: 'unknown-meter' }] })

/** What became of entries that were taken in again: looked = accepted + rejected. */
export const ReplayAnswer = z
  .object({
    looked: Count.describe('Entries'),
    accepted: Count,
    rejected: Count.describe('They stay in the book'),
    byReason: z.record(z.string(), Count).describe('Entries rejected again, by reason'),
  })
  .meta({ id: 'ReplayAnswer' })
export type ReplayAnswer = z.infer<typeof ReplayAnswer>

export const CurveQuery = z.object({
  from: z.iso
    .date()
    .describe('First plant day')
    .meta({ examples: ['2026-11-24'] }),
  to: z.iso
    .date()
    .describe('Last plant day, at most 400 days on')
    .meta({ examples: ['2026-11-25'] }),
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

/** Energy by days. null = not known. */
export const DaySums = z
  .object({
    pointId: z.string(),
    days: z.array(
      z.object({
        day: z.iso.date(),
        from: z.enum(['curve', 'registers']).describe('What the energy is reckoned from'),
        kwh: z.number().nullable().describe('Of the readings there are, primary side'),
        sharpKwh: z.number().nullable(),
        peakKwh: z.number().nullable(),
        flatKwh: z.number().nullable(),
        valleyKwh: z.number().nullable(),
        maxKw: z.number().nullable(),
        readings: z.int().describe('How many there are; of registers 1'),
        expected: z.int().describe('How many there would be without gaps'),
        marks: z.array(QualityMark),
      }),
    ),
  })
  .meta({ id: 'DaySums' })
export type DaySums = z.infer<typeof DaySums>

/** The days of a point beside aggregates of its peers. */
export const PeerDays = z
  .object({
    pointId: z.string(),
    days: z.array(
      z.object({
        day: z.iso.date(),
        districtCode: z.string(),
        trade: z
          .string()
          .nullable()
          .describe('Division of GB/T 4754 it is compared within; null: all trades of the district'),
        customers: z
          .int()
          .nullable()
          .describe('Other customers it is compared with; null: fewer than 8, so nothing is told'),
        measures: z
          .array(
            z.object({
              name: z.string(),
              own: z.number().nullable(),
              median: z.number(),
              mad: z.number().describe('Median absolute deviation'),
            }),
          )
          .describe(
            '…Shift is ln of the day over the median of own days of its kind in the three weeks before',
          ),
      }),
    ),
  })
  .meta({ id: 'PeerDays' })
export type PeerDays = z.infer<typeof PeerDays>

/** The tariff periods of days of a point. */
export const PointBands = z
  .object({
    pointId: z.string(),
    days: z.array(
      z.object({
        day: z.iso.date(),
        documentNo: z.string(),
        sourceStatus: SourceStatus,
        startVerified: z
          .boolean()
          .describe('false: its first day of force was not found; days since its publication go by it'),
        bands: z
          .array(z.object({ band: Band, from: z.string(), to: z.string() }))
          .describe('From 00:00 to 24:00, in order'),
      }),
    ),
  })
  .meta({ id: 'PointBands' })

export const ExportQuery = CurveQuery.extend({
  point: z.string().optional().describe('One metering point; all of them when absent'),
  customer: z.string().optional().describe('户号'),
})

/** Of the whole service, whoever's readings they are. */
const ServiceFigures = z.object({
  outcomes: z.record(z.string(), Count).describe('Readings worked off or rejected, by what became of them'),
  waiting: Count.describe(
    'Readings that are durable and wait to be judged, and suspicions that wait to be weighed',
  ),
  toJudgeAgain: Count.describe('Stretches of days that corrections asked for and that wait'),
  meters: Count,
  judgedDays: Count,
  markedDays: z.record(z.string(), Count).describe('Judged days by what is odd about their readings'),
  heldFindings: Count.describe(
    'Current findings that open no case, as the peers moved too or somebody answers for them',
  ),
  notices: z.array(BothLanguages).describe('What somebody should know of and decide'),
  work: WorkState.nullable().describe('null: the work does not answer in time'),
})

/** To districts and pricing the cases alone are told. */
export const StatusAnswer = ServiceFigures.partial()
  .extend({
    openCases: Count.describe('Of those that are seen'),
    alertsWaiting: Count.describe('Of cases that are seen'),
  })
  .meta({ id: 'StatusAnswer' })

export const PointId = z.object({ point: z.string().min(1).max(64) })
