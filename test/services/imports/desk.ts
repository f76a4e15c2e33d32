import { Readable } from 'node:stream'
import { onTestFinished } from 'vitest'
import { MS_PER_MINUTE, shanghaiText } from '../../../schemas/day.ts'
import type { ImportJob, ImportOptions } from '../../../schemas/import.ts'
import { DEFAULT_PROFILE } from '../../../schemas/profile.ts'
import { openEmbeddedReader, type ReadPorts } from '../../../services/adapters/index.ts'
import type { Engine } from '../../../services/engine.ts'
import { createImporter, type Importer } from '../../../services/imports/index.ts'
import { outcomeCounts } from '../../../services/ingest/index.ts'
import { createRegistryView } from '../../../services/registry/index.ts'
import { meter } from '../../support/meters.ts'
import { MONDAY, slotEndMs } from '../../support/readings.ts'
import { type Station, testStation } from '../../support/station.ts'

/** An importer over a real engine, on a folder on which it can be opened again. */
export interface Desk {
  readonly station: Station
  readonly reader: ReadPorts
  readonly errors: object[]
  /** Opens an importer, as a start of the service does. */
  open(engine?: Engine): Promise<Importer>
  /** Readings by outcome when all is judged */
  outcomes(): Promise<Record<string, number>>
}

/** The desk of the running test; M1 records every minute. */
export const testDesk = async (): Promise<Desk> => {
  const station = await testStation({ meters: [meter({ intervalMinutes: 1 })], durability: 'durable' })
  const reader = openEmbeddedReader(station.folder)
  onTestFinished(() => reader.close())
  const registry = createRegistryView(reader.db)
  await registry.refresh()
  const errors: object[] = []
  return {
    station,
    reader,
    errors,
    async open(engine = station.engine) {
      const importer = await createImporter({
        db: reader.db,
        folder: station.folder,
        engine,
        meters: registry,
        nowMs: station.clock.now,
        log: { error: context => errors.push(context) },
      })
      return importer
    },
    async outcomes() {
      await station.engine.settle()
      return outcomeCounts(reader.db)
    },
  }
}

/** CSV of minutes of M1 from Monday on. */
export const minutesCsv = (count: number): string => {
  const first = slotEndMs(MONDAY, 0, 1)
  const rows = Array.from(
    { length: count },
    (_, i) => `M1,${shanghaiText(first + i * MS_PER_MINUTE)},${i % 50}`,
  )
  return ['meter_id,ts,kw', ...rows].join('\n')
}

export const send = (
  importer: Importer,
  content: string | Buffer | Readable,
  options: Partial<ImportOptions> = {},
): Promise<ImportJob> =>
  importer.upload(content instanceof Readable ? content : Readable.from([Buffer.from(content)]), {
    fileName: 'readings.csv',
    createdBy: 'analyst',
    options: { profile: DEFAULT_PROFILE, profileName: null, backfill: false, ...options },
  })

/** An engine whose appends wait until they are let through. */
export const heldUp = (engine: Engine) => {
  const arrived = Promise.withResolvers<void>()
  const opened = Promise.withResolvers<void>()
  const held: Engine = {
    ...engine,
    async append(...batch) {
      arrived.resolve()
      await opened.promise
      await engine.append(...batch)
    },
  }
  return { engine: held, arrived: arrived.promise, letThrough: opened.resolve }
}
