import { onTestFinished } from 'vitest'
import type { Detector } from '../../detectors/index.ts'
import type { Context } from '../../schemas/context.ts'
import type { Meter } from '../../schemas/meter.ts'
import { openEmbedded, type Ports } from '../../services/adapters/index.ts'
import type { Durability } from '../../services/adapters/store/index.ts'
import { createEngine, type Engine, type EngineDeps } from '../../services/engine.ts'
import { makeFolder, removeFolder } from './folder.ts'
import { batchOf, type Sample } from './readings.ts'

/** A hand-moved clock. */
export interface Clock {
  now(): number
  set(nowMs: number): void
}

export const createClock = (startMs = Date.parse('2026-01-01T00:00:00Z')): Clock => {
  let nowMs = startMs
  return {
    now: () => nowMs,
    set: next => {
      nowMs = next
    },
  }
}

/** An engine in this process on the embedded stores of a folder of its own. */
export interface Station {
  readonly folder: string
  readonly clock: Clock
  readonly fatal: Error[]
  readonly engine: Engine
  readonly ports: Ports
  /** Appends samples as one batch and waits until they are judged. */
  take(samples: readonly Sample[]): Promise<void>
  /** Closes the engine and opens a new one on the same folder, with other detectors when told. */
  restart(program?: readonly Detector[]): Promise<void>
  close(): Promise<void>
}

export interface StationOptions {
  readonly meters?: readonly Meter[]
  readonly context?: Context
  readonly clock?: Clock
  readonly durability?: Durability
  /** Every version of every detector; those of the program unless told */
  readonly detectors?: readonly Detector[]
  readonly opening?: EngineDeps['opening']
  /** Hears of a failed checkpoint; throws it unless told otherwise */
  readonly onFatal?: (error: Error) => void
}

/** Opens a station. The caller closes it; `testStation` does so by itself. */
export const openStation = async ({
  meters = [],
  context,
  clock = createClock(),
  durability = 'scratch',
  detectors,
  opening,
  onFatal = error => {
    throw error
  },
}: StationOptions = {}): Promise<Station> => {
  const folder = makeFolder()
  const fatal: Error[] = []
  const start = async (program = detectors) => {
    const ports = await openEmbedded(folder, durability)
    const note = (error: Error): void => {
      fatal.push(error)
      onFatal(error)
    }
    const deps = { ports, context, opening, nowMs: clock.now, detectors: program, onFatal: note }
    return { ports, engine: await createEngine(deps) }
  }
  let running = await start().catch(error => {
    removeFolder(folder)
    throw error
  })
  if (meters.length > 0) await running.engine.importRegistry(meters, { replace: false }, 'test')
  return {
    folder,
    clock,
    fatal,
    get engine() {
      return running.engine
    },
    get ports() {
      return running.ports
    },
    async take(samples) {
      await running.engine.append(batchOf(samples), [], 'test')
      await running.engine.settle()
    },
    async restart(program) {
      await running.engine.close()
      running = await start(program)
    },
    async close() {
      await running.engine.close()
      removeFolder(folder)
    },
  }
}

/** A station of the running test, closed when it ends. */
export const testStation = async (options: StationOptions = {}): Promise<Station> => {
  const station = await openStation(options)
  onTestFinished(() => station.close())
  return station
}

/** Runs `work` on a station that is closed afterwards: for the many runs of a property. */
export const withStation = async <T>(
  options: StationOptions,
  work: (station: Station) => Promise<T>,
): Promise<T> => {
  const station = await openStation(options)
  try {
    return await work(station)
  } finally {
    await station.close()
  }
}
