import { dayText } from '../schemas/day.ts'
import type { DatedHours } from '../schemas/finding.ts'
import type { DayFeatures } from './day-features.ts'
import type { MiningCurve } from './mining-curve.ts'
import { type MiningSigns, SIGN_NAMES, type SignName, signOf } from './mining-signs.ts'
import { WEIGHTS } from './mining-weights.ts'
import { finite } from './statistics.ts'

/** What the constant load was told by. */
export type View = 'step' | 'flat' | 'drop' | 'line' | 'floor'

const VIEWS: readonly View[] = ['step', 'flat', 'drop', 'line', 'floor']
const DATES_MOST = 14
/** Hours of the day with peak prices in the tariffs we know. */
const PEAK_HOURS = 8

const namesOf = (view: View): readonly SignName[] => SIGN_NAMES.filter(name => name.startsWith(view))
const NAMES: Readonly<Record<View, readonly SignName[]>> = {
  step: namesOf('step'),
  flat: namesOf('flat'),
  drop: namesOf('drop'),
  line: namesOf('line'),
  floor: namesOf('floor'),
}

/** Log-odds that a view adds. */
export const oddsOf = (view: View, signs: MiningSigns): number =>
  NAMES[view].reduce((sum, name) => sum + WEIGHTS[name] * signOf(signs, name), 0)

const mostOf = (view: View): number => NAMES[view].reduce((sum, name) => sum + WEIGHTS[name], 0)

/** How far a view speaks for a mine (up to 1) or, short of a third of what it could say, against one. */
export const weightOf = (view: View, signs: MiningSigns): number =>
  1.5 * (oddsOf(view, signs) / mostOf(view)) - 0.5

/** The view that says most. */
export const leadingView = (signs: MiningSigns): View =>
  VIEWS.reduce((best, view) => (oddsOf(view, signs) > oddsOf(best, signs) ? view : best))

const heightOf = (view: View, curve: MiningCurve): number => {
  if (view === 'step') return curve.added.kw
  if (view === 'drop') return curve.drop.kw
  if (view === 'line') return Math.min(curve.hidden.share * curve.meanKw, curve.floor.kw)
  return view === 'flat' ? curve.meanKw : curve.floor.kw
}

/** The suspected part of the load, apart from its host. */
export interface ConstantPart {
  readonly view: View
  readonly attributableKw: number
  /** Over the days of the window that carry it */
  readonly attributableKwh: number
  readonly dates: readonly DatedHours[]
}

const kwhOf = (day: DayFeatures, kw: number, hours: number): number =>
  finite(Math.max(0, Math.min(day.kwh, kw * hours * day.coverage)))

/** Size and energy of the constant part alone, by what tells it best. */
export const constantPart = (curve: MiningCurve, signs: MiningSigns): ConstantPart => {
  const view = leadingView(signs)
  const attributableKw = Math.max(0, finite(heightOf(view, curve)))
  const hours = view === 'drop' ? 24 - PEAK_HOURS : 24
  const days = view === 'step' ? curve.judged.slice(curve.step.at) : curve.days
  return {
    view,
    attributableKw,
    attributableKwh: finite(days.reduce((sum, day) => sum + kwhOf(day, attributableKw, hours), 0)),
    dates: days.slice(-DATES_MOST).map(day => ({
      date: dayText(day.day),
      from: '00:00',
      to: '24:00',
      kwh: Math.round(kwhOf(day, attributableKw, hours)),
    })),
  }
}
