import { WINDOW_DAYS } from '../../detectors/index.ts'
import type { EpochDay } from '../../schemas/day.ts'
import type { History } from '../adapters/history/index.ts'
import type { Db } from '../adapters/store/index.ts'
import {
  advanceStretch,
  type FormerFinding,
  nextStretch,
  noteEffects,
  scoresHoldTo,
  type WaitingStretch,
} from '../corrections/index.ts'
import type { RegistryView } from '../registry/index.ts'
import { type JudgeDeps, type Judgement, judgeDays } from './judge-days.ts'
import { findingKey, loadStretch } from './load-points.ts'
import type { PointState } from './point.ts'
import { resettle } from './resettle.ts'
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
}

/**
 * Takes the stretch of days that has waited longest to be judged again, a slice at a time: brings what is stored in
 * line with the registry as it is now, measures the days anew and scores every day whose window holds one of them,
 * up to the next day of the point that still waits.
 * Undefined when nothing waits.
 */
export const rescoreSlice = async (trx: Db, deps: RescoreDeps): Promise<Rescored | undefined> => {
  const stretch = await nextStretch(trx)
  if (!stretch) return undefined
  const { point_id: pointId, from_day: from, correction_id } = stretch
  const to = await sliceEnd(trx, deps.history, stretch)
  const last = Math.min(to + REACH_DAYS, await scoresHoldTo(trx, stretch, to))
  const { moved, emptied } = await resettle(pointId, from, to, deps)
  const { point, open } = await loadStretch(trx, pointId, from - REACH_DAYS, last)
  const lapsed = [...point.features.keys()].filter(
    day => day >= from && day <= to && (emptied.has(day) || !deps.registry.atPoint(pointId, day)),
  )
  const withdrawn = await withdraw(trx, point, lapsed)
  const stored = await deps.history.window(pointId, from, to)
  const closed = stored.filter(({ day }) => !open.has(day)).map(fillingDay)
  const judgement = judgeDays(point, closed, from, deps)
  await noteEffects(trx, correction_id, judgement.findings, withdrawn)
  await advanceStretch(trx, stretch, to, judgement.days.length)
  return { pointIds: [pointId, ...moved], judgement, withdrawn }
}

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
  const days = [...new Set([...judged, ...stored].map(({ day }) => day))].sort((a, b) => a - b)
  return days[DAYS_PER_SLICE - 1] ?? to_day
}

/** Days that nobody stands in for any more, or that hold no readings, are no longer judged, and accuse nobody. */
const withdraw = async (trx: Db, point: PointState, days: readonly EpochDay[]): Promise<FormerFinding[]> => {
  const withdrawn: FormerFinding[] = []
  for (const day of days) {
    const findings = await trx
      .updateTable('finding')
      .set({ current: 0 })
      .where('point_id', '=', point.pointId)
      .where('day', '=', day)
      .where('current', '=', 1)
      .returning(['id', 'point_id', 'customer_id', 'signature', 'day', 'score'])
      .execute()
    await trx.deleteFrom('feature').where('point_id', '=', point.pointId).where('day', '=', day).execute()
    for (const { signature } of findings) point.findings.delete(findingKey(signature, day))
    point.features.delete(day)
    point.marks.delete(day)
    withdrawn.push(...findings)
  }
  return withdrawn
}
