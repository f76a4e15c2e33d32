import { z } from 'zod'
import { Signature } from './finding.ts'
import { Flag } from './import.ts'

/** 查实, 红牌, and the registry's 停产, 暂停, 销户, 已退出 */
export const WatchReason = z
  .enum(['confirmed', 'red-card', 'production-stopped', 'suspended', 'account-closed', 'exited'])
  .meta({ id: 'WatchReason' })
export type WatchReason = z.infer<typeof WatchReason>

/** By which of its places a point is watched. */
export const WatchPlace = z.enum(['customer', 'point', 'transformer', 'address']).meta({ id: 'WatchPlace' })
export type WatchPlace = z.infer<typeof WatchPlace>

const Id = z.string().trim().max(64).default('')
const Words = (letters: number) => z.string().trim().max(letters)

/** What a person puts on the watch: a customer or a place, with the document that says so. */
export const NewWatch = z
  .strictObject({
    reason: z.enum(['confirmed', 'red-card']).default('red-card'),
    customerId: Id.describe('户号; its points, transformers and addresses are watched with it'),
    pointId: Id,
    transformerId: Id,
    address: Words(200).default(''),
    watchedFor: Signature.nullable().default(null).describe('What was found there; null: not told'),
    since: z.iso.date().nullish().describe('First plant day; today unless told'),
    document: Words(200).min(1, 'must name the document, such as its number'),
    note: Words(2_000).default(''),
  })
  .refine(
    ({ customerId, pointId, transformerId, address }) =>
      customerId + pointId + transformerId + address !== '',
    'names nobody: give customerId, pointId, transformerId or address',
  )
  .meta({
    id: 'NewWatch',
    examples: [{ reason: 'red-card', customerId: '9900000054', document: '渝经信函〔2026〕41号' }],
  })
export type NewWatch = z.infer<typeof NewWatch>

/** Somebody or some place that is watched for coming back to life (死灰复燃). */
export const WatchEntry = z
  .object({
    id: z.string(),
    reason: WatchReason,
    source: z
      .enum(['registry', 'person', 'case'])
      .describe('registry: by its status alone, ended by it alone'),
    customerId: z.string().describe('户号; empty: a place alone'),
    pointId: z.string(),
    transformerId: z.string(),
    address: z.string(),
    watchedFor: Signature.nullable(),
    since: z.iso.date().nullable().describe('First plant day; null: the registry tells no day'),
    until: z.iso.date().nullable().describe('First plant day it holds no more; null: until further notice'),
    caseId: z.string().nullable(),
    document: z.string(),
    note: z.string(),
    createdAt: z.iso.datetime().nullable(),
    createdBy: z.string(),
    endedAt: z.iso.datetime().nullable(),
    endedBy: z.string().nullable(),
    endReason: z.string().nullable(),
  })
  .meta({ id: 'WatchEntry' })
export type WatchEntry = z.infer<typeof WatchEntry>

export const WatchPageQuery = z.object({
  reason: WatchReason.optional(),
  customer: z.string().optional().describe('户号'),
  point: z.string().optional(),
  transformer: z.string().optional(),
  address: z.string().optional().describe('As it is written in the registry, or nearly so'),
  active: Flag.optional().describe('Whether it still holds'),
  after: z.string().optional().describe('"next" of the page before'),
  limit: z.coerce.number().int().min(1).max(500).default(100),
})

export const WatchPage = z
  .object({ entries: z.array(WatchEntry), next: z.string().nullable() })
  .meta({ id: 'WatchPage' })

export const WatchAnswer = z
  .object({
    entry: WatchEntry,
    correctionId: z
      .int()
      .nullable()
      .describe('The correction that has days judged again; null when no judged day is concerned'),
  })
  .meta({ id: 'WatchAnswer' })

export const WatchId = z.object({ id: z.string().min(1).max(100) })

export const EndWatchBody = z
  .strictObject({
    reason: Words(2_000).min(1, 'must say why the watch ends'),
    until: z.iso.date().optional().describe('First plant day it holds no more; today unless told'),
  })
  .meta({ id: 'EndWatchBody', examples: [{ reason: '设备已拆除' }] })

export const WatchImportQuery = z.object({
  dryRun: Flag.optional().describe('Only tell what would be taken'),
})

/** What became of a list of red cards: all of it, or with a fault nothing. */
export const WatchImportAnswer = z
  .object({
    taken: z.boolean().describe('false: a dry run, or faults'),
    added: z.int().min(0),
    known: z.int().min(0).describe('Rows that are watched already'),
    faults: z
      .array(z.object({ line: z.int(), detail: z.string() }))
      .describe('Nothing is taken while one is left'),
    entries: z.array(NewWatch).describe('The first 200 rows as understood'),
    correctionId: z.int().nullable(),
  })
  .meta({ id: 'WatchImportAnswer' })
export type WatchImportAnswer = z.infer<typeof WatchImportAnswer>
