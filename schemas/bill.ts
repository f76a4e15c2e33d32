import { z } from 'zod'
import { BothLanguages } from './finding.ts'
import { Flag } from './import.ts'
import { SourceStatus, TariffCategory, TariffRule } from './tariff.ts'

/** 尖峰, 峰, 平, 谷: the bands of a day that a price goes by. */
export const Band = z.enum(['尖峰', '峰', '平', '谷']).meta({ id: 'Band' })
export type Band = z.infer<typeof Band>

/** What the energy of a day rests on. */
export const DayBasis = z
  .enum(['interval', 'register', 'day', 'cycle-mean'])
  .meta({ id: 'DayBasis' })
  .describe('Readings of the day, registers at its two midnights, a judged day, or the mean day of a cycle')
export type DayBasis = z.infer<typeof DayBasis>

/** By which method what is missing was estimated. */
export const EstimateMethod = z
  .enum(['same-slots', 'day-mean', 'same-kind-days', 'window-mean'])
  .meta({ id: 'EstimateMethod' })
  .describe(
    'Mean of the same slot of the nearest days of its kind; of the known slots of the day; of the nearest days of its kind; of all days known',
  )
export type EstimateMethod = z.infer<typeof EstimateMethod>

/** Why a line names no yuan. A closed list; never is it 0 instead. */
export const BillGap = z
  .enum([
    'no-rule',
    'from-memory',
    'no-step',
    'unknown-step',
    'no-assessment',
    'no-limit',
    'no-threshold',
    'not-in-force',
    'no-energy',
    'negative-energy',
    'no-bands',
  ])
  .meta({ id: 'BillGap' })
export type BillGap = z.infer<typeof BillGap>

const Yuan = z.string().regex(/^\d+\.\d{2}$/)

/** Days in a row on which one rate holds, with what they come to. */
export const BillLine = z
  .object({
    entryId: z.string().nullable().describe('The line of a decision it rests on'),
    documentNo: z.string().nullable().describe('Of the decision'),
    industry: z.string(),
    category: TariffCategory,
    ruleId: z.string().nullable(),
    ruleVersion: z.int().positive().nullable(),
    ruleDocumentNo: z.string().nullable(),
    sourceStatus: SourceStatus.nullable().describe('How surely the rule is known'),
    from: z.iso.date(),
    to: z.iso.date(),
    days: z.int().positive(),
    band: Band.nullable().describe('Of a rule that floats with the time of use; else null'),
    kwh: z.number().min(0).nullable().describe('null: not known'),
    measuredKwh: z.number(),
    estimatedKwh: z.number(),
    yuanPerKwh: z.string().nullable().describe('With the factors of band and lateness; null: not known'),
    yuan: Yuan.nullable().describe('kWh × yuan/kWh half up to 0.01; null: see `gap`'),
    gap: BillGap.nullable(),
    working: z.array(BothLanguages).describe('The arithmetic, step by step'),
  })
  .meta({ id: 'BillLine' })
export type BillLine = z.infer<typeof BillLine>

/** What a day of a line was reckoned with. */
export const BillDay = z
  .object({
    entryId: z.string().nullable(),
    day: z.iso.date(),
    kwh: z.number().nullable().describe('null: not known'),
    estimatedKwh: z.number(),
    basis: z.array(DayBasis),
    estimates: z.array(EstimateMethod),
  })
  .meta({ id: 'BillDay' })
export type BillDay = z.infer<typeof BillDay>

/** Energy of a band, and what a kWh of it costs before any surcharge where a dated table says so. */
export const BandSum = z
  .object({
    band: Band,
    kwh: z.number(),
    basePrice: z
      .string()
      .nullable()
      .describe('yuan/kWh; null: no table of the period is known, or nothing was used'),
  })
  .meta({ id: 'BandSum' })
export type BandSum = z.infer<typeof BandSum>

/** What the surcharge of a customer comes to over a period. */
export const Bill = z
  .object({
    customerId: z.string(),
    from: z.iso.date(),
    to: z.iso.date(),
    knownAt: z.iso.datetime().describe('Until when releases were counted'),
    lines: z.array(BillLine),
    kwh: z.number().describe('Of the lines, where it is known'),
    measuredKwh: z.number(),
    estimatedKwh: z.number(),
    yuan: Yuan.describe('The sum of the lines that name an amount'),
    openLines: z.int().min(0).describe('Lines without an amount: they are not in the sum'),
    bands: z.array(BandSum).nullable().describe('null: not every day is told by hour'),
    days: z.array(BillDay),
    notes: z.array(BothLanguages),
  })
  .meta({ id: 'Bill' })
export type Bill = z.infer<typeof Bill>

export const BillSource = z.enum(['auto', 'interval', 'daily']).meta({ id: 'BillSource' })
export type BillSource = z.infer<typeof BillSource>

/** Days that are asked for. */
const period = {
  from: z.iso
    .date()
    .describe('First day')
    .meta({ examples: ['2026-10-01'] }),
  to: z.iso
    .date()
    .describe('Last day, inclusive')
    .meta({ examples: ['2026-10-31'] }),
}

