import { z } from 'zod'
import { Case, CaseSource, CaseState, Charge, Level } from './case.ts'
import { Signature } from './finding.ts'
import { Flag } from './import.ts'

export const CaseSort = z.enum(['priority', 'opened', 'number', 'level', 'due']).meta({ id: 'CaseSort' })
export type CaseSort = z.infer<typeof CaseSort>

export const SortOrder = z.enum(['asc', 'desc']).meta({ id: 'SortOrder' })
export type SortOrder = z.infer<typeof SortOrder>

/** One value, or several: given again, or with commas between them. */
const several = <T extends z.ZodType>(one: T) =>
  z.preprocess(
    given => (given === undefined ? undefined : [given].flat().flatMap(text => String(text).split(','))),
    z.array(one).min(1).max(20).optional(),
  )

const Name = z.string().min(1).max(100)

/** Which cases are asked for, and in which order. */
export const CaseFilterQuery = z.object({
  inbox: Flag.optional().describe('true: what waits: open, neither merged nor snoozed'),
  mine: Flag.optional().describe('true: assigned to who asks'),
  unassigned: Flag.optional().describe('true: assigned to nobody'),
  desk: Flag.optional().describe('true: assigned to who asks, or to nobody'),
  assignee: Name.optional(),
  state: several(CaseState)
    .describe('One or several: given again, or with commas between them')
    .meta({ examples: [['to-check', 'on-site']] }),
  level: Level.optional().describe('At least this one'),
  signature: Signature.optional().describe('Among its charges'),
  district: Name.optional()
    .describe('Code of the district that was told, or that the registry names')
    .meta({ examples: ['500107'] }),
  supplyUnit: Name.optional().describe('供电单位'),
  industry: Name.optional()
    .describe('Beginning of the industry code')
    .meta({ examples: ['33'] }),
  overdue: Flag.optional().describe('true: its deadline has passed'),
  snoozed: Flag.optional(),
  merged: Flag.default(false).describe('true: those merged into another case, too'),
  source: CaseSource.optional(),
  openedFrom: z.iso
    .date()
    .optional()
    .describe('First plant day')
    .meta({ examples: ['2026-11-01'] }),
  openedTo: z.iso
    .date()
    .optional()
    .describe('Last plant day')
    .meta({ examples: ['2026-11-30'] }),
  text: z
    .string()
    .min(1)
    .max(100)
    .optional()
    .describe('Part of the number, of the customer’s name or of the 户号; A–Z in either case'),
  sort: CaseSort.optional().describe('priority in the inbox, else number, unless told'),
  order: SortOrder.optional().describe('number and due rise, the others fall, unless told'),
})
export type CaseFilterQuery = z.infer<typeof CaseFilterQuery>

export const CaseListQuery = CaseFilterQuery.extend({
  count: Flag.optional().describe('true: tell how many there are in all'),
  after: z
    .string()
    .max(500)
    .optional()
    .describe('"next" of the page before, asked with the same filters')
    .meta({ examples: ['WyJkQ0laVXpaLXFWVHQiLCIyMDI2LTAwMDAyIiwiY2FzZS02YmIzZTM4ZmQ1MThlM2QzNGE2NyJd'] }),
  skip: z.coerce
    .number()
    .int()
    .min(0)
    .max(10_000_000)
    .optional()
    .describe('Rows left out before the page: a look into the middle of a list, which may have moved since'),
  limit: z.coerce.number().int().min(1).max(500).default(100),
})
export type CaseListQuery = z.infer<typeof CaseListQuery>

/** A case in a list; its evidence is read one by one, and every such view is on record. */
export const CaseSummary = Case.omit({ charges: true })
  .extend({
    snoozeReason: z.string().nullable(),
    stakeYuan: Case.shape.stakeYuan.nullable(),
    priority: Case.shape.priority.nullable(),
    level: Level.nullable().describe('Of its highest charge'),
    charges: z.array(Charge.pick({ signature: true, level: true, score: true, openedAt: true })),
  })
  .meta({
    id: 'CaseSummary',
    description: 'Whom it is assigned to, its sleep, stake and priority stay inside: null for a government.',
  })
export type CaseSummary = z.infer<typeof CaseSummary>

export const CasePage = z
  .object({
    cases: z.array(CaseSummary),
    next: z.string().nullable().describe('Give it as "after" for the next page; null: this is the last'),
    total: z.int().min(0).optional().describe('Only when asked with count=true'),
  })
  .meta({ id: 'CasePage' })
