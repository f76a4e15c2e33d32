import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { FEATURE_NAMES } from '../../detectors/index.ts'
import { parseDay } from '../../schemas/day.ts'
import { openEmbedded } from '../../services/adapters/index.ts'
import type { DayBatch } from '../../services/adapters/log/index.ts'
import { createEngine, type Engine } from '../../services/engine.ts'
import { loadPoints } from '../../services/process/load-points.ts'
import { registryCsv } from '../../services/simulator/index.ts'
import { ask, startService } from '../acceptance/support/cli.ts'
import { dayRowTexts, fleetDays } from './fleet-days.ts'
import type { Figure } from './measure.ts'
import { withFolder } from './service.ts'

const FIRST_DAY = parseDay('2026-06-01')
const SLOTS = 96
const START_POINTS = 5_000
const POINTS = 1_000
const DAYS = 37
const IDLE_MS = 3_000
/** Slots of the newest day: before 06:00, so that the day before is open too */
const JUST_BEGUN = 20
const LOADS = 3
const COLLECTIONS = 4
const COLLECTED_MS = 50
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

/**
 * Every point's days one after the other; of the last two one slot lacks in the first, and the second has just begun,
 * so that both are open.
 */
const benchPoints = (): Promise<Figure> =>
  withFolder(async folder => {
    const ports = await openEmbedded(folder, 'scratch')
    const onFatal = (error: Error): never => {
      throw error
    }
    const engine = await createEngine({ ports, nowMs: () => Date.parse('2026-12-01'), onFatal })
    const ids = await fillPoints(engine)
    const perPoint = await heldEach(() => loadPoints(ports.store.db, ports.history, ids))
    await engine.close()
    return {
      what: `memory of a point with ${DAYS - 2} days and two open ones`,
      value: `${(perPoint / KB).toFixed(1)} KB (${((perPoint * 100_000) / MB).toFixed(0)} MB for 100,000 points)`,
      beside: `aim 10 KB; ${FEATURE_NAMES.length} features of a day as f32 are ${((FEATURE_NAMES.length * 4) / KB).toFixed(2)} KB`,
    }
  })

/** Fills points with days, and lets go of what they were filled from. */
const fillPoints = async (engine: Engine): Promise<string[]> => {
  const { meters, days } = fleetDays({ meters: POINTS, days: DAYS, firstDay: FIRST_DAY })
  await engine.importRegistry(meters, { replace: false }, 'bench')
  for (const [date, rows] of Map.groupBy(days, ({ date }) => date))
    await engine.append(batchOf(date, rows), [], 'bench')
  await engine.settle()
  return [...new Set(days.map(({ meterId }) => meterId))]
}

/** Bytes that one point takes, of several loads of the same points that all stay. */
const heldEach = async (load: () => Promise<ReadonlyMap<string, unknown>>): Promise<number> => {
  const kept = [await load()]
  const before = await heldBytes()
  let held = before
  for (let i = 0; i < LOADS; i++) {
    kept.push(await load())
    held = await heldBytes()
  }
  return (held - before) / (LOADS * kept[0]!.size)
}

const OPEN_FROM = parseDay('2026-06-01') + DAYS - 2

const batchOf = (date: string, rows: ReturnType<typeof fleetDays>['days']): DayBatch => {
  const day = parseDay(date)
  const filled = day < OPEN_FROM ? SLOTS : day === OPEN_FROM ? SLOTS - 1 : JUST_BEGUN
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

/** What lives after collections, of objects and of buffers; Node is started with --expose-gc. */
const heldBytes = async (): Promise<number> => {
  for (let i = 0; i < COLLECTIONS; i++) {
    globalThis.gc?.()
    await pause(COLLECTED_MS)
  }
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}
