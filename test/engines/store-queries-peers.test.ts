import { expect, it } from 'vitest'
import { PEER_MEASURES } from '../../detectors/index.ts'
import type { Db } from '../../services/adapters/store/index.ts'
import {
  accuse,
  followPeers,
  hasSuspicions,
  noteSuspicions,
  settleSuspicions,
  suspicionsOf,
} from '../../services/cases/index.ts'
import { forgetPeers, noteDue, noteDueOf, peersOf } from '../../services/peers/index.ts'
import { loadTariffRules } from '../../services/pricing/index.ts'
import type { JudgedDay } from '../../services/process/judge-days.ts'
import { saveDays, saveFindings } from '../../services/process/save.ts'
import { findingOf } from '../services/cases/desk.ts'
import { meter } from '../support/meters.ts'
import { MONDAY } from '../support/readings.ts'
import { sameOnBoth } from './support/both-stores.ts'

const NOW_MS = Date.parse('2024-06-01T08:00:00+08:00')
const DAYS = 20
const DIPS_FROM = 14

/** A point whose power at peak hours is another from a day on. */
const daysOf = (pointId: string, left: number): JudgedDay[] =>
  Array.from({ length: DAYS }, (_, i) => {
    const peakOverRest = i >= DIPS_FROM ? left : 1
    const measures = { dayKind: 0, energyKwh: 100, peakOverRest, peakShift: Math.log(peakOverRest) }
    return {
      pointId,
      day: MONDAY + i,
      customerId: `C ${pointId}`,
      features: new Float32Array(1),
      coverage: 1,
      kwh: 100,
      scores: {},
      marks: 0,
      districtCode: '500107',
      trade: '31',
      moves: Float32Array.from(PEER_MEASURES, name =>
        name in measures ? measures[name as keyof typeof measures] : Number.NaN,
      ),
    }
  })

const deps = {
  book: { release: 0, rules: loadTariffRules() },
  meterAt: (pointId: string) => meter({ pointId, customerId: `C ${pointId}` }),
}

const stateOf = async (db: Db) => ({
  published: await db.selectFrom('peer_day').selectAll().orderBy('day').orderBy('trade').execute(),
  due: await db.selectFrom('peer_due').select(['district_code', 'from_day', 'to_day']).execute(),
  looks: await db.selectFrom('peer_look').selectAll().execute(),
  held: await db.selectFrom('held').selectAll().execute(),
  charges: (await db.selectFrom('charge').select('body').execute()).map(({ body }) => JSON.parse(body)),
})

it('weighs suspicions by peers alike, and again when more is known of these', async () => {
  const answers = await sameOnBoth(async ({ store }) => {
    const { db } = store
    const finding = findingOf('C 点', { score: 0.85, dayOffset: 18, signature: 'crypto-mining', pointId: '点' }) // biome-ignore format: one line
    const neighbours = Array.from({ length: 10 }, (_, i) => daysOf(`P${i}`, 0.5)).flat()
    const settle = () => store.transact(trx => settleSuspicions(trx, NOW_MS, deps))

    await store.transact(async trx => {
      await saveDays(trx, daysOf('点', 0.45))
      await saveFindings(trx, [finding])
      await noteSuspicions(trx, await suspicionsOf(trx, [finding]))
    })
    const settled = [await hasSuspicions(db), await settle(), await settle(), await hasSuspicions(db)]
    const alone = await stateOf(db)

    await store.transact(trx => saveDays(trx, neighbours))
    await store.transact(followPeers)
    await settle()
    const together = await stateOf(db)

    await store.transact(trx => noteDueOf(trx, 'P0', MONDAY + 3, MONDAY + 90))
    await store.transact(trx => noteDue(trx, [{ districtCode: '500108', day: MONDAY }]))
    const noted = await stateOf(db)
    await store.transact(trx => saveDays(trx, neighbours.map(day => ({ ...day, moves: null })))) // biome-ignore format: one line
    await store.transact(followPeers)
    await settle()
    const again = await stateOf(db)
    await store.transact(trx => accuse(trx, [], NOW_MS, deps))
    const shown = await peersOf(db, '点', MONDAY + 17, MONDAY + 18)
    await store.transact(trx => forgetPeers(trx, MONDAY + 18))
    return { settled, alone, together, noted, again, shown, left: (await stateOf(db)).published }
  })
  expect(answers.settled).toEqual([true, true, false, false])
  expect(answers.alone.charges).toMatchObject([{ peers: null, unsupported: false }])
  expect(answers.together.held).toHaveLength(1)
  expect(answers.together.charges).toMatchObject([{ unsupported: true }])
  expect(answers.together.published.map(({ trade, customers }) => `${trade} ${customers}`)).toContain('31 11')
  expect(answers.noted.due).toHaveLength(2)
  expect(answers.again.held).toEqual([])
  expect(answers.again.charges).toMatchObject([{ unsupported: false }])
})
