import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { CaseState } from '../../schemas/case.ts'
import { MS_PER_DAY } from '../../schemas/day.ts'
import { addAccounts, type NewAccount } from '../../services/accounts/index.ts'
import { openEmbedded } from '../../services/adapters/index.ts'
import { startService } from '../acceptance/support/cli.ts'
import { person, withToken } from '../support/people.ts'

const YEAR_OF_FIRST = 2016
const YEARS = 10
const DISTRICTS = 38
const UNITS = 12
const PEOPLE = 40
const OPEN_SHARE = 0.15
const OPEN_STATES = CaseState.options.filter(state => state !== 'closed' && state !== 'merged')
const TRADES = ['3391', '3110', '3130', '6450', '6420', '2619', '3311', '1310']
const NAMES = ['重庆宏达铸造有限公司', '江津永盛机械厂', '两江数据科技有限公司', 'Chongqing Hengtai Steel']

/** Who asks in a bench: they see all, one supply unit, one district. */
export const ASKING = {
  all: withToken(person('P7', 'analyst')),
  unit: withToken(person('P8', 'analyst', { supplyUnits: ['U3'] })),
  district: withToken(person('D5', 'district', { districtCode: district(5) })),
} satisfies Record<string, NewAccount>

function district(i: number): string {
  return `5001${String(i + 1).padStart(2, '0')}`
}

/** Makes a data folder with so many cases, written straight into its store, and the accounts that ask. */
export const fillCases = async (folder: string, cases: number): Promise<void> => {
  await (await startService(folder)).kill()
  const ports = await openEmbedded(folder, 'scratch')
  await ports.store.transact(trx => addAccounts(trx, Object.values(ASKING), Date.now()))
  await ports.close()
  const database = new DatabaseSync(join(folder, 'dianshao.sqlite'))
  database.exec('PRAGMA synchronous = OFF; PRAGMA cache_size = -1000000; BEGIN')
  const indexes = indexesOf(database)
  for (const { name } of indexes) database.exec(`drop index ${name}`)
  insertCases(database, cases)
  for (const { sql } of indexes) database.exec(sql)
  database.exec('COMMIT; PRAGMA wal_checkpoint(TRUNCATE)')
  database.close()
}

/** They are made when every row is there: quicker than with each row. */
const indexesOf = (database: DatabaseSync): { name: string; sql: string }[] =>
  database
    .prepare(
      "select name, sql from sqlite_master where type = 'index' and tbl_name in ('cases', 'charge') and sql is not null",
    )
    .all() as { name: string; sql: string }[]

const COLUMNS = [
  ...['id', 'number', 'customer_id', 'customer_name', 'district_code', 'state', 'version', 'opened_at'],
  ...[
    'audit_head',
    'supply_unit',
    'industry_code',
    'assignee',
    'snoozed_until',
    'told_district',
    'entered_at',
  ],
  ...['due_at', 'closed_at', 'reported_at', 'level_rank', 'score', 'stake_yuan', 'priority', 'signatures'],
]

const LEVELS = ['yellow', 'orange', 'red'] as const

const insertCases = (database: DatabaseSync, cases: number): void => {
  const row = database.prepare(
    `insert into cases (${COLUMNS.join(', ')}) values (${COLUMNS.map(() => '?').join(', ')})`,
  )
  const charge = database.prepare('insert into charge values (?, ?, ?, ?, ?, ?, ?, ?)')
  const random = randomOf(7)
  const firstMs = Date.UTC(YEAR_OF_FIRST, 0, 1)
  for (let i = 0; i < cases; i++) {
    const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
    const openedMs = Math.floor(firstMs + (i / cases) * YEARS * 365 * MS_PER_DAY)
    const isOpen = random() < OPEN_SHARE
    const state = isOpen ? pick(OPEN_STATES) : 'closed'
    const isTold = !['to-check', 'on-site', 'to-review'].includes(state)
    const code = district(Math.floor(random() * DISTRICTS))
    const rank = 1 + Math.floor(random() * 3)
    const yuan = random() < 0.7 ? Math.round(1e6 * random() ** 3) / 10 : 0
    const signature = yuan > 0 ? pick(['induction-furnace', 'crypto-mining']) : 'surge'
    const id = `case-${(i * 2_654_435_761) % 4_294_967_296}-${i}`
    const number = `${new Date(openedMs).getUTCFullYear()}-${String(i).padStart(5, '0')}`
    const dueMs = isOpen ? Date.now() + (random() - 0.3) * 20 * MS_PER_DAY : null
    const values = [
      ...[id, number, `50${i}`, `${pick(NAMES)}${i % 997}`, code, state, 3, openedMs, ''],
      ...[`U${Math.floor(random() * UNITS)}`, pick(TRADES)],
      random() < 0.6 ? `P${Math.floor(random() * PEOPLE)}` : null,
      isOpen && random() < 0.1 ? Date.now() + 30 * MS_PER_DAY : null,
      ...[isTold ? code : null, openedMs, dueMs, isOpen ? null : openedMs + 9e8, isTold ? openedMs : null],
      ...[rank, 0.6 + 0.1 * rank, yuan, Math.round(yuan * 90) / 100, signature],
    ]
    row.run(...values.map(value => (typeof value === 'number' ? Math.round(value * 100) / 100 : value)))
    charge.run(id, signature, LEVELS[rank - 1]!, 0.6 + 0.1 * rank, `M${i}`, `F${i}`, openedMs, '{}')
  }
}

/** mulberry32: the same cases in every run. */
const randomOf = (seed: number) => () => {
  seed = (seed + 0x6d2b79f5) | 0
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
  return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
}
