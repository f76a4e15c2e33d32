import { z } from 'zod'
import { BothLanguages } from './finding.ts'

/**
 * How surely a rule is known: its text was read (original), it was seen told by another (secondary), it is remembered
 * (memory), or it was looked for in vain (not-found). What is remembered never decides: it is shown as 拟 with 标准待核.
 */
export const SourceStatus = z
  .enum(['original', 'secondary', 'memory', 'not-found'])
  .meta({ id: 'SourceStatus' })
export type SourceStatus = z.infer<typeof SourceStatus>

/** Exact decimal with one to four places, such as "0.50" */
export const YuanPerKwh = z.string().regex(/^\d{1,4}\.\d{1,4}$/, 'expected yuan/kWh such as 0.50')

/** 参照淘汰类: treated as 淘汰类 without being in the catalogue; 阶梯: by specific power use; 惩罚性: over a limit */
export const TariffCategory = z
  .enum(['淘汰类', '限制类', '参照淘汰类', '阶梯', '惩罚性'])
  .meta({ id: 'TariffCategory' })
export type TariffCategory = z.infer<typeof TariffCategory>

/** Up to this use the amount; null: whatever is above the steps before it. The bound itself is still inside. */
const UseStep = z.object({ upToKwhPerTonne: z.number().positive().nullable(), yuanPerKwh: YuanPerKwh })
export type UseStep = z.infer<typeof UseStep>

/** How many years before the priced one the assessed year lies: 1 is 上一年度. */
const yearsBack = z.int().min(0).max(2)

/** A flat amount: 差别电价. */
const FlatFormula = z.object({ kind: z.literal('flat'), yuanPerKwh: YuanPerKwh })

/** Amounts of steps (档) that a decision names: 钢铁 阶梯. */
const DecidedStepFormula = z.object({
  kind: z.literal('decided-step'),
  basis: z.string().describe('What the authority goes by'),
  steps: z.array(z.object({ step: z.int().positive(), yuanPerKwh: YuanPerKwh })).min(1),
})

/** By the assessed comparable power use of a line: 水泥 阶梯, 电解铝 2014–2021. */
const UseStepFormula = z.object({
  kind: z.literal('use-step'),
  basis: z.string().describe('Which specific use, by which standard'),
  yearsBack,
  commissionedFrom: z.iso.date().nullable().describe('Lines commissioned (投产) on this day or later'),
  commissionedBefore: z.iso.date().nullable().describe('Lines commissioned before this day'),
  lines: z
    .array(z.object({ line: z.string(), steps: z.array(UseStep).min(1) }))
    .min(1)
    .describe('Lines (熟料, 水泥, 粉磨站, 铝液) with their steps, ascending'),
})

/** An amount for each started stretch above a threshold, on all power: 电解铝 since 2022. */
const ExcessFormula = z.object({
  kind: z.literal('excess'),
  basis: z.string(),
  yearsBack,
  line: z.string(),
  thresholds: z
    .array(z.object({ from: z.iso.date(), to: z.iso.date().nullable(), kwhPerTonne: z.number().positive() }))
    .min(1)
    .describe('By the priced day'),
  perKwhPerTonne: z.number().positive().describe('Length of a stretch; a started one counts whole'),
  yuanPerKwh: YuanPerKwh.describe('For each stretch'),
  relief: z
    .object({
      abovePercent: z.number().min(0).max(100).describe('Non-hydro renewable share above which it begins'),
      percentPerPoint: z.number().min(0).max(100).describe('Off the amount for each whole point above'),
    })
    .nullable()
    .describe('Only where the share also reaches the incentive value (激励值) of the place'),
  late: z
    .object({ afterDays: z.int().positive(), factor: z.string().regex(/^\d+\.\d+$/) })
    .nullable()
    .describe('What an amount is multiplied by when it is unpaid so many days after its notice'),
})

/** By how far the use is over a limit: 惩罚性电价. The last step whose ratio is exceeded counts. */
const LimitRatioFormula = z.object({
  kind: z.literal('limit-ratio'),
  basis: z.string(),
  yearsBack,
  steps: z.array(z.object({ overRatio: z.number().min(1), yuanPerKwh: YuanPerKwh })).min(1),
})

