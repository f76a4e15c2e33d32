/** A simulated load: one value a minute-slot, kW and kvar, from the first midnight on. */
export interface Curve {
  readonly days: number
  readonly intervalMinutes: number
  readonly kw: Float64Array
  readonly kvar: Float64Array
}

export const emptyCurve = (days: number, intervalMinutes = 15): Curve => {
  const slots = (days * 1440) / intervalMinutes
  return { days, intervalMinutes, kw: new Float64Array(slots), kvar: new Float64Array(slots) }
}

/** kvar that goes with an active power at a power factor. */
export const reactive = (kw: number, powerFactor: number): number => kw * Math.tan(Math.acos(powerFactor))

/** Fills a curve slot by slot; `at` answers kW and power factor for the hour of the day and the day's number. */
export const drawCurve = (
  days: number,
  at: (hour: number, day: number, slot: number) => { kw: number; powerFactor: number },
): Curve => {
  const curve = emptyCurve(days)
  for (let slot = 0; slot < curve.kw.length; slot++) {
    const { kw, powerFactor } = at((slot % 96) / 4, Math.floor(slot / 96), slot)
    curve.kw[slot] = Math.max(0, kw)
    curve.kvar[slot] = reactive(Math.max(0, kw), powerFactor)
  }
  return curve
}

/** Both loads behind one meter. */
export const addCurves = (one: Curve, other: Curve): Curve => {
  const sum = emptyCurve(one.days, one.intervalMinutes)
  for (let i = 0; i < sum.kw.length; i++) {
    sum.kw[i] = one.kw[i]! + other.kw[i]!
    sum.kvar[i] = one.kvar[i]! + other.kvar[i]!
  }
  return sum
}
