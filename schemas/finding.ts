import { z } from 'zod'

/** What a consumption gives away. Each is a charge a case may hold. */
export const Signature = z
  .enum(['induction-furnace', 'crypto-mining', 'restart', 'surge', 'licence-excess'])
  .meta({ id: 'Signature' })
export type Signature = z.infer<typeof Signature>

/** Why a finding opens no case: 同区同业同日同向变化, the peers moved too; or somebody answers for the customer. */
export const HeldReason = z.enum(['peers-moved', 'known-good']).meta({ id: 'HeldReason' })
export type HeldReason = z.infer<typeof HeldReason>

/** One number an accusation rests on, with its unit and what is usual. */
export const EvidenceFact = z
  .object({
    name: z.string().describe('Stable kebab-case name'),
    value: z.union([z.number(), z.string()]),
    unit: z.string().describe('kW, kWh, %, heats/day, … or empty'),
    normal: z.string().optional().describe('The usual range of a legal load, with unit'),
    normalZh: z.string().optional().describe('The same in Chinese, where it has words'),
    zh: z.string(),
    en: z.string(),
    weight: z.number().min(-1).max(1).describe('For (above 0) or against (below 0) the accusation'),
  })
  .meta({ id: 'EvidenceFact' })
export type EvidenceFact = z.infer<typeof EvidenceFact>

/** A lawful explanation that was weighed, and what the numbers say for or against it. */
export const InnocentExplanation = z
  .object({
    name: z.string().describe('Stable kebab-case name'),
    plausibility: z.number().min(0).max(1).describe('1 explains the curve fully'),
    zh: z.string(),
    en: z.string(),
  })
  .meta({ id: 'InnocentExplanation' })
export type InnocentExplanation = z.infer<typeof InnocentExplanation>

export const BothLanguages = z.object({ zh: z.string(), en: z.string() })
export type BothLanguages = z.infer<typeof BothLanguages>
export type Language = keyof BothLanguages

/** Hours of one date when the suspected load ran, and its energy above the host. */
export const DatedHours = z
  .object({
    date: z.iso.date(),
    from: z.string().describe('HH:MM of the plant day, Asia/Shanghai'),
    to: z.string().describe('HH:MM; 24:00 is the end of the day'),
    kwh: z.number().min(0).describe('Energy above the host, kWh'),
  })
  .meta({ id: 'DatedHours' })
export type DatedHours = z.infer<typeof DatedHours>

/** When an inspection is most likely to meet the suspected load at work. */
export const InspectionWindow = z
  .object({
    from: z.string().describe('HH:MM, Asia/Shanghai'),
    to: z.string().describe('HH:MM; before `from`: of the next day'),
    activeNights: z.int().min(0).max(14).describe('Nights of the last 14 on which it ran in these hours'),
    likelihoods: z
      .array(z.object({ date: z.iso.date(), likelihood: z.number().min(0).max(1) }))
      .describe('Of the next three nights, each by the date it begins on'),
    zh: z.string(),
    en: z.string(),
  })
  .meta({ id: 'InspectionWindow' })
export type InspectionWindow = z.infer<typeof InspectionWindow>

/** What a detector answers for one metering point and one judged day. Pure: same window, same score. */
export const Score = z
  .object({
    score: z.number().min(0).max(1),
    cannotJudge: BothLanguages.optional().describe('Why nothing can be said; the score is then 0'),
    evidence: z.array(EvidenceFact),
    innocent: z.array(InnocentExplanation),
    sentence: BothLanguages,
    dates: z.array(DatedHours).default([]).describe('When it ran, the latest last, at most 14'),
    limits: z.array(BothLanguages).default([]).describe('What these readings cannot tell'),
    inspection: InspectionWindow.nullable().default(null),
    attributableKw: z.number().min(0).describe('Power of the suspected load apart from its host, kW'),
    attributableKwh: z.number().min(0).describe('Energy of the suspected load over the window, kWh'),
  })
  .meta({ id: 'Score' })
export type Score = z.infer<typeof Score>

/** A score worth keeping, as it was made. Never altered: a later one supersedes it. */
export const Finding = Score.extend({
  id: z.string().describe('Digest of detector, version, parameters, point, customer, window and its input'),
  signature: Signature,
  detectorVersion: z.string(),
  parameterHash: z.string(),
  inputDigest: z.string().describe('SHA-256 of the day features and registry facts that were judged'),
  pointId: z.string(),
  customerId: z.string(),
  windowFrom: z.iso.date(),
  day: z.iso.date().describe('The judged day: the last of the window'),
  supersedes: z.string().nullable().describe('The finding of the same day that this one replaces'),
}).meta({ id: 'Finding' })
export type Finding = z.infer<typeof Finding>
