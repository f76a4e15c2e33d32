import { createWriteStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { parseDay } from '../../schemas/day.ts'
import { backtest } from '../../services/commands/index.ts'
import { makeFleet, registryCsv } from '../../services/simulator/index.ts'
import type { Figure } from './measure.ts'

const METERS = 1_000
const DAYS = 70

/** A backtest of 6.7 million rows, time by time and meter by meter. */
export const benchReplay = async (): Promise<Figure[]> => {
  const fleet = makeFleet({ meters: METERS, days: DAYS, seed: 7, firstDay: parseDay('2026-08-01') })
  const folder = mkdtempSync(join(tmpdir(), 'dianshao-bench-'))
  const file = (name: string) => join(folder, name)
  const figures: Figure[] = []
  try {
    writeFileSync(file('meters.csv'), registryCsv({ meters: fleet.meters }))
    for (const order of ['time', 'meter'] as const) {
      await pipeline(Readable.from(fleet.csv(order)), createWriteStream(file('readings.csv')))
      const { seconds } = await backtest({
        meters: file('meters.csv'),
        readings: file('readings.csv'),
        cases: file('cases.ndjson'),
        scores: file('scores.ndjson'),
      })
      figures.push({
        what: `backtest of ${fleet.lines.toLocaleString('en')} rows by ${order}`,
        value: `${seconds.toFixed(1)} s, this process at most ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB so far`,
        beside: 'aim 30 s, 500 MB',
      })
    }
    return figures
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