export const BillQuery = z.object({
  customer: z.string().min(1).max(64).describe('户号'),
  ...period,
  knownAt: z.iso
    .datetime({ offset: true })
    .optional()
    .describe('Only what was released until then counts; now unless told'),
  source: BillSource.default('auto').describe(
    'What the energy is taken from; auto: readings where they are whole, else registers',
  ),
})
export type BillQuery = z.infer<typeof BillQuery>

/** A reading cycle (抄表周期): its energy, or registers with the multiplier that held. */
export const Cycle = z.object({
  from: z.iso.date(),
  to: z.iso.date().describe('Last day, inclusive'),
  kwh: z.number().nullable().default(null).describe('Energy; null: of the registers'),
  registerFrom: z.number().nullable().default(null).describe('Register at its beginning'),
  registerTo: z.number().nullable().default(null).describe('Register at its end'),
  multiplier: z
    .number()
    .nullable()
    .default(null)
    .describe('CT×PT of the registers; where it changed the cycle is parted in two'),
})
export type Cycle = z.infer<typeof Cycle>

/** What a customer used by given cycles, to be priced. */
export const GivenBillBody = z
  .object({
    customerId: z.string().min(1).max(64).describe('户号'),
    cycles: z.array(Cycle).min(1).max(120),
    knownAt: z.iso.datetime({ offset: true }).optional(),
  })
  .meta({
    id: 'GivenBillBody',
    examples: [
      {
        customerId: '9900000001',
        cycles: [
          { from: '2026-10-01', to: '2026-10-31', kwh: 31_000 },
          { from: '2026-11-01', to: '2026-11-15', registerFrom: 1_200.5, registerTo: 1_260, multiplier: 400 },
        ],
      },
    ],
  })
export type GivenBillBody = z.infer<typeof GivenBillBody>

const WhatIfPeriod = z.object({
  ...period,
  district: z.string().max(20).optional().describe('Only customers of its jurisdiction on the last day'),
  industry: z.string().max(50).optional().describe('In the words of the decisions'),
})

/** Which customers, and what to go on after. */
const page = {
  after: z.string().max(64).optional().describe('"next" of the page before'),
  limit: z.coerce.number().int().min(1).max(500).default(100),
}
const TOTALS = 'Whether the first page tells the totals of all, for which all are reckoned'

/** Rules as they might be, in place of those of the same id or beside the others. */
export const WhatIfBody = WhatIfPeriod.extend({
  rules: z.array(TariffRule).min(1).max(1_000),
  totals: z.boolean().default(true).describe(TOTALS),
  ...page,
}).meta({
  id: 'WhatIfBody',
  examples: [
    {
      from: '2026-10-01',
      to: '2026-10-31',
      rules: [
        {
          id: 'CQ-STEEL-ELIM-2027',
          jurisdiction: 'CQ',
          industries: ['钢铁'],
          category: '淘汰类',
          formula: { kind: 'flat', yuanPerKwh: '0.60' },
          appliesTo: '企业生产用电',
          documentNo: null,
          documentTitle: '征求意见稿',
          effectiveFrom: '2026-10-01',
          effectiveTo: null,
          sourceStatus: 'original',
          verification: 'draft',
          source: 'draft',
          note: '',
          enabled: false,
        },
      ],
    },
  ],
})
export type WhatIfBody = z.infer<typeof WhatIfBody>

/** The same of a change that waits for its second person. */
export const WhatIfFilters = WhatIfPeriod.extend({
  change: z.string().min(1).max(40).describe('A change of rules, proposed or decided'),
})
export const WhatIfQuery = WhatIfFilters.extend({ totals: Flag.default(true).describe(TOTALS), ...page })
export type WhatIfQuery = z.infer<typeof WhatIfQuery>

const Sum = z.object({
  yuan: Yuan,
  openLines: z.int().min(0).describe('Lines without an amount: they are not in the sum'),
})

/** What a customer would pay. */
export const WhatIfRow = z
  .object({
    customerId: z.string(),
    customerName: z.string(),
    districtCode: z.string(),
    industries: z.array(z.string()),
    kwh: z.number().describe('Of the days on the list, by judged days'),
    estimatedKwh: z.number(),
    now: Sum,
    proposed: Sum,
    difference: z.string().describe('yuan, proposed less now'),
  })
  .meta({ id: 'WhatIfRow' })
export type WhatIfRow = z.infer<typeof WhatIfRow>

export const WhatIfPage = z
  .object({
    customers: z.array(WhatIfRow),
    totals: z
      .object({
        customers: z.int().min(0),
        kwh: z.number(),
        now: Sum,
        proposed: Sum,
        difference: z.string(),
      })
      .nullable()
      .describe('Of all pages together, on the first where they are asked for; else null'),
    next: z.string().nullable(),
  })
  .meta({ id: 'WhatIfPage' })
export type WhatIfPage = z.infer<typeof WhatIfPage>
