import { sql } from 'kysely'
import { expect, it } from 'vitest'
import type { Account } from '../../schemas/account.ts'
import type { OutcomeBody } from '../../schemas/charge-outcome.ts'
import { dayText } from '../../schemas/day.ts'
import type { Db, Store } from '../../services/adapters/store/index.ts'
import { readBoard } from '../../services/board/index.ts'
import { accuse, listCases, recordOutcome, showCase } from '../../services/cases/index.ts'
import { decideCriterion, listCriteria, previewCriterion } from '../../services/criteria/index.ts'
import { saveFindings } from '../../services/process/save.ts'
import {
  decideVersion,
  listVersions,
  previewVersion,
  saveShadowScores,
  syncVersions,
  versionNotices,
} from '../../services/versions/index.ts'
import { findingOf, NOW_MS, type Suspicion } from '../services/cases/desk.ts'
import { fakeFurnace } from '../services/versions/fake-detector.ts'
import { dayBeforeMs, LI, proposal, releaseCriterion, WANG } from '../support/criteria.ts'
import { meter } from '../support/meters.ts'
import { MONDAY } from '../support/readings.ts'
import { sameOnBoth } from './support/both-stores.ts'

const PERIOD = { from: MONDAY, to: MONDAY + 40 }
const METERS = ['M1', 'M2', 'M3'].map(meterId => meter({ meterId, customerId: `C${meterId.slice(1)}` }))
const PROGRAM = [fakeFurnace('1', 0.9), fakeFurnace('2', 0.1)]
const VERSION = { signature: 'induction-furnace', version: '2' } as const

const keepDay = async (trx: Db, pointId: string, customerId: string, day: number): Promise<void> => {
  const row = { point_id: pointId, day, features: new Uint8Array(4), coverage: 1, kwh: 1, marks: 0 }
  await trx
    .insertInto('feature')
    .values({ ...row, scores: JSON.stringify({ 'induction-furnace': 0.9 }), customer_id: customerId })
    .onConflict(conflict => conflict.doNothing())
    .execute()
}

const suspect = (store: Store, customerId: string, suspicion: Suspicion) =>
  store.transact(async trx => {
    const finding = findingOf(customerId, suspicion)
    await keepDay(trx, finding.pointId, customerId, MONDAY + (suspicion.dayOffset ?? 0))
    await saveFindings(trx, [finding])
    const meterAt = (pointId: string) => METERS.find(one => one.pointId === pointId)
    await accuse(trx, [finding], NOW_MS, { book: { release: 0, rules: [] }, meterAt })
  })

const answer = (store: Store, caseId: string, outcome: OutcomeBody, actor: Account = WANG) =>
  store.transact(trx =>
    recordOutcome(trx, { caseId, signature: 'induction-furnace', outcome, actor }, NOW_MS, {
      onConfirmed: async () => {},
    }),
  )

const OUTCOME = { note: 'seen', inspectedOn: '2024-05-30', metRunning: true }
const CONFIRMED: OutcomeBody = { ...OUTCOME, outcome: 'confirmed', cause: null }
const DISMISSED: OutcomeBody = { ...OUTCOME, outcome: 'dismissed', cause: 'data-centre' }

it('judges by criteria, closes cases and counts what became of them alike', async () => {
  const answers = await sameOnBoth(async ({ store }) => {
    await releaseCriterion(store, { validFrom: dayText(MONDAY + 10) })
    const { id: refused } = await releaseCriterion(store, {
      yellowFrom: 0.75,
      validFrom: dayText(MONDAY + 20),
    })
    const late = { id: refused, action: 'refuse', actor: WANG, reason: 'late' } as const
    const again = await store.transact(trx => decideCriterion(trx, late, dayBeforeMs(proposal())))
    for (const [customer, score, dayOffset] of [
      ['C1', 0.72, 3],
      ['C1', 0.78, 12],
      ['C2', 0.83, 12],
      ['C2', 0.96, 22],
      ['C3', 0.72, 12],
    ] as const) {
      await suspect(store, customer, { score, dayOffset })
    }
    const preview = await previewCriterion(store.db, proposal({ yellowFrom: 0.7 }), PERIOD)
    const opened = await listCases(store.db, { limit: 9 })
    const [first, second] = opened
    const recorded = [
      await answer(store, first!.id, DISMISSED),
      await answer(store, first!.id, DISMISSED, LI),
      await answer(store, first!.id, DISMISSED),
      await answer(store, second!.id, CONFIRMED, LI),
      await answer(store, second!.id, CONFIRMED),
    ]
    // The first is held, the second may open again.
    await suspect(store, 'C1', { score: 0.99, dayOffset: 70 })
    await suspect(store, 'C2', { score: 0.99, dayOffset: 90 })
    const boards = []
    for (const by of ['detector', 'district', 'month'] as const) {
      boards.push(await readBoard(store.db, { from: MONDAY, to: MONDAY + 100, by }, MONDAY))
    }
    const attempts = [
      sql`update charge_outcome set final = 1`,
      sql`delete from charge_outcome`,
      sql`update criterion set yellow_from = 0.5`,
      sql`update criterion set state = 'proposed'`,
      sql`delete from criterion`,
    ]
    const protectedFrom = []
    for (const attempt of attempts) {
      const trying = store.transact(trx => attempt.execute(trx))
      protectedFrom.push(
        await trying.then(
          () => 'done',
          () => 'refused',
        ),
      )
    }
    return {
      again,
      preview,
      recorded,
      boards,
      protectedFrom,
      criteria: await listCriteria(store.db),
      cases: await listCases(store.db, { limit: 9 }),
      shown: await showCase(store.db, first!.id, WANG, NOW_MS),
    }
  })
  expect(answers.protectedFrom).toEqual(Array.from({ length: 5 }, () => 'refused'))
  expect(answers.cases.map(({ customerId, state }) => `${customerId} ${state}`).toSorted()).toEqual([
    'C1 closed',
    'C2 closed',
    'C2 to-check',
  ])
})

it('runs versions in shadow and releases them alike', async () => {
  const answers = await sameOnBoth(async ({ store }) => {
    const sync = (program: typeof PROGRAM) => store.transact(trx => syncVersions(trx, program, NOW_MS))
    await sync(PROGRAM.slice(0, 1))
    await sync(PROGRAM)
    for (let day = 0; day < 14; day++) {
      await suspect(store, 'C1', { score: 0.9, dayOffset: day })
      const score = { ...VERSION, pointId: 'M1', day: MONDAY + day, score: 0.2 }
      await store.transact(trx => saveShadowScores(trx, [{ ...score, score: 0.8 }]))
      await store.transact(trx => saveShadowScores(trx, [score]))
    }
    const decide = (action: 'propose' | 'release', actor: Account) =>
      store.transact(trx => decideVersion(trx, { ...VERSION, action, actor, reason: 'better' }, NOW_MS))
    const preview = await previewVersion(store.db, VERSION, PERIOD)
    const decided = [
      await decide('release', WANG),
      await decide('propose', LI),
      await decide('release', WANG),
    ]
    const notices = await versionNotices(store.db, PROGRAM.slice(0, 1))
    await sync(PROGRAM.slice(0, 1))
    return { preview, decided, notices, versions: await listVersions(store.db, PROGRAM) }
  })
  expect(answers.preview).toMatchObject({ opensNoLonger: 1 })
  expect(answers.decided[2]).toEqual({ done: true })
  expect(answers.notices).toHaveLength(1)
})
