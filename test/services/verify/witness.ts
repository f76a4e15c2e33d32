import { sql } from 'kysely'
import { onTestFinished } from 'vitest'
import { type Detector, detectors } from '../../../detectors/index.ts'
import type { Verification, VerificationCheck } from '../../../schemas/verification.ts'
import { openEmbeddedReader } from '../../../services/adapters/index.ts'
import { createCalendar } from '../../../services/calendar/index.ts'
import { createRegistryView } from '../../../services/registry/index.ts'
import { verifyCase } from '../../../services/verify/index.ts'
import { createWatchView } from '../../../services/watch/index.ts'
import { furnaceSamples, shopSamples } from '../../support/furnace.ts'
import { meter } from '../../support/meters.ts'
import { person } from '../../support/people.ts'
import { MONDAY } from '../../support/readings.ts'
import { openStation, type Station } from '../../support/station.ts'

/** What a verification is done with, where it is not what the program holds. */
interface Held {
  readonly detectors?: readonly Detector[]
}

/** A furnace works with a case of its own, in a folder that somebody may have been at. */
export interface Witness {
  readonly station: Station
  /** By a reader of its own, as beside a running service */
  verify(held?: Held): Promise<Verification>
  verifyNamed(name: string, held?: Held): Promise<Verification | undefined>
  /** Brings the case to the district: two people, and an alert in the outbox */
  report(): Promise<void>
  /** Does what nobody should, past every guard */
  tamper(statement: ReturnType<typeof sql>): Promise<void>
}

export const DAYS = 6

/** Verifies a case of a station by a reader of its own. */
export const verifyIn = async (
  { folder }: Station,
  name: string,
  held: Held = {},
): Promise<Verification | undefined> => {
  const reader = openEmbeddedReader(folder)
  try {
    const watch = createWatchView()
    const registry = createRegistryView(reader.db, { beside: watch.refresh })
    await registry.refresh()
    const deps = { ...reader, registry, watch, calendar: createCalendar(), detectors }
    return await verifyCase(name, { ...deps, ...held })
  } finally {
    reader.close()
  }
}

/** Five nights of melting and an office at the same customer. */
export const openWitness = async (): Promise<Witness> => {
  const office = meter({ meterId: 'M2', customerId: 'C-M1' })
  const station = await openStation({
    meters: [meter({ contractKva: 1_600 }), office],
    durability: 'durable',
  })
  await station.take([...furnaceSamples('M1', MONDAY, DAYS), ...shopSamples('M2', MONDAY, DAYS)])
  const verifyNamed: Witness['verifyNamed'] = (name, held) => verifyIn(station, name, held)
  return {
    station,
    verifyNamed,
    verify: async held => (await verifyNamed('2024-00001', held))!,
    async report() {
      const { id } = await station.ports.store.db.selectFrom('cases').select('id').executeTakeFirstOrThrow()
      const analyst = person('Li', 'analyst')
      const reviewer = person('Wang', 'reviewer')
      const move = { caseId: id, reason: 'seen on site' }
      await station.engine.carryOut({ name: 'move', body: { ...move, action: 'submit' }, actor: analyst })
      await station.engine.carryOut({ name: 'move', body: { ...move, action: 'release' }, actor: reviewer })
    },
    tamper: statement =>
      station.ports.store.transact(async trx => {
        await sql`drop trigger audit_is_not_altered`.execute(trx)
        const { numAffectedRows } = await statement.execute(trx)
        if (numAffectedRows !== 1n) throw new Error(`${numAffectedRows} rows were changed instead of one`)
      }),
  }
}

/** A witness of the running test, closed when it ends. */
export const testWitness = async (): Promise<Witness> => {
  const witness = await openWitness()
  onTestFinished(() => witness.station.close())
  return witness
}

/** The checks that did not come out identical, with where they differ. */
export const foundIn = ({ checks }: Verification): Partial<Record<VerificationCheck['name'], string[]>> =>
  Object.fromEntries(
    checks
      .filter(({ verdict }) => verdict !== 'identical')
      .map(({ name, differences }) => [name, differences.map(({ at }) => at)]),
  )
