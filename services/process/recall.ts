import type { History, PointDay, StoredDay, StoredRegister } from '../adapters/history/index.ts'
import { chunks } from '../adapters/store/index.ts'
import type { Entry, Recall, Resolve } from './filled.ts'
import { mayBeStored } from './point.ts'
import { placeOf } from './slot-rule.ts'

const DAYS_PER_READ = 1_000

/**
 * Reads at once what filling days will ask of the history: a question a day would take longer than all the rest where
 * the history is a server. What is not found was not stored when the checkpoint began. `stay` is called before each
 * question.
 */
export const recallFor = async (
  entries: readonly Entry[],
  resolve: Resolve,
  history: History,
  stay: () => Promise<void>,
): Promise<Recall> => {
  const days = new Map<string, PointDay>()
  const registers = new Map<string, PointDay>()
  for (const entry of entries) {
    eachMeterDay(entry, (meterId, day) => {
      const place = resolve(meterId, day)
      if (typeof place === 'string') return
      const { point } = place
      const isRegister = entry.batch.kind === 'registers'
      if (!isRegister && (!mayBeStored(point, day) || point.filling.has(day))) return
      const wanted = { pointId: point.pointId, day }
      if (!isRegister) days.set(keyOf(wanted), wanted)
      // A row ends one day and begins another.
      else
        for (const near of [day - 1, day, day + 1].map(one => ({ ...wanted, day: one })))
          registers.set(keyOf(near), near)
    })
  }
  const found = new Map<string, StoredDay>()
  for (const wanted of chunks([...days.values()], DAYS_PER_READ)) {
    await stay()
    for (const day of await history.readMany(wanted)) found.set(keyOf(day), day)
  }
  const rows: StoredRegister[] = []
  for (const wanted of chunks([...registers.values()], DAYS_PER_READ)) {
    await stay()
    rows.push(...(await history.registersOf(wanted)))
  }
  const byDay = Map.groupBy(rows, keyOf)
  return {
    read: async (pointId, day) => found.get(keyOf({ pointId, day })),
    registers: async (pointId, from, to) =>
      Array.from(
        { length: to - from + 1 },
        (_, i) => byDay.get(keyOf({ pointId, day: from + i })) ?? [],
      ).flat(),
  }
}

const keyOf = ({ pointId, day }: PointDay): string => `${day} ${pointId}`

/** Looks at the days that a batch's meters have values for; at one that follows itself, once. */
const eachMeterDay = ({ batch }: Entry, look: (meterId: string, day: number) => void): void => {
  const last = new Int32Array(batch.meterIds.length).fill(-1)
  for (let row = 0; row < batch.meter.length; row++) {
    const meter = batch.meter[row]!
    const day =
      batch.kind === 'readings'
        ? placeOf(batch.atMs[row]!, batch.intervalMinutes[meter]!).day
        : batch.day[row]!
    if (last[meter] === day) continue
    last[meter] = day
    look(batch.meterIds[meter]!, day)
    if (batch.kind === 'days' && batch.firstAtMidnight) look(batch.meterIds[meter]!, day - 1)
  }
}
