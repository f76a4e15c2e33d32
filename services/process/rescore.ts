import { WINDOW_DAYS } from '../../detectors/index.ts'
import { type EpochDay, parseDay } from '../../schemas/day.ts'
import type { History, PointDay, WriteMark } from '../adapters/history/index.ts'
import type { Db } from '../adapters/store/index.ts'
import {
  advanceStretch,
  askAgain,
  type FormerFinding,
  nextStretch,
  noteEffects,
  type Stretch,
  scoresHoldTo,
  type WaitingStretch,
} from '../corrections/index.ts'
import { keepRejects } from '../ingest/index.ts'
import { noteDueOf } from '../peers/index.ts'
import type { RegistryView } from '../registry/index.ts'
import { type JudgeDeps, type Judgement, judgeDays } from './judge-days.ts'
import { findingKey, loadStretch } from './load-points.ts'
import { closeDue, followMoves } from './moved-days.ts'
import { isOfRegisters, type PointState } from './point.ts'
import { registerDays } from './register-days.ts'
import { type MovedDay, resettle } from './resettle.ts'
import { fillingDay } from './slot-rule.ts'

/** Days taken in one go, so that nothing that waits has to wait long. */
const DAYS_PER_SLICE = 150
/** What a changed day may change in the days after it, and what those look back to. */
const REACH_DAYS = WINDOW_DAYS

/** What a slice of judging again came to. */
export interface Rescored {
  /** Points of which what is remembered is no longer so */
  readonly pointIds: readonly string[]
  readonly judgement: Judgement
  /** Findings withdrawn without another in their place */
  readonly withdrawn: readonly FormerFinding[]
}

export interface RescoreDeps extends JudgeDeps {
  readonly history: History
  readonly registry: RegistryView
  readonly nowMs: () => number
  /** What writes of the history are marked with */
  readonly mark: () => Promise<WriteMark>
}

/**
 * Takes the earliest stretch of the point that has waited longest to be judged again, a slice at a time: brings what
 * is stored in line with the registry as it is now, measures the days anew and scores every day whose window holds
 * one of them. Undefined when nothing waits.
 */
export const rescoreSlice = async (trx: Db, deps: RescoreDeps): Promise<Rescored | undefined> => {
  const stretch = await nextStretch(trx)
  if (!stretch) return undefined
  const { point_id: pointId, from_day: from, correction_id } = stretch
  const to = await sliceEnd(trx, deps.history, stretch)
  await noteDueOf(trx, pointId, from, to + REACH_DAYS)
  const { moved, displaced, registersTaken } = await resettle(pointId, from, to, deps)
  await keepRejects(trx, displaced, 'registry', deps.nowMs())
  const unsettled = await followMoves(trx, moved)
  await askAgain(trx, correction_id, [...elsewhere(moved, pointId), ...registersTaken.map(bothDays)])
  const holdTo = await scoresHoldTo(trx, stretch, to)
  const { point, open } = await loadStretch(trx, pointId, from - REACH_DAYS, to + REACH_DAYS)
  const lapsed = point.rows
    .keys()
    .filter(day => day >= from && day <= to && !deps.registry.atPoint(pointId, day))
  const stored = (await deps.history.window(pointId, from, to + 1)).map(fillingDay)
  const registers = await registerDays(deps.history, pointId, from, to + 1, stored)
  const gone = goneDays(point, from, to + 1, [...stored, ...registers])
  const unjudged = [...lapsed, ...gone].map(day => ({ pointId, day }))
  const withdrawn = await withdraw(trx, point, [...unsettled, ...unjudged])
  const due = await closeDue(
    trx,
    deps.history,
    pointId,
    stored.filter(({ day }) => open.has(day)),
  )
  const closed = stored.filter(
    ({ day }) => (!open.has(day) && (day <= to || point.rows.has(day))) || due.has(day),
  )
  const judged = judgeDays(point, [...closed, ...registers], from, deps)
  const judgement = { ...judged, ...upTo(holdTo, judged) }
  await noteEffects(trx, correction_id, judgement.findings, withdrawn)
  await advanceStretch(trx, stretch, to, judgement.days.length)
  const places = moved.flatMap(({ held, emptied }) => [...held, ...emptied])
  return { pointIds: [...new Set([pointId, ...places])], judgement, withdrawn }
}

/** A register row ends one day and begins the next. */
const bothDays = ({ pointId, day }: PointDay): Stretch => ({ pointId, from: day, to: day + 1 })

/** Judged days of registers that nothing tells of any more. */
const goneDays = (
  point: PointState,
  from: EpochDay,
  to: EpochDay,
  told: readonly { readonly day: EpochDay }[],
): EpochDay[] => {
  const known = new Set(told.map(({ day }) => day))
  return point.rows
    .keys()
    .filter(day => day >= from && day <= to && isOfRegisters(point.rows.get(day)!) && !known.has(day))
}

const upTo = (last: EpochDay, { days, findings, shadow }: Judgement): Omit<Judgement, 'marked'> => ({
  days: days.filter(({ day }) => day <= last),
  findings: findings.filter(({ day }) => parseDay(day) <= last),
  shadow: shadow.filter(({ day }) => day <= last),
})

const elsewhere = (moved: readonly MovedDay[], pointId: string): Stretch[] =>
  moved.flatMap(({ day, held }) =>
    held.filter(place => place !== pointId).map(place => ({ pointId: place, from: day, to: day })),
  )

/** The last day of a stretch that is taken now. */
const sliceEnd = async (
  trx: Db,
  history: History,
  { point_id, from_day, to_day }: WaitingStretch,
): Promise<EpochDay> => {
  const judged = await trx
    .selectFrom('feature')
    .select('day')
    .where('point_id', '=', point_id)
    .where('day', '>=', from_day)
    .where('day', '<=', to_day)
    .execute()
  const stored = await history.window(point_id, from_day, to_day)
  const registers = await history.registers(point_id, from_day, to_day)
  const days = [...new Set([...judged, ...stored, ...registers].map(({ day }) => day))].sort((a, b) => a - b)
  return days[DAYS_PER_SLICE - 1] ?? to_day
}

/** Days that nobody stands in for any more, or that hold no readings, are no longer judged, and accuse nobody. */
const withdraw = async (trx: Db, point: PointState, days: readonly PointDay[]): Promise<FormerFinding[]> => {
  const withdrawn: FormerFinding[] = []
  for (const { pointId, day } of days) {
    const findings = await trx
      .updateTable('finding')
      .set({ current: 0 })
      .where('point_id', '=', pointId)
      .where('day', '=', day)
      .where('current', '=', 1)
      .returning(['id', 'point_id', 'customer_id', 'signature', 'day', 'score'])
      .execute()
    await noteDueOf(trx, pointId, day, day)
    await trx.deleteFrom('feature').where('point_id', '=', pointId).where('day', '=', day).execute()
    withdrawn.push(...findings)
    if (pointId !== point.pointId) continue
    for (const { signature } of findings) point.findings?.delete(findingKey(signature, day))
    point.rows.delete(day)
  }
  return withdrawn
}
