import { expect, it } from 'vitest'
import { dayText } from '../../schemas/day.ts'
import type { Db, Store } from '../../services/adapters/store/index.ts'
import {
  accuse,
  deadlinesWait,
  followDeadlines,
  followHolds,
  hasRunOut,
  listCases,
  settleSuspicions,
  showCase,
  suspectChanged,
} from '../../services/cases/index.ts'
import { listDeadlines, readOverdue } from '../../services/deadlines/index.ts'
import { carryOut, type Order } from '../../services/desk/index.ts'
import { listKnownGood, previewKnownGood } from '../../services/known-good/index.ts'
import { saveFindings } from '../../services/process/save.ts'
import { importRegistry } from '../../services/registry/index.ts'
import { listSwitches } from '../../services/releases/index.ts'
import { findingOf, NOW_MS, type Suspicion } from '../services/cases/desk.ts'
import { meter } from '../support/meters.ts'
import { person } from '../support/people.ts'
import { MONDAY } from '../support/readings.ts'
import { sameOnBoth } from './support/both-stores.ts'

const LI = person('Li', 'analyst')
const WANG = person('Wang', 'reviewer')
const CHEN = person('Chen', 'supervisor')
const OP = person('Op', 'operator')
const METERS = ['M1', 'M2', 'M3'].map(meterId =>
  meter({ meterId, customerId: `C${meterId.slice(1)}`, supplyUnit: meterId === 'M3' ? 'west' : 'east' }),
)
const meterAt = (pointId: string) => METERS.find(one => one.pointId === pointId)
const TODAY = 26
const DEPS = { book: { release: 0, rules: [] }, meterAt }

const keepDay = (trx: Db, pointId: string, customerId: string, day: number) =>
  trx
    .insertInto('feature')
    .values({
      ...{ point_id: pointId, day, features: new Uint8Array(4), coverage: 1, kwh: 1, marks: 0 },
      ...{ scores: '{}', customer_id: customerId },
    })
    .onConflict(conflict => conflict.doNothing())
    .execute()

const suspect = (store: Store, customerId: string, suspicion: Suspicion) =>
  store.transact(async trx => {
    const finding = findingOf(customerId, suspicion)
    await keepDay(trx, finding.pointId, customerId, MONDAY + (suspicion.dayOffset ?? 0))
    await saveFindings(trx, [finding])
    await accuse(trx, [finding], NOW_MS, DEPS)
  })

const settle = (store: Store) => store.transact(trx => settleSuspicions(trx, NOW_MS, DEPS))

const order = (store: Store, given: Order) =>
  store.transact(trx => carryOut(trx, given, { nowMs: NOW_MS, onConfirmed: async () => {} }))

const plain = { note: 'seen', inspectedOn: null, metRunning: null, cause: 'other-lawful-load' } as const

it('keeps deadlines, switches, holds and known-good entries alike', async () => {
  const answers = await sameOnBoth(async ({ store }) => {
    await store.transact(trx => importRegistry(trx, METERS, { replace: false }, NOW_MS))
    const said: unknown[] = []
    const give = async (given: Order) => said.push(await order(store, given))

    await give({ name: 'deadline', body: { state: 'to-check', workingDays: 2, reason: 'a' }, actor: CHEN })
    await give({ name: 'deadline', body: { state: 'to-check', workingDays: 4, reason: 'b' }, actor: CHEN })
    await give({
      name: 'switch',
      body: { district: '500107', level: 'red', on: true, reason: 'c' },
      actor: OP,
    })
    const good = { signature: null, owner: 'o', reason: 'r', document: 'd', until: '2024-06-10' }
    await give({ name: 'propose-known-good', body: { customerId: 'C3', ...good }, actor: LI })
    const id = 'known-good-000001'
    await give({ name: 'decide-known-good', body: { id, action: 'release', reason: '' }, actor: WANG })

    for (const customer of ['C1', 'C2', 'C3']) await suspect(store, customer, { score: 0.95, dayOffset: 1 })
    const [first] = await listCases(store.db, { limit: 9 })
    await give({ name: 'move', body: { caseId: first!.id, action: 'submit', reason: 's' }, actor: LI })
    const scope = { holdUntil: dayText(MONDAY + TODAY + 30), holdKw: 450 }
    await give({
      name: 'outcome',
      body: {
        caseId: first!.id,
        signature: 'induction-furnace',
        outcome: { ...plain, outcome: 'dismissed', ...scope },
      },
      actor: WANG,
    })
    await suspect(store, 'C1', { score: 0.95, dayOffset: TODAY + 5, kw: 440 })
    const held = await listCases(store.db, { limit: 9 })
    const changed = { ...METERS[0]!, contractKva: 900 }
    await store.transact(trx => importRegistry(trx, [changed], { replace: false }, NOW_MS))
    const isSuspected = await store.transact(trx => suspectChanged(trx, ['C1', 'C2']))
    while (await settle(store)) {}

    const later = NOW_MS + 12 * 86_400_000
    const boards = []
    for (const by of ['district', 'state', 'supplyUnit'] as const)
      boards.push(await readOverdue(store.db, CHEN, by, later))
    const west = person('Zhao', 'analyst', { supplyUnits: ['west'] })
    const waited = await deadlinesWait(store.db, later)
    await store.db.updateTable('cases').set({ due_at: null }).where('customer_id', '=', 'C2').execute()
    const more = await store.transact(trx => followDeadlines(trx, later))
    const preview = await previewKnownGood(store.db, { customerId: 'C3', ...good }, LI, NOW_MS)
    const ranOut = await hasRunOut(store.db, later)
    await store.transact(trx => followHolds(trx, later))
    const suspected = await store.db.selectFrom('suspected').select(['customer_id', 'signature']).execute()
    const cases = await listCases(store.db, { limit: 9 })
    return {
      ...{ said, held, isSuspected, boards, waited, more, preview, ranOut, suspected, cases },
      deadlines: await listDeadlines(store.db),
      switches: await listSwitches(store.db),
      known: await listKnownGood(store.db, west, { state: 'over', limit: 9 }, later),
      seen: await listKnownGood(
        store.db,
        person('Sun', 'analyst', { supplyUnits: ['east'] }),
        { limit: 9 },
        later,
      ),
      shown: await Promise.all(cases.map(one => showCase(store.db, one.id, WANG, later))),
      audit: await store.db
        .selectFrom('audit')
        .select(['case_id', 'action', 'detail'])
        .orderBy('case_id')
        .orderBy('sequence')
        .execute(),
    }
  })
  expect(answers.held.map(({ customerId, state }) => `${customerId} ${state}`)).toEqual([
    'C1 closed',
    'C2 to-check',
  ])
  expect(answers.cases.map(({ customerId, state }) => `${customerId} ${state}`)).toEqual([
    'C1 closed',
    'C2 to-check',
    'C1 to-check',
  ])
  expect(answers.shown.at(-1)!.charges[0]!.former).toMatchObject([{ why: 'registry-changed' }])
  expect(answers.suspected).toEqual([{ customer_id: 'C3', signature: 'induction-furnace' }])
  expect(answers.seen).toEqual([])
  expect(answers.known).toHaveLength(1)
})
