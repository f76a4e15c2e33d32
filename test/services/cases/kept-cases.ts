import fc from 'fast-check'
import type { Selectable } from 'kysely'
import { CaseState } from '../../../schemas/case.ts'
import { MS_PER_DAY } from '../../../schemas/day.ts'
import type { Store, Tables } from '../../../services/adapters/store/index.ts'

export const NOW_MS = Date.parse('2026-06-01T08:00:00+08:00')

/** A case as it is kept. */
export type Kept = Selectable<Tables['cases']>

const dayMs = (from: number, to: number) =>
  fc.integer({ min: from, max: to }).map(days => NOW_MS + days * MS_PER_DAY)
const orNull = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: null, freq: 2 })
const district = fc.constantFrom('500107', '500106', '500108')

/** Cases of every kind, with many equal values; who adds them names them. */
export const keptCase: fc.Arbitrary<Kept> = fc
  .record({
    customer_name: fc.constantFrom(
      '宏达铸造',
      'Hengtai Steel',
      '100% 纯钢',
      'a_b',
      'axb',
      'back\\slash',
      "O'Neil",
    ),
    district_code: district,
    state: fc.constantFrom(...CaseState.options),
    opened_at: dayMs(-31, -1),
    supply_unit: fc.constantFrom('U1', 'U2', 'U3'),
    industry_code: fc.constantFrom('3311', '3110', '6450', '%3'),
    source: fc.constantFrom('finding' as const, 'tip' as const),
    assignee: orNull(fc.constantFrom('Li', 'Wang', 'D1')),
    snoozed_until: orNull(dayMs(-3, 3)),
    told_district: orNull(district),
    department: fc.constantFrom('', 'economy'),
    due_at: orNull(dayMs(-5, 5)),
    level_rank: fc.integer({ min: 0, max: 3 }),
    priority: fc.constantFrom(0, 0.1, 12.5, 99_999.99, 1e9),
    signatures: fc.constantFrom('', 'induction-furnace', 'crypto-mining;surge', 'surge'),
  })
  .map(row => ({
    ...row,
    id: '',
    number: '',
    customer_id: '',
    version: 1,
    submitted_by: null,
    reported_at: null,
    closed_at: row.state === 'closed' ? NOW_MS : null,
    audit_head: '',
    opened_by: 'system',
    snooze_reason: row.snoozed_until === null ? '' : 'meter exchange',
    merged_into: row.state === 'merged' ? 'case-of-another' : null,
    entered_at: row.opened_at,
    reminded_at: null,
    escalated_at: null,
    urged_at: null,
    withdrawn_at: null,
    score: row.level_rank / 3,
    stake_yuan: 2 * row.priority,
    stake_kwh: 4 * row.priority,
  }))

export const addCases = (store: Store, rows: readonly Kept[]): Promise<void> =>
  store.transact(async trx => {
    for (const row of rows) await trx.insertInto('cases').values(row).execute()
  })
