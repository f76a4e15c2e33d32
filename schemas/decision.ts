import { z } from 'zod'
import { TariffCategory, YuanPerKwh } from './tariff.ts'

/** The document by which a government decides (决定): who issued it, when, and what it rests on. */
export const DecisionDocument = z
  .object({
    documentNo: z.string().trim().min(1).max(100).describe('文号'),
    title: z.string().trim().min(1).max(400),
    issuer: z.string().trim().min(1).max(200).describe('发文机关'),
    issuedOn: z.iso.date(),
    restsOn: z
      .string()
      .trim()
      .min(1)
      .max(2_000)
      .describe('Assessments, cases, inspections or documents it rests on'),
  })
  .meta({ id: 'DecisionDocument' })
export type DecisionDocument = z.infer<typeof DecisionDocument>

/**
 * One line of a decision. `apply` puts a customer on the list, `correct` replaces an earlier line wholly and from its
 * beginning, `end` takes a customer off: `from` is then the first day it holds no more (退出).
 */
export const DecisionEntry = z
  .object({
    action: z.enum(['apply', 'correct', 'end']).default('apply'),
    entryId: z
      .string()
      .max(64)
      .nullable()
      .default(null)
      .describe('The line that is corrected or ended; null of a new one'),
    customerId: z.string().min(1).max(64).describe('户号'),
    industry: z
      .string()
      .min(1)
      .max(50)
      .describe('In the words of the rules: 钢铁, 水泥, 电解铝, 虚拟货币挖矿'),
    category: TariffCategory,
    step: z
      .int()
      .positive()
      .nullable()
      .default(null)
      .describe('档, where the rule takes it from the decision'),
    line: z.string().max(100).default('').describe('Line or 工序, where the rule goes by one'),
    pointIds: z
      .array(z.string().min(1).max(64))
      .max(100)
      .default([])
      .describe('Metering points it is levied on; none: all energy of the customer (户号全部电量)'),
    yuanPerKwh: YuanPerKwh.nullable()
      .default(null)
      .describe('The amount, where the document itself names it; else that of the rule on each day'),
    from: z.iso.date().describe('执行起始日期'),
    to: z.iso.date().nullable().default(null).describe('执行截止日期, inclusive; null: until further notice'),
    caseNumber: z.string().max(40).nullable().default(null).describe('The case that proposed it'),
    note: z.string().max(2_000).default(''),
  })
  .meta({ id: 'DecisionEntry' })
export type DecisionEntry = z.infer<typeof DecisionEntry>

/** A government's decision: a document with its lines. Only this puts a tier in force. */
export const Decision = DecisionDocument.extend({
  entries: z.array(DecisionEntry).min(1).max(50_000),
}).meta({ id: 'Decision' })
export type Decision = z.infer<typeof Decision>

/** A line as two people released it, with its document. */
export const ReleasedEntry = DecisionEntry.extend({
  id: z.string(),
  changeId: z.string(),
  document: DecisionDocument,
  enteredBy: z.string(),
  releasedBy: z.string(),
  releasedAt: z.iso.datetime(),
}).meta({ id: 'ReleasedEntry' })
export type ReleasedEntry = z.infer<typeof ReleasedEntry>

/** 加价通知单: when a customer was told what to pay for a period, and when it paid. */
export const SurchargeNotice = z
  .object({
    customerId: z.string().min(1).max(64),
    from: z.iso.date().describe('First day of the period it is for'),
    to: z.iso.date(),
    noticedOn: z.iso.date(),
    paidOn: z.iso.date().nullable().default(null).describe('null: not paid yet'),
    documentNo: z.string().min(1).max(100),
    note: z.string().max(2_000).default(''),
  })
  .meta({ id: 'SurchargeNotice' })
export type SurchargeNotice = z.infer<typeof SurchargeNotice>
