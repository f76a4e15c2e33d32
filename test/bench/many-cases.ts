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

/** From 0 to 1, evenly spread, another step for each salt: the same for a case in every run. */
const spread = (salt: number): string => `((i + 1) * ${salt * 62_710_561 + 104_729} % 1000003 / 1000003.0)`
const pick = (list: readonly string[], salt: number): string =>
  `case cast(${spread(salt)} * ${list.length} as integer) ${list.map((one, i) => `when ${i} then '${one}'`).join(' ')} end`

/** One statement for all of them: a statement for each row takes longer than the rows. */
const insertCases = (database: DatabaseSync, cases: number): void => {
  const nowMs = Date.now()
  const firstMs = Date.UTC(YEAR_OF_FIRST, 0, 1)
  const stepMs = Math.floor((YEARS * 365 * MS_PER_DAY) / cases)
  database.exec(`
    create temp table draft as
    with recursive counted (i) as (select 0 union all select i + 1 from counted where i < ${cases - 1}),
    thrown as (select i, ${firstMs} + i * ${stepMs} as opened_at, ${spread(1)} < ${OPEN_SHARE} as is_open,
      '5001' || substr('0' || (1 + cast(${spread(2)} * ${DISTRICTS} as integer)), -2) as district,
      1 + cast(${spread(3)} * 3 as integer) as level, case when ${spread(4)} < 0.7 then
      round(100000 * ${spread(5)} * ${spread(5)} * ${spread(5)}, 2) else 0 end as yuan from counted),
    placed as (select *, case when is_open then ${pick(OPEN_STATES, 6)} else 'closed' end as state from thrown)
    select *, 'case-' || (i * 2654435761 % 4294967296) || '-' || i as id,
      case when state in ('to-check', 'on-site', 'to-review') then null else district end as told,
      case when yuan > 0 then ${pick(['induction-furnace', 'crypto-mining'], 7)} else 'surge' end as signature
    from placed;
    insert into cases (id, number, customer_id, customer_name, district_code, state, version, opened_at, audit_head,
      supply_unit, industry_code, assignee, snoozed_until, told_district, entered_at, due_at, closed_at, reported_at,
      level_rank, score, stake_yuan, priority, signatures)
    select id, strftime('%Y', opened_at / 1000, 'unixepoch') || '-' || printf('%05d', i), '50' || i,
      ${pick(NAMES, 8)} || (i % 997), district, state, 3, opened_at, '', 'U' || cast(${spread(9)} * ${UNITS} as integer),
      ${pick(TRADES, 10)}, case when ${spread(11)} < 0.6 then 'P' || cast(${spread(12)} * ${PEOPLE} as integer) end,
      case when is_open and ${spread(13)} < 0.1 then ${nowMs + 30 * MS_PER_DAY} end, told, opened_at,
      case when is_open then cast(${nowMs} + (${spread(14)} - 0.3) * ${20 * MS_PER_DAY} as integer) end,
      case when is_open then null else opened_at + 900000000 end, case when told is not null then opened_at end,
      level, 0.6 + 0.1 * level, yuan, round(yuan * 0.9, 2), signature from draft;
    insert into charge select id, signature, case level when 1 then 'yellow' when 2 then 'orange' else 'red' end,
      0.6 + 0.1 * level, 'M' || i, 'F' || i, opened_at,
      json_object('pointId', 'M' || i, 'findingId', 'F' || i, 'score', 0.6 + 0.1 * level,
        'day', date(opened_at / 1000, 'unixepoch')) from draft;
    drop table draft`)
}
