import { z } from 'zod'
import { Level } from './case.ts'
import { Precision, Thresholds } from './criterion.ts'
import { BothLanguages, Signature } from './finding.ts'

/** 查实, 排除, 无法核实, 转办 */
export const ChargeOutcome = z
  .enum(['confirmed', 'dismissed', 'cannot-verify', 'passed-on'])
  .meta({ id: 'ChargeOutcome' })
export type ChargeOutcome = z.infer<typeof ChargeOutcome>

/** Why a charge was dismissed. A closed list: detectors learn from it. */
export const DismissalCause = z
  .enum([
    'licensed-process',
    'data-centre',
    'other-lawful-load',
    'data-error',
    'tenant-or-landlord',
    'test-run',
    'other',
  ])
  .meta({ id: 'DismissalCause' })
export type DismissalCause = z.infer<typeof DismissalCause>

/** What an inspection found. Who records it comes from the token alone. */
export const OutcomeBody = z
  .object({
    outcome: ChargeOutcome,
    cause: DismissalCause.nullable().default(null).describe('Of a dismissed charge, and of no other'),
    note: z.string().trim().min(1).max(2_000),
    inspectedOn: z.iso.date().nullable().default(null).describe('Plant day of the inspection'),
    metRunning: z.boolean().nullable().default(null).describe('Whether the inspection met it running'),
    holdUntil: z.iso
      .date()
      .optional()
      .describe(
        'Of a dismissed charge: last day it keeps its signature from opening a case; 12 months unless told',
      ),
    holdKw: z
      .number()
      .min(0)
      .max(10_000_000)
      .optional()
      .describe('Of a dismissed charge: up to which power it does, kW; 1.3 times its own unless told'),
    passedTo: z
      .string()
      .trim()
      .max(200)
      .optional()
      .describe('Of a charge passed on (转办): to whom; of no other'),
  })
  .meta({ id: 'OutcomeBody' })
export type OutcomeBody = z.infer<typeof OutcomeBody>

/** An outcome on record, with the charge as it stood. Never altered; of several final ones the last counts. */
export const RecordedOutcome = OutcomeBody.extend({
  holdUntil: z.iso.date().nullable(),
  holdKw: z.number().nullable(),
  caseId: z.string(),
  signature: Signature,
  sequence: z.int().positive(),
  final: z.boolean().describe('False: proposed by an analyst, a reviewer has to record the same'),
  lapsed: z.boolean().describe('It was undone, or its case was reopened since: it counts no more'),
  recordedBy: z.string(),
  recordedAt: z.iso.datetime(),
  districtCode: z.string(),
  level: Level,
  score: z.number(),
  detectorVersion: z.string(),
  criterionId: z.string(),
  attributableKw: z.number(),
}).meta({ id: 'RecordedOutcome' })
export type RecordedOutcome = z.infer<typeof RecordedOutcome>

export const BoardBy = z.enum(['detector', 'district', 'month']).meta({ id: 'BoardBy' })
export type BoardBy = z.infer<typeof BoardBy>

/** What became of charges: one row a detector version, district or month of the outcome. */
export const BoardRow = Precision.extend({
  key: z.string().describe('Signature and version, district code, or YYYY-MM'),
  dismissed: z.int().min(0),
  byCause: z.partialRecord(DismissalCause, z.int()).describe('Dismissed charges by cause'),
  cannotVerify: z.int().min(0),
  passedOn: z.int().min(0),
}).meta({ id: 'BoardRow' })
export type BoardRow = z.infer<typeof BoardRow>

/** Thresholds that outcomes speak for. A person may propose them (POST /v1/criteria), another release them. */
export const ThresholdAdvice = z
  .object({
    signature: Signature,
    outcomes: z.int().min(0).describe('Confirmed and dismissed charges behind it'),
    thresholds: Thresholds.nullable().describe('null: nothing is advised'),
    sentence: BothLanguages,
  })
  .meta({ id: 'ThresholdAdvice' })
export type ThresholdAdvice = z.infer<typeof ThresholdAdvice>
