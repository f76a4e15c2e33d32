import { pino } from 'pino'
import { onTestFinished } from 'vitest'
import { detectors } from '../../../detectors/index.ts'
import type { Meter } from '../../../schemas/meter.ts'
import { refusalOfUrl } from '../../../services/adapters/http/index.ts'
import { openEmbeddedReader } from '../../../services/adapters/index.ts'
import type { ApiDeps } from '../../../services/api/deps.ts'
import type { SignInDeps } from '../../../services/api/index.ts'
import { createApi } from '../../../services/api/index.ts'
import { createImporter, type Importer } from '../../../services/imports/index.ts'
import { openNetworks } from '../../../services/networks/index.ts'
import { createRegistryView } from '../../../services/registry/index.ts'
import { createWatchView } from '../../../services/watch/index.ts'
import { meter } from '../../support/meters.ts'
import { analystAndReviewer, quickSignIn } from '../../support/people.ts'
import { openStation, type Station } from '../../support/station.ts'

type Api = Awaited<ReturnType<typeof createApi>>

/** The API over a real engine. */
export interface Office {
  readonly api: Api
  readonly station: Station
  readonly importer: Importer
  /** Headers of a person with a right token */
  readonly analyst: { readonly authorization: string }
  readonly reviewer: { readonly authorization: string }
  readonly logged: string[]
  close(): Promise<void>
}

/** What a test has otherwise. */
export type OfficeChange = Partial<Omit<ApiDeps, 'signIn'>> & { readonly signIn?: Partial<SignInDeps> }

export const openOffice = async (
  meters: readonly Meter[] = [meter()],
  { signIn, ...more }: OfficeChange = {},
): Promise<Office> => {
  const station = await openStation({ meters, durability: 'durable' })
  const [analyst, reviewer] = analystAndReviewer()
  await station.engine.addAccounts([analyst, reviewer])
  const reader = openEmbeddedReader(station.folder)
  const watch = createWatchView()
  const registry = createRegistryView(reader.db, { beside: watch.refresh })
  await registry.refresh()
  const logged: string[] = []
  const log = pino({ level: 'error' }, { write: (line: string) => void logged.push(line) })
  const { engine, clock } = station
  const importer = await createImporter({
    db: reader.db,
    folder: station.folder,
    engine,
    meters: registry,
    nowMs: clock.now,
    log,
  })
  const api = await createApi(
    {
      ...reader,
      engine,
      registry,
      watch,
      importer,
      detectors,
      nowMs: clock.now,
      refuseUrl: async url =>
        refusalOfUrl(url, { allowPrivate: false, networks: await openNetworks(reader.db) }),
      post: async () => ({ status: 204, retryAfter: null }),
      signIn: quickSignIn(signIn ?? {}),
      wakeRelay: () => {},
      ...more,
    },
    log,
  )
  await api.ready()
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` })
  return {
    api,
    station,
    importer,
    analyst: bearer(analyst.token),
    reviewer: bearer(reviewer.token),
    logged,
    async close() {
      await importer.close()
      await api.close()
      reader.close()
      await station.close()
    },
  }
}

/** An office of the running test, closed when it ends. */
export const testOffice = async (meters?: readonly Meter[], more?: OfficeChange): Promise<Office> => {
  const office = await openOffice(meters, more)
  onTestFinished(() => office.close())
  return office
}
