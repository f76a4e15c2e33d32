import { expect, it } from 'vitest'
import { FEATURE_NAMES, PEER_MEASURES } from '../../detectors/index.ts'
import type { Finding } from '../../schemas/finding.ts'
import {
  advanceStretch,
  askAgain,
  findCorrection,
  listCorrections,
  listEffects,
  nextStretch,
  noteEffects,
  recordBackfill,
  scoresHoldTo,
} from '../../services/corrections/index.ts'
import type { JudgedDay } from '../../services/process/judge-days.ts'
import { loadPoints, loadStretch } from '../../services/process/load-points.ts'
import { followMoves } from '../../services/process/moved-days.ts'
import type { PointState } from '../../services/process/point.ts'
import {
  moveCheckpoints,
  openDaysUpTo,
  readCheckpoints,
  saveDays,
  saveFindings,
  saveMarks,
  saveOpenDays,
} from '../../services/process/save.ts'
import { findingOf } from '../services/cases/desk.ts'
import { MONDAY } from '../support/readings.ts'
import { sameOnBoth } from './support/both-stores.ts'

const NOW_MS = Date.parse('2024-06-01T08:00:00+08:00')

const judged = (pointId: string, day: number, change: Partial<JudgedDay> = {}): JudgedDay => ({
  pointId,
  day,
  customerId: `C ${pointId}`,
  features: Float32Array.from(FEATURE_NAMES, (_, i) => (i % 7 === 0 ? Number.NaN : day / (i + 1))),
  coverage: 1 / 3,
  kwh: 0.1 + 0.2,
  scores: { 'crypto-mining': 0.1 },
  marks: 0,
  districtCode: '500107',
  trade: '59',
  moves: Float32Array.from(PEER_MEASURES, (_, i) => (i % 3 === 0 ? Number.NaN : day / (i + 1))),
  ...change,
})

const rowsOf = ({ rows }: PointState): object[] =>
  rows.keys().map(day => ({ day, marks: rows.marksOf(day), features: [...rows.get(day)!] }))

const POINTS = ['P1', '点', 'nobody']

it('keeps judged days, findings and open days alike', async () => {
  const answers = await sameOnBoth(async ({ store, history }) => {
    const days = Array.from({ length: 450 }, (_, i) => judged(i % 3 ? 'P1' : '点', MONDAY + i))
    await store.transact(trx => saveDays(trx, days))
    const again = [
      judged('P1', MONDAY + 1, { kwh: 1e-300, marks: 5, coverage: 0.9 }),
      judged('P1', MONDAY + 449),
    ]
    await store.transact(trx => saveDays(trx, again))
    await store.transact(trx => saveMarks(trx, [{ pointId: '点', day: MONDAY, marks: 9 }]))
    const first = findingOf('C1', { score: 0.8, pointId: 'P1' })
    const second = findingOf('C1', { score: 0.6, pointId: 'P1', supersedes: first.id })
    const corrected = { ...first, supersedes: second.id }
    for (const finding of [first, second, corrected])
      await store.transact(trx => saveFindings(trx, [finding]))
    const opened = Array.from({ length: 300 }, (_, i) => ({ point_id: 'P1', day: MONDAY + i }))
    await store.transact(trx => saveOpenDays(trx, opened, []))
    await store.transact(trx => saveOpenDays(trx, opened.slice(0, 2), opened.slice(2)))
    const open = await openDaysUpTo(store.db, MONDAY, undefined, 100)
    const moved = [
      { day: MONDAY, held: ['点', '点2'], emptied: ['P1'] },
      { day: MONDAY + 9, held: ['点'], emptied: ['P1'] },
    ]
    const unsettled = await store.transact(trx =>
      followMoves(trx, moved as Parameters<typeof followMoves>[1]),
    )
    return {
      open,
      unsettled,
      points: [...(await loadPoints(store.db, history, POINTS))].map(([, point]) => ({
        ...point,
        rows: rowsOf(point),
      })),
      stretch: await loadStretch(store.db, 'P1', MONDAY, MONDAY + 5),
    }
  })
  expect(answers.open).toEqual([{ point_id: 'P1', day: MONDAY }])
  expect(answers.unsettled).toHaveLength(4)
  const { rows } = answers.stretch.point
  expect(rows.keys().map(day => [day - MONDAY, rows.marksOf(day)])).toContainEqual([1, 5])
})

