import { z } from 'zod'
import {
  BothLanguages,
  DatedHours,
  EvidenceFact,
  InnocentExplanation,
  InspectionWindow,
  Signature,
} from './finding.ts'
import { ProposedTier, SurchargeEstimate } from './tariff.ts'

/** 待核查, 现场检查, 待复核, 已上报, 已签收, 处置中, 已反馈, 销号; 已并案 inside another case */
export const CaseState = z
  .enum([
    ...['to-check', 'on-site', 'to-review', 'reported', 'acknowledged', 'handling', 'answered'],
    ...['closed', 'merged'],
  ] as const)
  .meta({ id: 'CaseState' })
export type CaseState = z.infer<typeof CaseState>

/** How a case came to be: by findings, or by hand after a tip (举报), a survey (摸排) or an inspection (检查) */
export const CaseSource = z.enum(['finding', 'tip', 'survey', 'inspection']).meta({ id: 'CaseSource' })
export type CaseSource = z.infer<typeof CaseSource>

/** 红, 橙, 黄 */
export const Level = z.enum(['red', 'orange', 'yellow']).meta({ id: 'Level' })
export type Level = z.infer<typeof Level>

/** The criterion a charge was opened by, with its numbers. */
const ChargeCriterion = z.object({
  id: z.string(),
  yellowFrom: z.number(),
  orangeFrom: z.number(),
  redFrom: z.number(),
  closeBelow: z.number(),
})
/** The published aggregate that a charge is compared with. No peer is named. */
export const PeerReference = z
  .object({
    districtCode: z.string(),
    trade: z
      .string()
      .nullable()
      .describe('First two digits of the industry code; null: every trade of the district'),
    day: z.iso.date(),
    customers: z.int().min(8).describe('Other customers it holds'),
    digest: z.string().describe('SHA-256 of the aggregate, so that it can be reckoned again and compared'),
  })
  .meta({ id: 'PeerReference' })
export type PeerReference = z.infer<typeof PeerReference>

/** What a person said or saw, and on which level it was put down. A tipster is never named. */
export const ByHand = z
  .object({
    source: CaseSource.exclude(['finding']),
    note: z.string().describe('What was said or seen'),
    by: z.string().describe('Who put it down'),
    at: z.iso.datetime({ offset: true }),
    level: Level,
    pointId: z.string(),
  })
  .meta({ id: 'ByHand' })
export type ByHand = z.infer<typeof ByHand>

/** One signature a customer is suspected of, with the latest finding of the highest level reached. */
export const Charge = z
  .object({
    signature: Signature,
    level: Level,
    score: z.number().min(0).max(1),
    criterion: ChargeCriterion.nullable().default(null).describe('Valid on the judged day; sets the level'),
    pointId: z.string(),
    findingId: z
      .string()
      .nullable()
      .describe('The finding this charge rests on; null: on the word of a person alone'),
    byHand: ByHand.nullable().default(null).describe('Where a person opened it'),
    day: z.iso.date().describe('The day that finding judged'),
    windowFrom: z.iso.date().describe('The first day that finding looked at'),
    openedAt: z.iso
      .datetime({ offset: true })
      .describe('End of the judged day that first carried the charge'),
    evidence: z.array(EvidenceFact),
    innocent: z.array(InnocentExplanation),
    sentence: BothLanguages,
    dates: z.array(DatedHours).default([]),
    limits: z.array(BothLanguages).default([]),
    inspection: InspectionWindow.nullable().default(null),
    attributableKw: z.number(),
    attributableKwh: z.number(),
    peers: PeerReference.nullable().default(null),
    unsupported: z
      .boolean()
      .describe(
        'True when no current finding carries it any more: readings were corrected, or the peers moved too',
      ),
    tier: ProposedTier.nullable(),
    estimate: SurchargeEstimate.nullable().describe(
      'As of now while the case is to be checked, as of its submission afterwards',
    ),
  })
  .meta({ id: 'Charge' })
export type Charge = z.infer<typeof Charge>

