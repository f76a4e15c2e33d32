import { z } from 'zod'

/** How surely a rule is known. Only `original` may decide; `memory` is shown as 拟 with 标准待核. */
export const SourceStatus = z
  .enum(['original', 'secondary', 'memory', 'not-found'])
  .meta({ id: 'SourceStatus' })
export type SourceStatus = z.infer<typeof SourceStatus>

/** 差别电价, 阶梯电价 or 惩罚性电价 rule: what is added per kWh, by which document, from when to when. */
export const TariffRule = z
  .object({
    id: z.string(),
    jurisdiction: z.string().describe('CN, or CQ for a Chongqing rule'),
    industries: z.array(z.string()).describe('Industries in the words of the document'),
    category: z.string().describe('淘汰类, 限制类, 不达标阶梯 …'),
    yuanPerKwh: z
      .string()
      .regex(/^\d+\.\d{1,4}$/)
      .nullable()
      .describe('Surcharge, exact decimal yuan/kWh'),
    step: z.record(z.string(), z.unknown()).nullable().describe('Step formula, when the amount is not flat'),
    appliesTo: z
      .string()
      .nullable()
      .describe('Which electricity it is levied on, in the words of the document'),
    documentNo: z.string().nullable(),
    documentTitle: z.string().nullable(),
    effectiveFrom: z.iso.date().nullable(),
    effectiveTo: z.iso.date().nullable().describe('Last day of force; null while in force'),
    sourceStatus: SourceStatus,
    verification: z.string().describe('What of it was seen where, and what is from memory'),
    source: z.string(),
    note: z.string(),
    enabled: z.boolean().describe('May be proposed'),
  })
  .meta({ id: 'TariffRule' })
export type TariffRule = z.infer<typeof TariffRule>

/** The tier that would apply (拟适用). It proposes; only a recorded government decision disposes. */
export const ProposedTier = z
  .object({
    ruleId: z.string(),
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