/** What is added per kWh. */
export const TariffFormula = z
  .discriminatedUnion('kind', [
    FlatFormula,
    DecidedStepFormula,
    UseStepFormula,
    ExcessFormula,
    LimitRatioFormula,
  ])
  .meta({ id: 'TariffFormula' })
export type TariffFormula = z.infer<typeof TariffFormula>

/** 差别电价, 阶梯电价 or 惩罚性电价 rule: what is added per kWh, by which document, from when to when. */
export const TariffRule = z
  .object({
    id: z.string().min(1).max(64),
    jurisdiction: z
      .string()
      .min(2)
      .max(20)
      .describe('CN, CQ, or the code of a district or zone; the more local rule goes first'),
    industries: z.array(z.string().min(1)).min(1).describe('In the words of the document; * for every one'),
    category: TariffCategory,
    formula: TariffFormula.nullable().describe('null of a rule that was not found'),
    floats: z
      .boolean()
      .default(false)
      .describe('Whether the amount floats with the time of use; else it is a flat adder'),
    planYear: z
      .int()
      .min(2000)
      .max(2100)
      .nullable()
      .default(null)
      .describe('Of the yearly plan it stands in; from its year on the later plan goes before'),
    appliesTo: z
      .string()
      .nullable()
      .describe('Which electricity it is levied on, in the words of the document'),
    documentNo: z.string().nullable(),
    documentTitle: z.string().nullable(),
    effectiveFrom: z.iso.date().nullable(),
    effectiveTo: z.iso.date().nullable().describe('Last day of force; null while in force'),
    gapReason: z
      .string()
      .default('')
      .describe('Why days lie between the rule before it and this one; empty: none do'),
    sourceStatus: SourceStatus,
    verification: z.string().min(1).describe('What of it was seen where, and what is from memory'),
    source: z.string().min(1),
    note: z.string(),
    enabled: z.boolean().describe('May be proposed'),
  })
  .meta({ id: 'TariffRule' })
export type TariffRule = z.infer<typeof TariffRule>

/** A rule as two people released it. A correction of it is its next version and replaces it. */
export const ReleasedRule = TariffRule.extend({
  version: z.int().positive(),
  changeId: z.string().describe('With which change it was released'),
  releasedAt: z.iso.datetime(),
}).meta({ id: 'ReleasedRule' })
export type ReleasedRule = z.infer<typeof ReleasedRule>

/** What of a rule was seen where, as a person reads it. */
export const VerificationWords = BothLanguages.describe(
  'The verification in words: in either language of the rules that come with the program',
)

/** The tier that would apply (拟适用). It proposes; only a recorded government decision disposes. */
export const ProposedTier = z
  .object({
    ruleId: z.string(),
    ruleVersion: z.int().positive().default(1),
    category: z.string(),
    yuanPerKwh: z.string().describe('Exact decimal, yuan/kWh'),
    documentNo: z.string().nullable(),
    documentTitle: z.string().nullable(),
    effectiveFrom: z.iso.date().nullable(),
    sourceStatus: SourceStatus,
    verification: z.string(),
    label: z.string().describe('拟适用, with 标准待核 when the amount is not verified'),
    appliesTo: z.string().nullable(),
    firstMeasure: z
      .string()
      .nullable()
      .describe('依法取缔 for furnace steel: the tier holds only while supplied'),
    asOf: z.iso.date(),
  })
  .meta({ id: 'ProposedTier' })
export type ProposedTier = z.infer<typeof ProposedTier>

/** What the tier would come to over the days of the evidence. */
export const SurchargeEstimate = z
  .object({
    from: z.iso.date(),
    to: z.iso.date(),
    days: z.int().min(0).describe('Days with readings, all points of the customer'),
    kwh: z.number().min(0).describe('All energy of the customer in these days, kWh'),
    yuan: z
      .string()
      .regex(/^\d+\.\d{2}$/)
      .describe('kWh × yuan/kWh, exact, rounded half up to 0.01 yuan'),
    attributableKwh: z.number().min(0).describe('Of it the suspected load alone, kWh'),
    attributableYuan: z.string().regex(/^\d+\.\d{2}$/),
  })
  .meta({ id: 'SurchargeEstimate' })
export type SurchargeEstimate = z.infer<typeof SurchargeEstimate>
