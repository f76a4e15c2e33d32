import type { BothLanguages } from '../../schemas/finding.ts'
import type { Db } from '../adapters/store/index.ts'

/** What somebody should know of where alerts go, and do something about. */
export const endpointNotices = async (db: Db): Promise<BothLanguages[]> => [
  ...(await withoutEndpoint(db)),
  ...(await illEndpoints(db)),
]

/** Alerts that no endpoint wants, by district. */
const withoutEndpoint = async (db: Db): Promise<BothLanguages[]> => {
  const rows = await db
    .selectFrom('outbox')
    .select(({ fn }) => ['district_code', fn.countAll<number>().as('n')])
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('delivery').select('delivery.alert_id').whereRef('delivery.alert_id', '=', 'outbox.id'),
        ),
      ),
    )
    .groupBy('district_code')
    .orderBy('district_code')
    .execute()
  return rows.map(({ district_code, n }) => ({
    zh: `${district_code} 有 ${Number(n)} 件告知无接收端：请为其登记接收端。`,
    en: `${Number(n)} alerts to ${district_code} have no endpoint that wants them: make one, or widen its filters.`,
  }))
}

/** Endpoints that nothing reaches, or that are off by themselves. */
const illEndpoints = async (db: Db): Promise<BothLanguages[]> => {
  const rows = await db
    .selectFrom('endpoint')
    .select(['id', 'district_code', 'state', 'off_reason', 'failing_since'])
    .where(({ or, eb }) => or([eb('state', '=', 'warned'), eb('off_reason', 'in', ['gone', 'failing'])]))
    .orderBy('id')
    .execute()
  return rows.map(({ id, district_code, state, off_reason, failing_since }) => {
    const since = failing_since === null ? '' : new Date(failing_since).toISOString()
    if (state === 'warned') {
      return {
        zh: `接收端 ${id}（${district_code}）自 ${since} 起无一送达，满十天将停用：请联系对方。`,
        en: `Nothing has reached ${id} (${district_code}) since ${since}; after ten days it is switched off: ask whose it is.`,
      }
    }
    const why =
      off_reason === 'gone'
        ? { zh: '对方答复已不存在（410）', en: 'it answered that it is gone (410)' }
        : { zh: '十天无一送达', en: 'nothing reached it for ten days' }
    return {
      zh: `接收端 ${id}（${district_code}）已停用：${why.zh}。请更正地址后重新启用。`,
      en: `${id} (${district_code}) is off: ${why.en}. Set its address right and switch it on again.`,
    }
  })
}
