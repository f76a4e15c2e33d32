import { TariffRule } from '../../schemas/tariff.ts'
import { chunks, type Db } from '../adapters/store/index.ts'
import { appendLink } from '../audit/index.ts'
import { loadRules } from '../pricing/index.ts'
import { nextChangeId, nextRelease, type Row, SYSTEM } from './change.ts'
import { storeChange } from './propose.ts'
import { insertRows } from './rows.ts'
import { isSameRule } from './rule-checks/repeated.ts'

const IDS_PER_QUERY = 500

/** What comes with the program is on record in a chain of its own: nobody at the desk did it. */
const SHIPPED_CHAIN = 'shipped-rules'

/**
 * Takes in, at start and under the lock "cases", the rules of the program. A store that has none yet gets them released
 * by the system: which of them may decide is for their source status to say. After that people decide: what a later
 * edition says otherwise, or anew, is put up once, for a person to release or refuse.
 */
export const shipRules = async (trx: Db, edition: readonly TariffRule[], nowMs: number): Promise<void> => {
  const shipped = edition.map(rule => TariffRule.parse(rule))
  const isFirst =
    (await trx.selectFrom('tariff_rule').select('rule_id').limit(1).executeTakeFirst()) === undefined
  if (isFirst) return releaseFirst(trx, shipped, nowMs)
  const news = await unheardOf(trx, shipped)
  if (news.length === 0) return
  const row: Row = {
    ...(await newRow(trx, news.length, '本程序新版与现行规则不同', nowMs)),
    ...{ state: 'proposed', decided_by: null, decided_at: null, released: null },
  }
  await storeChange(trx, row, { kind: 'rules', rules: news })
}

const newRow = async (trx: Db, rows: number, reason: string, nowMs: number) => ({
  ...{ id: await nextChangeId(trx), kind: 'rules' as const, rows, reason },
  ...{ proposed_by: SYSTEM, proposed_at: nowMs, decided_reason: '' },
})

const releaseFirst = async (trx: Db, rules: TariffRule[], nowMs: number): Promise<void> => {
  const row: Row = {
    ...(await newRow(trx, rules.length, '本程序自带的规则', nowMs)),
    ...{ state: 'released', decided_by: SYSTEM, decided_at: nowMs, released: await nextRelease(trx) },
  }
  await trx.insertInto('price_change').values(row).execute()
  await insertRows(trx, row.id, { kind: 'rules', rules })
  await appendLink(trx, {
    ...{ chainId: SHIPPED_CHAIN, atMs: nowMs, actor: SYSTEM, action: 'activate', reason: row.reason },
    detail: { priceChange: row.id, kind: row.kind, rows: row.rows },
  })
}

/** Rules that neither count as they stand here, nor were put up like that by an edition before. */
const unheardOf = async (trx: Db, shipped: readonly TariffRule[]): Promise<TariffRule[]> => {
  const heard = Map.groupBy(
    [...(await loadRules(trx)), ...(await shippedBefore(trx, shipped))],
    ({ id }) => id,
  )
  return shipped.filter(rule => !heard.get(rule.id)?.some(held => isSameRule(held, rule)))
}

const shippedBefore = async (trx: Db, shipped: readonly TariffRule[]): Promise<TariffRule[]> => {
  const found: TariffRule[] = []
  const ids = shipped.map(({ id }) => id)
  for (const some of chunks(ids, IDS_PER_QUERY)) {
    const rows = await trx
      .selectFrom('tariff_rule')
      .innerJoin('price_change', 'price_change.id', 'tariff_rule.change_id')
      .select('tariff_rule.body')
      .where('price_change.proposed_by', '=', SYSTEM)
      .where('tariff_rule.rule_id', 'in', some)
      .execute()
    found.push(...rows.map(({ body }) => TariffRule.parse(JSON.parse(body))))
  }
  return found
}
