import { join } from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { DEFAULT_PROFILE } from '../../schemas/profile.ts'
import type { Ports } from '../../services/adapters/index.ts'
import type { Engine } from '../../services/engine.ts'
import { listRejects, outcomeCounts } from '../../services/ingest/index.ts'
import { createRandom } from '../detectors/support/random.ts'
import { meter } from '../support/meters.ts'
import { batchOf } from '../support/readings.ts'
import { type Station, withStation } from '../support/station.ts'
import { cellsOf, FIRST_DAY, SLOTS_PER_DAY, sampleOf } from './support/district.ts'
import { countOutcomes, createLedger, type Found, type Ledger } from './support/ledger.ts'
import { type Request, requestsOf } from './support/requests.ts'
import { copyStore, databaseIn, openCopy } from './support/store-copy.ts'
import { type Cut, cutPower, type WalPosition, walPosition } from './support/wal.ts'

const DISTRICT = { meters: 3, days: 3 }
const METERS = Array.from({ length: DISTRICT.meters }, (_, m) => meter({ meterId: `M${m}` }))
const NOTHING_WRONG = { lost: 0, doubled: 0, torn: 0, miscounted: 0 }

const LAYOUT = { header: null, profile: DEFAULT_PROFILE }

const append = (engine: Engine, { cells, bad }: Request): Promise<void> =>
  engine.append(
    batchOf(cells.map(cell => sampleOf(DISTRICT, cell))),
    bad.map(raw => ({ reason: 'malformed', detail: 'A line that says nothing.', raw, layout: LAYOUT })),
    'test',
  )

const send = async (ledger: Ledger, engine: Engine, request: Request): Promise<void> => {
  ledger.sent(request)
  await append(engine, request)
  ledger.acknowledged(request)
}

const found = async ({ store, history }: Ports): Promise<Found> => {
  const kw = new Float64Array(cellsOf(DISTRICT)).fill(Number.NaN)
  const kvar = kw.slice()
  for (let cell = 0; cell < kw.length; cell += SLOTS_PER_DAY) {
    const days = cell / SLOTS_PER_DAY
    const meterId = `M${Math.floor(days / DISTRICT.days)}`
    const day = await history.read(meterId, FIRST_DAY + (days % DISTRICT.days))
    kw.set(day?.kw ?? [], cell)
    kvar.set(day?.kvar ?? [], cell)
  }
  const rejects = await listRejects(store.db, { limit: 500 })
  const book = new Map(rejects.map(({ raw, times }) => [raw, times]))
  return { kw, kvar, book, ...countOutcomes(await outcomeCounts(store.db)) }
}

/** What follows an acknowledged append, in this order. A log that was copied is begun anew by who writes next. */
interface Step {
  readonly settle: boolean
  readonly copyLog: boolean
}

interface Outage {
  readonly seed: number
  readonly steps: readonly Step[]
  /** Turns of the event loop from the start of one more append to the outage; null: there is none */
  readonly turns: number | null
  readonly cut: Cut
}

const outage: fc.Arbitrary<Outage> = fc.record({
  seed: fc.nat(),
  steps: fc.array(fc.record({ settle: fc.boolean(), copyLog: fc.boolean() }), { maxLength: 8 }),
  turns: fc.option(fc.nat({ max: 25 }), { freq: 3 }),
  cut: fc.record({
    share: fc.double({ min: 0, max: 1, noNaN: true }),
    tail: fc.constantFrom<Cut['tail']>('gone', 'garbage', 'zeroes'),
  }),
})

/** What a store owed when the power failed, and where its log stood at the last acknowledgement. */
interface Suffered {
  readonly ledger: Ledger
  readonly kept: WalPosition | undefined
}

/** Appends to a station; the outage is a copy of its store at one moment. */
const suffer = async (
  { folder, engine, ports }: Station,
  requests: readonly Request[],
  { steps, turns }: Outage,
  copy: string,
): Promise<Suffered> => {
  const ledger = createLedger(DISTRICT)
  let kept = walPosition(databaseIn(folder))
  for (const [i, { settle, copyLog }] of steps.entries()) {
    await send(ledger, engine, requests[i % requests.length]!)
    kept = walPosition(databaseIn(folder))
    if (settle) await engine.settle()
    if (copyLog) await sql`pragma wal_checkpoint`.execute(ports.store.db)
  }
  const last = requests.at(-1)!
  if (turns !== null) ledger.sent(last)
  const underWay = turns === null ? undefined : append(engine, last)
  for (let i = 0; i < (turns ?? 0); i++) await turn()
  copyStore(folder, copy)
  await underWay
  return { ledger, kept }
}

it('a log cut behind the last acknowledgement: all of it is there once, its days whole', async () => {
  const tell = async (one: Outage, station: Station): Promise<void> => {
    const random = createRandom(one.seed)
    const requests = requestsOf(DISTRICT, 80, random)
    const copy = join(station.folder, 'copy')
    const { ledger, kept } = await suffer(station, requests, one, copy)
    cutPower(databaseIn(copy), kept, one.cut, random)
    await openCopy(copy, async (engine, ports) => {
      expect(ledger.check(await found(ports))).toEqual(NOTHING_WRONG)
      for (const request of requests) await send(ledger, engine, request)
      await engine.settle()
      const all = await found(ports)
      expect(ledger.check(all)).toEqual(NOTHING_WRONG)
      expect(all.accepted).toBe(cellsOf(DISTRICT))
    })
  }
  const options = { meters: METERS, durability: 'durable' as const }
  const property = fc.asyncProperty(outage, one => withStation(options, station => tell(one, station)))
  await fc.assert(property, { numRuns: 30 })
}, 120_000)
