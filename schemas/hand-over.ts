import { z } from 'zod'
import { DecisionDocument, DecisionEntry } from './decision.ts'
import { BothLanguages } from './finding.ts'
import { SourceStatus, YuanPerKwh } from './tariff.ts'

/** The days a hand-over is for. */
export const HandOverBody = z
  .object({
    from: z.iso.date().describe('First plant day'),
    to: z.iso.date().describe('Last plant day, at most 366 days in all'),
  })
  .meta({ id: 'HandOverBody', examples: [{ from: '2026-11-01', to: '2026-11-30' }] })
export type HandOverBody = z.infer<typeof HandOverBody>

/**
 * What became of an entry since it was handed over last: new, never before; changed, in what it asks; ended, early by an
 * exit or from its beginning by a correction; unchanged.
 */
export const HandOverMark = z.enum(['new', 'changed', 'ended', 'unchanged'])
export type HandOverMark = z.infer<typeof HandOverMark>

/** What is added per kWh on days of the period that are all alike. */
export const HandOverRate = z.object({
  from: z.iso.date(),
  to: z.iso.date().describe('Last day'),
  yuanPerKwh: YuanPerKwh,
  rule: z
    .object({
      id: z.string(),
      version: z.int().positive(),
      documentNo: z.string().nullable(),
      documentTitle: z.string().nullable(),
      sourceStatus: SourceStatus,
      floats: z.boolean(),
      appliesTo: z.string().nullable(),
    })
    .nullable()
    .describe('The rule the amount follows; null: the decision itself names it'),
})
export type HandOverRate = z.infer<typeof HandOverRate>

/** A line of a decision as the billing is to carry it out. */
export const HandOverLine = z.object({
  mark: HandOverMark,
  entryId: z.string(),
  customerId: z.string().describe('户号'),
  customerName: z.string().describe('By the registry; empty: it does not know the customer'),
  districtCode: z.string().describe('By the registry; empty: it does not know the customer'),
  ...DecisionEntry.pick({ industry: true, category: true, step: true, line: true, pointIds: true }).shape,
  from: z.iso.date().describe('执行起始日期'),
  to: z.iso.date().nullable().describe('执行截止日期, the last day; null: until further notice'),
  holds: z
    .boolean()
    .describe(
      'false: another line replaced it from its beginning; what was levied by it is to be taken back',
    ),
  rates: z.array(HandOverRate).describe('Of the days of the period; none where it holds on no day of it'),
  document: DecisionDocument,
  endedBy: z
    .object({ entryId: z.string(), action: z.enum(['end', 'correct']), document: DecisionDocument })
    .nullable()
    .describe('What ended it before its own last day, or replaced it'),
})
export type HandOverLine = z.infer<typeof HandOverLine>

/** What the billing cannot carry out yet, and why. It is in no line. */
export const WithheldLine = z.object({
  entryId: z.string(),
  customerId: z.string(),
  customerName: z.string(),
  category: z.string(),
  from: z.iso.date().describe('First day of the period for which it is withheld'),
  to: z.iso.date(),
  toldBefore: z.boolean().describe('Whether the entry stood in an earlier hand-over'),
  documentNo: z.string(),
  reason: z.string().describe('From the closed list of gaps of a rate'),
  sentence: BothLanguages,
})
export type WithheldLine = z.infer<typeof WithheldLine>

/** The file: canonical JSON (keys in order, no spaces), UTF-8. */
export const HandOverFile = z
  .object({
    format: z.literal('dianshao-hand-over-1'),
    id: z.string(),
    ...HandOverBody.shape,
    timeZone: z.literal('Asia/Shanghai'),
    madeAt: z.iso.datetime(),
    madeBy: z.string(),
    previous: z
      .object({ id: z.string(), sha256: z.string() })
      .nullable()
      .describe('The hand-over before, so that none can be left out unseen'),
    lines: z.array(HandOverLine),
    withheld: z.array(WithheldLine),
  })
  .meta({ id: 'HandOverFile' })
export type HandOverFile = z.infer<typeof HandOverFile>

const HandOverReceipt = z.object({
  receivedBy: z.string(),
  receivedAt: z.iso.datetime(),
  sha256: z.string().describe('Of the file that was received'),
  note: z.string(),
})

/** A hand-over without its lines. */
export const HandOver = z
  .object({
    id: z.string(),
    ...HandOverBody.shape,
    madeAt: z.iso.datetime(),
    madeBy: z.string(),
    lines: z.int().min(0),
    withheld: z.int().min(0),
    previous: z.string().nullable(),
    keyId: z.string().describe('By which key of /v1/pricing/keys it is signed'),
    sha256: z.object({ json: z.string(), csv: z.string() }),
    receipt: HandOverReceipt.nullable(),
  })
  .meta({ id: 'HandOver' })
export type HandOver = z.infer<typeof HandOver>

export const HandOverAnswer = z.object({ handOver: HandOver }).meta({ id: 'HandOverAnswer' })
export const HandOverQuery = z.object({
  after: z.string().optional().describe('"next" of the page before'),
  limit: z.coerce.number().int().min(1).max(500).default(100),
})
export const HandOverPage = z
  .object({ handOvers: z.array(HandOver).describe('The newest first'), next: z.string().nullable() })
  .meta({ id: 'HandOverPage' })

export const HandOverId = z.object({ id: z.string().min(1).max(100) })
export const HandOverFormat = z.enum(['json', 'csv'])
export type HandOverFormat = z.infer<typeof HandOverFormat>
export const HandOverFileQuery = z.object({ format: HandOverFormat.default('json') })

export const HandOverReceiptBody = z
  .object({
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .describe('Of the file as it arrived, JSON or CSV'),
    note: z.string().max(2_000).default(''),
  })
  .meta({
    id: 'HandOverReceiptBody',
    examples: [
      { sha256: 'a9f0e61a137d86aa9db53465e0801612b59c2c4f8f54d2d2f1a5bd2f2b1e6d3a', note: '已导入' },
    ],
  })
export type HandOverReceiptBody = z.infer<typeof HandOverReceiptBody>

/** A public key (RFC 8037) with which a signature is verified. */
export const PublicKey = z.object({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: z.string(),
  kid: z.string().describe('RFC 7638 thumbprint'),
  use: z.literal('sig'),
  alg: z.literal('EdDSA'),
})
export type PublicKey = z.infer<typeof PublicKey>

export const KeySet = z
  .object({ keys: z.array(PublicKey).describe('The newest first; old ones stay') })
  .meta({ id: 'KeySet' })
export type KeySet = z.infer<typeof KeySet>

export const KeyBody = z
  .object({ reason: z.string().trim().min(1).max(2_000) })
  .meta({ id: 'KeyBody', examples: [{ reason: '例行更换' }] })
export const KeyAnswer = z.object({ key: PublicKey }).meta({ id: 'KeyAnswer' })
