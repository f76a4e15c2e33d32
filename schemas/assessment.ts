import { z } from 'zod'

/**
 * 能效核定: what an authority found a line of a customer to use for a tonne of its product over one calendar year. One
 * holds for a customer, line and year: a later one, released, replaces it.
 */
export const Assessment = z
  .object({
    customerId: z.string().min(1).max(64).describe('户号'),
    line: z
      .string()
      .min(1)
      .max(100)
      .describe('生产线 or 工序 as the rule names it: 熟料, 水泥, 粉磨站, 铝液'),
    process: z.string().max(200).default('').describe('工序'),
    year: z.int().min(2000).max(2100).describe('The assessed calendar year (核算基期)'),
    product: z.string().min(1).max(100),
    outputTonnes: z.number().positive().max(1e9).nullable().default(null),
    kwhPerTonne: z.number().positive().max(1e6).describe('Comparable power use (可比综合电耗), kWh/t'),
    limitKwhPerTonne: z
      .number()
      .positive()
      .max(1e6)
      .nullable()
      .default(null)
      .describe('Limit (限额) it is held against, where a rule goes by the ratio'),
    commissionedOn: z.iso.date().nullable().default(null).describe('投产日期 of the line'),
    nonHydroPercent: z
      .number()
      .min(0)
      .max(100)
      .nullable()
      .default(null)
      .describe('Share of non-hydro renewables in its power, %'),
    incentivePercent: z
      .number()
      .min(0)
      .max(100)
      .nullable()
      .default(null)
      .describe('Incentive value (激励值) of the municipality for the year before, %'),
    authority: z.string().min(1).max(200).describe('Who assessed'),
    documentNo: z.string().min(1).max(100),
    documentDate: z.iso.date(),
    note: z.string().max(2_000).default(''),
  })
  .meta({ id: 'Assessment' })
export type Assessment = z.infer<typeof Assessment>

export const ReleasedAssessment = Assessment.extend({
  id: z.string(),
  changeId: z.string(),
  enteredBy: z.string(),
  releasedBy: z.string(),
  releasedAt: z.iso.datetime(),
}).meta({ id: 'ReleasedAssessment' })
export type ReleasedAssessment = z.infer<typeof ReleasedAssessment>