it('moves checkpoints alike, and only from where they are', async () => {
  const answers = await sameOnBoth(async ({ store }) => {
    const move = (partition: number, from: number, to: number) =>
      store
        .transact(trx => moveCheckpoints(trx, [{ partition, offset: from, next: to }]))
        .then(
          () => 'moved',
          (error: Error) => error.message,
        )
    return {
      moves: [
        await move(0, 0, 2 ** 40),
        await move(1, 5, 6),
        await move(0, 0, 7),
        await move(0, 2 ** 40, 2 ** 40 + 1),
      ],
      read: [...(await readCheckpoints(store.db, [0, 1, 2]))],
      none: [...(await readCheckpoints(store.db, []))],
    }
  })
  expect(answers.moves.map(answer => answer === 'moved')).toEqual([true, false, false, true])
  expect(answers.read).toEqual([[0, 2 ** 40 + 1]])
})

it('works corrections off alike', async () => {
  const stretch = (pointId: string, from: number, to: number) => ({
    pointId,
    from: MONDAY + from,
    to: MONDAY + to,
  })
  const answers = await sameOnBoth(async ({ store }) => {
    await store.transact(trx => recordBackfill(trx, [stretch('P1', 0, 3), stretch('点', 5, 9)], NOW_MS))
    await store.transact(trx => recordBackfill(trx, [stretch('P1', 2, 6), stretch('P1', 20, 25)], NOW_MS + 1))
    await store.transact(trx => recordBackfill(trx, [], NOW_MS + 1))
    const fresh = await store.transact(trx => askAgain(trx, 1, [stretch('P3', 1, 1), stretch('P1', 7, 7)]))
    const before = await listCorrections(store.db, { limit: 9 })

    const old = findingOf('C1', { score: 0.8, pointId: 'P1' })
    const weak = findingOf('C1', { score: 0.4, pointId: 'P1', dayOffset: 1 })
    await store.transact(trx => saveFindings(trx, [old, weak]))
    const held = {
      id: old.id,
      point_id: 'P1',
      customer_id: 'C1',
      signature: old.signature,
      day: MONDAY,
      score: 0.8,
    }
    const fell: Finding = findingOf('C1', { score: 0.55, pointId: 'P1', supersedes: old.id })
    const went: Finding = findingOf('C2', { score: 0.9, pointId: 'P1', dayOffset: 1, supersedes: weak.id })
    await store.transact(trx => noteEffects(trx, 1, [fell, went], []))
    await store.transact(trx => noteEffects(trx, 1, [], [{ ...held, day: MONDAY + 2 }]))
    await store.transact(trx => noteEffects(trx, 1, [fell], [{ ...held, day: MONDAY + 2, score: 0.1 }]))

    const taken: unknown[] = []
    for (let next = await nextStretch(store.db); next; next = await nextStretch(store.db)) {
      const waiting = next
      const to = Math.min(waiting.to_day, waiting.from_day + 3)
      const holds = await scoresHoldTo(store.db, waiting, to)
      const { sequence: _, ...rest } = waiting
      taken.push([rest, to, holds])
      await store.transact(trx => advanceStretch(trx, waiting, to, to - waiting.from_day + 1))
    }
    return {
      fresh,
      before,
      taken,
      after: [await findCorrection(store.db, 1), await findCorrection(store.db, 2)],
      none: await listCorrections(store.db, { before: 1, limit: 9 }),
      effects: await listEffects(store.db, { id: 1, offset: 0, limit: 100 }),
      second: await listEffects(store.db, { id: 1, offset: 1, limit: 1 }),
    }
  })
  expect(answers.before).toMatchObject([{ id: 1, kind: 'backfill', points: 2, waiting: 3 }])
  expect(answers.taken.length).toBeGreaterThan(4)
  expect(answers.effects.length).toBeGreaterThan(1)
  expect(answers.second).toEqual(answers.effects.slice(1, 2))
})
