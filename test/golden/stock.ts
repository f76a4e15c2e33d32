import { parseDay } from '../../schemas/day.ts'
import type { Meter } from '../../schemas/meter.ts'
import type { MeterFinder } from '../../services/ingest/index.ts'
import { meter } from '../support/meters.ts'

/** What the registry holds when the golden files arrive. */
const STOCK: readonly Meter[] = [
  meter({ meterId: '000071200001', contractKva: 8_000, multiplier: 4_000 }),
  meter({ meterId: '000071200002', contractKva: 315, multiplier: 60 }),
  meter({
    meterId: '000071200003',
    contractKva: 100,
    multiplier: 20,
    intervalMinutes: 60,
    validFrom: '2026-03-02',
  }),
  meter({ meterId: '000071200004', contractKva: 1_000, multiplier: 30, intervalMinutes: 30 }),
]

const byId = new Map(STOCK.map(entry => [entry.meterId, entry]))

export const stock: MeterFinder = {
  knows: meterId => byId.has(meterId),
  find(meterId, day) {
    const entry = byId.get(meterId)
    const isBefore = entry?.validFrom && day < parseDay(entry.validFrom)
    return isBefore ? undefined : entry
  },
}

/** When the golden files arrive. */
export const nowMs = (): number => Date.parse('2026-03-10T12:00:00+08:00')
