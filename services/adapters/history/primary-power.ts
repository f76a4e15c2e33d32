import type { StoredDay } from './port.ts'

/** A day's mean power on the primary side: kW and kvar, f32, NaN where there is no reading. */
export interface Power {
  readonly kw: Float32Array<ArrayBuffer>
  readonly kvar: Float32Array<ArrayBuffer> | null
}

/** What a day drew, on the primary side. The very arrays of the day when nothing is to be multiplied. */
export const primaryPower = (day: StoredDay): Power => {
  if (day.sources.every(({ multiplier }) => multiplier === null)) return day
  const factor = (slot: number): number => day.sources[day.source?.[slot] ?? 0]?.multiplier ?? 1
  return {
    kw: day.kw.map((value, slot) => value * factor(slot)),
    kvar: day.kvar?.map((value, slot) => value * factor(slot)) ?? null,
  }
}
