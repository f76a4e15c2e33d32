import type { StoredDay, WriteMark, WrittenDay } from '../../../services/adapters/history/index.ts'
import { MONDAY } from '../../support/readings.ts'

/** A day of P1 at hourly slots, 7 kW each unless told. */
export const hourlyDay = (change: Partial<StoredDay> = {}): StoredDay => ({
  pointId: 'P1',
  day: MONDAY,
  intervalMinutes: 60,
  kw: new Float32Array(24).fill(7),
  kvar: null,
  revision: null,
  sources: [{ meterId: 'P1', multiplier: null }],
  source: null,
  clashed: null,
  ...change,
})

/** The same day with slots that changed, as a process writes them: with their versions and places in the log. */
export const freshDay = (
  slots: Readonly<
    Record<number, { readonly kw: number; readonly version?: number; readonly revision?: number }>
  >,
  mark: WriteMark,
): WrittenDay => {
  const kw = new Float32Array(24).fill(Number.NaN)
  const versions = new Uint16Array(24)
  const revision = new Uint16Array(24)
  for (const [slot, value] of Object.entries(slots)) {
    kw[Number(slot)] = value.kw
    versions[Number(slot)] = value.version ?? 0
    revision[Number(slot)] = value.revision ?? 0
  }
  const fresh = new Map(Object.keys(slots).map(slot => [Number(slot), mark]))
  return { ...hourlyDay(), kw, versions, revision, fresh }
}
