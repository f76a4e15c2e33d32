import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { parseDay } from '../../schemas/day.ts'
import type { TariffRule } from '../../schemas/tariff.ts'
import { addAccounts } from '../../services/accounts/index.ts'
import { openEmbedded } from '../../services/adapters/index.ts'
import { loadTariffRules } from '../../services/pricing/index.ts'
import { startService } from '../acceptance/support/cli.ts'
import { person, withToken } from '../support/people.ts'

/** Of these every fifth decision holds on the day that is asked. */
export const DECISIONS = 100_000
export const ON_LIST = DECISIONS / 5
const RULES = 1_000
/** The day that is asked. */
export const DAY = '2024-06-15'
const PLACES = ['CN', 'CQ', '500101', '500102', '500103', '500104', '500106', '500107', '500108', '500110']
const DISTRICTS = ['500101', '500102', '500103', '500104', '500105', '500106', '500107', '500108', '500110']
const INDUSTRIES = ['钢铁', '水泥', '铁合金', '电石', '烧碱', '黄磷', '锌冶炼', '虚拟货币挖矿']

export const ASKING = withToken(person('pricing', 'pricing'))

/** Of the n-th customer that stands on the list. */
export const customerOf = (n: number): string => `50${String(n % ON_LIST).padStart(8, '0')}`

/**
 * Makes a data folder with 1,000 rules and 100,000 decisions of one line each, on 20,000 customers of the registry: each
 * customer has four that are over and one that holds, which is a year's list after another.
 */
export const fillDecisions = async (folder: string): Promise<void> => {
  await (await startService(folder)).kill()
  const ports = await openEmbedded(folder, 'scratch')
  await ports.store.transact(trx => addAccounts(trx, [ASKING], Date.now()))
  await ports.close()
  const database = new DatabaseSync(join(folder, 'dianshao.sqlite'))
  database.exec('PRAGMA synchronous = OFF; BEGIN')
  insertRules(database)
  insertMeters(database)
  insertDecisions(database)
  database.exec('COMMIT; PRAGMA wal_checkpoint(TRUNCATE)')
  database.close()
}

const insertRules = (database: DatabaseSync): void => {
  const shipped = loadTariffRules().find(({ id }) => id === 'CN-STEEL-ELIM-2017')!
  const { version, changeId, releasedAt, ...rule } = shipped
  const atMs = Date.UTC(2020, 0, 1)
  database
    .prepare(
      "insert into price_change values ('change-900000', 'rules', 'released', ?, '', 'a', ?, 'b', ?, '', 900000)",
    )
    .run(RULES, atMs, atMs)
  const insert = database.prepare("insert into tariff_rule values ('change-900000', ?, ?, 1, ?)")
  for (let i = 0; i < RULES - loadTariffRules().length; i++) {
    const from = 2017 + (i % 10)
    const body: TariffRule = {
      ...rule,
      id: `BENCH-${String(i).padStart(4, '0')}`,
      jurisdiction: PLACES[i % PLACES.length]!,
      industries: [INDUSTRIES[Math.floor(i / PLACES.length) % INDUSTRIES.length]!],
      category: i % 3 === 0 ? '限制类' : '淘汰类',
      effectiveFrom: `${from}-01-01`,
      effectiveTo: `${from}-12-31`,
      sourceStatus: 'original',
    }
    insert.run(i + 1, body.id, JSON.stringify(body))
  }
}

const insertMeters = (database: DatabaseSync): void => {
  const insert = database.prepare(
    `insert into meter (meter_id, valid_from, valid_to, point_id, customer_id, customer_name, district_code,
      industry_code, industry_edition, contract_kva, voltage_kv, interval_minutes, licensed_processes, supply_unit,
      status, multiplier, feed, parent_point_id, address, transformer_id, licensed_tonnes_per_year, updated_at)
    values (?, 0, null, ?, ?, ?, ?, '3120', '2017', 0, 10, 15, '', ?, 'in-use', 1, 'main', '', '', '', 0, 0)`,
  )
  for (let i = 0; i < ON_LIST; i++) {
    const district = DISTRICTS[i % DISTRICTS.length]!
    insert.run(`M${i}`, `M${i}`, customerOf(i), `重庆第${i}工业有限公司`, district, `U${i % 12}`)
  }
}

const insertDecisions = (database: DatabaseSync): void => {
  const change = database.prepare(
    "insert into price_change values (?, 'decision', 'released', 1, '', 'a', ?, 'b', ?, '', ?)",
  )
  const decision = database.prepare('insert into decision values (?, ?, ?, ?, ?, ?)')
  const entry = database.prepare(
    "insert into decision_entry values (?, ?, 1, 'apply', null, ?, ?, ?, null, '', '[]', null, ?, ?, null, '')",
  )
  for (let i = 0; i < DECISIONS; i++) {
    const year = 2020 + Math.floor(i / ON_LIST)
    const id = `change-${900_001 + i}`
    const atMs = Date.UTC(year - 1, 11, 1) + i
    change.run(id, atMs, atMs, 900_001 + i)
    decision.run(
      id,
      `决〔${year}〕${i}号`,
      '关于差别电价用户名单的决定',
      '市发展改革委',
      parseDay(`${year}-01-01`),
      '核查',
    )
    const industry = INDUSTRIES[(i % ON_LIST) % INDUSTRIES.length]!
    const category = i % 3 === 0 ? '限制类' : '淘汰类'
    const days = [parseDay(`${year}-01-01`), parseDay(`${year}-12-31`)] as const
    entry.run(`${id}-00001`, id, customerOf(i), industry, category, ...days)
  }
}
