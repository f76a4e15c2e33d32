import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { parseDay } from '../../schemas/day.ts'
import { openEmbedded } from '../../services/adapters/index.ts'
import type { DayBatch } from '../../services/adapters/log/index.ts'
import { createEngine } from '../../services/engine.ts'
import { registryCsv } from '../../services/simulator/index.ts'
import { ask, startService } from '../acceptance/support/cli.ts'
import { dayRowTexts, fleetDays } from './fleet-days.ts'
import { type Figure, measure } from './measure.ts'
import { withFolder } from './service.ts'

const FIRST_DAY = parseDay('2026-06-01')
const SLOTS = 96
const START_POINTS = 5_000
const POINTS = 1_000
const DAYS = 37
const IDLE_MS = 3_000
const KB = 1_024
const MB = KB * KB

/** Start to ready and idle memory of the service; what a point takes in memory with its days. */
export const benchMemory = async (): Promise<Figure[]> => [...(await benchStart()), await benchPoints()]

const benchStart = (): Promise<Figure[]> =>
  withFolder(async folder => {
    const { meters, days } = fleetDays({ meters: START_POINTS, days: 2, firstDay: FIRST_DAY })
    const starts: number[] = []
    const start = async () => {
      const begunMs = performance.now()
      const service = await startService(folder)
      starts.push(performance.now() - begunMs)
      return service
    }
    const first = await start()
    const send = (path: string, body: string) => ask(first, path, { method: 'POST', type: 'text/csv', body })
    await send('/v1/registry', registryCsv({ meters }))
    for (const text of dayRowTexts(days, 1_000)) await send('/v1/readings', text)
    while (((await ask(first, '/v1/status')).body as { waiting: number }).waiting > 0);
    await first.kill()
    const again = await start()
    await pause(IDLE_MS)
    const idleMb = residentMb(again.pid)
    await again.kill()
    const [fresh, existing] = starts.map(ms => (ms / 1_000).toFixed(2))
    return [
      {
        what: `start to ready, first time and with ${START_POINTS.toLocaleString('en')} points`,
        value: `${fresh} s and ${existing} s; idle ${idleMb.toFixed(0)} MB`,
        beside: 'aim 3 s and 250 MB',
      },
    ]
  })

const residentMb = (pid: number): number =>
  Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / KB

/** Every point's days one after the other, the last two left half filled. */
const benchPoints = (): Promise<Figure> =>
  withFolder(async folder => {
    const { meters, days } = fleetDays({ meters: POINTS, days: DAYS, firstDay: FIRST_DAY })
    const ports = await openEmbedded(folder, 'scratch')
    const onFatal = (error: Error): never => {
      throw error
    }
    const engine = await createEngine({ ports, nowMs: () => Date.parse('2026-12-01'), onFatal })
    await engine.importRegistry(meters, { replace: false }, 'bench')
    const batches = Map.groupBy(days, ({ date }) => date)
    const before = heldBytes()
    await measure(async () => {
      for (const [date, rows] of batches) await engine.append(batchOf(date, rows), [], 'bench')
      await engine.settle()
    })
    const points = new Set(days.map(({ meterId }) => meterId)).size
    const perPoint = (heldBytes() - before) / points
    await engine.close()
    return {
      what: `memory of a point with ${DAYS - 2} days and two open ones`,
      value: `${(perPoint / KB).toFixed(1)} KB (${((perPoint * points) / MB).toFixed(0)} MB for ${points} points, caches of the store among it)`,
      beside: 'aim 10 KB; 49 features of a day as f32 are 0.2 KB',
    }
  })

const OPEN_FROM = parseDay('2026-06-01') + DAYS - 2

const batchOf = (date: string, rows: ReturnType<typeof fleetDays>['days']): DayBatch => {
  const day = parseDay(date)
  const filled = day >= OPEN_FROM ? SLOTS / 2 : SLOTS
  const column = (name: 'kw' | 'kvar') =>
    Float32Array.from(
      rows.flatMap(row => row[name].map((text, i) => (i < filled ? Number(text) : Number.NaN))),
    )
  return {
    kind: 'days',
    side: 'primary',
    meterIds: rows.map(({ meterId }) => meterId),
    points: SLOTS,
    firstAtMidnight: false,
    meter: Uint32Array.from(rows, (_, i) => i),
    day: new Int32Array(rows.length).fill(day),
    kw: column('kw'),
    kvar: column('kvar'),
    revision: new Uint16Array(rows.length),
  }
}

/** What lives after a collection; the collector runs when Node is started with --expose-gc. */
const heldBytes = (): number => {
  globalThis.gc?.()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}