/** One open case a customer; signatures are charges inside it. */
export const Case = z
  .object({
    id: z.string(),
    number: z.string().describe('Number for people, such as 2026-00012'),
    customerId: z.string(),
    customerName: z.string(),
    districtCode: z.string(),
    state: CaseState,
    version: z.int().positive().describe('Grows by one with every change'),
    openedAt: z.iso.datetime({ offset: true }).describe('Event time of the first charge'),
    submittedBy: z.string().nullable(),
    reportedAt: z.iso.datetime({ offset: true }).nullable(),
    closedAt: z.iso.datetime({ offset: true }).nullable(),
    supplyUnit: z.string().describe('供电单位'),
    industryCode: z.string(),
    source: CaseSource,
    openedBy: z.string().describe('Who opened it by hand, or "system"'),
    assignee: z.string().nullable(),
    snoozedUntil: z.iso.datetime({ offset: true }).nullable(),
    snoozeReason: z.string(),
    mergedInto: z.string().nullable().describe('Id of the case it was merged into'),
    toldDistrict: z.string().nullable().describe('The district that was told of it; null until its release'),
    department: z.string().describe('Of the district, to which it was passed; empty: none'),
    enteredAt: z.iso.datetime({ offset: true }).describe('When it came into its state'),
    dueAt: z.iso
      .datetime({ offset: true })
      .nullable()
      .describe('When its state is to be left, by working days'),
    escalatedAt: z.iso
      .datetime({ offset: true })
      .nullable()
      .describe('When the supervisor was told that it is overdue'),
    urgedAt: z.iso.datetime({ offset: true }).nullable().describe('When it was last pressed for (督办)'),
    withdrawnAt: z.iso
      .datetime({ offset: true })
      .nullable()
      .describe('When what a district was told of it was taken back (撤回)'),
    stakeYuan: z
      .number()
      .nullable()
      .describe('Attributable energy of its charges at the tiers they propose, yuan; null: not for who asks'),
    priority: z.number().nullable().describe('Likelihood × yuan; null: not for who asks'),
    charges: z.array(Charge),
  })
  .meta({ id: 'Case' })
export type Case = z.infer<typeof Case>

/** Whether the score of a charge is still up (持续) or has stayed low for seven judged days (消退). */
export const Standing = z
  .object({ state: z.enum(['active', 'faded']), since: z.iso.date() })
  .meta({ id: 'Standing' })
export type Standing = z.infer<typeof Standing>

/** One link of a case's audit chain. `hash` = SHA-256 over the canonical JSON of the rest, `previousHash` included. */
export const AuditEntry = z
  .object({
    caseId: z.string().describe('Of the case, the criterion or the detector version'),
    sequence: z.int().positive(),
    at: z.iso.datetime(),
    actor: z.string().describe('Account name from the token; "system" for the pipeline'),
    action: z
      .enum([
        ...['open', 'charge', 'evidence', 'submit', 'return', 'release', 'refused', 'view'],
        ...['outcome', 'close', 'propose', 'decline', 'shadow', 'activate', 'retire'],
        ...['assign', 'comment', 'snooze', 'wake', 'inspect', 'acknowledge', 'handle', 'answer', 'pass'],
        ...['merge', 'split', 'reopen', 'undo', 'file', 'withdraw-file', 'remind', 'escalate', 'urge'],
        ...['sign-in', 'sign-out', 'account', 'token', 'export', 'switch', 'deadline', 'end', 'watch'],
        ...['decision'],
        ...['hand-over'],
        ...['withdraw', 'update', 'decided', 'letter', 'receipt'],
        ...['endpoint', 'resend', 'network'],
      ] as const)
      .describe(
        'refused: an attempt that was not allowed; decline: a proposal that was turned down; decision: a government decision that names the case was released',
      ),
    from: CaseState.nullable(),
    to: CaseState.nullable(),
    reason: z.string(),
    detail: z.record(z.string(), z.unknown()),
    previousHash: z.string(),
    hash: z.string(),
  })
  .meta({ id: 'AuditEntry' })
export type AuditEntry = z.infer<typeof AuditEntry>
