import { z } from 'zod'
import { AuditEntry } from './case.ts'

const Hash = z.string().describe('SHA-256, hexadecimal')

/** The root of a day: over every link of every audit chain that lies in it, and over the root before. */
export const AuditRoot = z
  .object({
    day: z.iso.date().describe('Of the plant (Asia/Shanghai)'),
    links: z.int().min(0).describe('Links that lie in the day'),
    linksHash: Hash.describe('SHA-256 over "chain\\nsequence\\nhash\\n" of each link, by chain and sequence'),
    previousHash: Hash.describe('Of the root of the day before; of the first root 64 zeros'),
    hash: Hash.describe(
      'SHA-256 over the JSON of day (counted from 1970-01-01), links, links_hash, made_at, previous_hash',
    ),
    madeAt: z.iso.datetime(),
  })
  .meta({ id: 'AuditRoot' })
export type AuditRoot = z.infer<typeof AuditRoot>

export const AuditRootQuery = z.object({
  after: z.iso
    .date()
    .optional()
    .describe('Day of the last root of the page before')
    .meta({ examples: ['2026-01-01'] }),
  limit: z.coerce.number().int().min(1).max(1_000).default(100),
})
export const AuditRootPage = z
  .object({ roots: z.array(AuditRoot), next: z.iso.date().nullable() })
  .meta({ id: 'AuditRootPage' })

/** Where the audit is broken, and at what; the stored value beside the one it should be. */
export const AuditFault = z
  .object({
    chain: z.string().describe('Id of the chain; "roots" for the roots of the days'),
    sequence: z.int().nullable().describe('Of the link; null: of the chain as a whole, or of a root'),
    day: z.iso.date().nullable().describe('Of the root; null: of a link'),
    at: z.enum([
      ...['sequence', 'previous-hash', 'hash', 'head', 'owner-head'],
      ...['root-missing', 'root-links', 'root-previous-hash', 'root-hash'],
    ] as const),
    stored: z.string(),
    rebuilt: z.string(),
  })
  .meta({ id: 'AuditFault' })
export type AuditFault = z.infer<typeof AuditFault>

/** The audit hashed anew, link by link and root by root. */
export const AuditVerification = z
  .object({
    whole: z.boolean(),
    chains: z.int(),
    links: z.int(),
    roots: z.int(),
    sealedTo: z.iso.date().nullable().describe('The last day that has a root'),
    faults: z.array(AuditFault).describe('The first of them'),
    faultsInAll: z.int(),
  })
  .meta({ id: 'AuditVerification' })
export type AuditVerification = z.infer<typeof AuditVerification>

export const AuditVerifyQuery = z.object({
  case: z.string().min(1).optional().describe('Id of a case; or ask for a period'),
  from: z.iso
    .date()
    .optional()
    .meta({ examples: ['2026-11-24'] }),
  to: z.iso
    .date()
    .optional()
    .describe('Last day')
    .meta({ examples: ['2026-11-27'] }),
})

const Filter = {
  case: z
    .string()
    .min(1)
    .optional()
    .describe('Id of a case, a criterion or a detector version')
    .meta({ examples: ['case-d54c3e73a325fa29ab4f', 'criterion-000001'] }),
  actor: z.string().min(1).optional(),
  action: AuditEntry.shape.action.optional(),
  from: z.iso
    .date()
    .optional()
    .describe('First day')
    .meta({ examples: ['2026-11-24'] }),
  to: z.iso
    .date()
    .optional()
    .describe('Last day')
    .meta({ examples: ['2026-11-27'] }),
}

export const AuditQuery = z.object({
  ...Filter,
  after: z
    .string()
    .min(1)
    .max(300)
    .optional()
    .describe('`next` of the page before')
    .meta({ examples: ['1795786449134.1.detector-induction-furnace-2'] }),
  limit: z.coerce.number().int().min(1).max(500).default(100),
})
export const AuditPage = z
  .object({ entries: z.array(AuditEntry), next: z.string().nullable() })
  .meta({ id: 'AuditPage' })

export const AuditExportQuery = z.object({
  ...Filter,
  format: z.enum(['ndjson', 'csv']).default('ndjson'),
})
export type AuditFilter = Pick<z.infer<typeof AuditExportQuery>, keyof typeof Filter>
