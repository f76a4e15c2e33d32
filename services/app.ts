import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Logger, pino } from 'pino'
import type { Config } from '../schemas/config.ts'
import { dayOf, type EpochDay, MS_PER_MINUTE } from '../schemas/day.ts'
import { hasAccounts, makeFirstAccounts, type NewAccount } from './accounts/index.ts'
import { createPost, refusalOfUrl } from './adapters/http/index.ts'
import { openEmbeddedReader } from './adapters/index.ts'
import { createRelay } from './alerts/index.ts'
import { createApi } from './api/index.ts'
import type { Engine } from './engine.ts'
import { createImporter } from './imports/index.ts'
import { createRegistryView } from './registry/index.ts'
import { startWriter } from './writer-client.ts'

/** A running service. */
export interface App {
  readonly url: string
  /** The accounts made now, at first start; their tokens stand in the tokens file of the data folder */
  readonly newAccounts: readonly NewAccount[]
  close(): Promise<void>
}

/** The service cannot start; the message is one sentence for the operator. */
export class StartError extends Error {
  override name = 'StartError'
}

export const TOKENS_FILE = 'tokens.json'

/**
 * Composes the whole program on the embedded stores of one folder: writer thread, API, alert relay, clock.
 * Throws FolderError or StartError with a sentence. `onFatal` hears when the work cannot go on.
 */
export const startApp = async (
  config: Config,
  log: Logger,
  onFatal: (error: Error) => void,
): Promise<App> => {
  const folder = config.DIANSHAO_DATA
  const engine = await startWriter({ folder, durability: 'durable' }, onFatal)
  const reader = openEmbeddedReader(folder)
  const newAccounts = (await hasAccounts(reader.db)) ? [] : await makeAccounts(engine, folder)
  const registry = createRegistryView(reader.db)
  await registry.refresh()
  const allowPrivate = config.DIANSHAO_ALLOW_PRIVATE_ENDPOINTS
  const post = createPost({ allowPrivate })
  const relay = createRelay({ db: reader.db, record: engine.recordAttempt, post, nowMs: Date.now, log })
  const importer = await createImporter({
    db: reader.db,
    folder,
    engine,
    meters: registry,
    nowMs: Date.now,
    log,
  })
  const refuseUrl = (url: string) => refusalOfUrl(url, allowPrivate)
  const deps = { ...reader, engine, registry, importer, refuseUrl, nowMs: Date.now, wakeRelay: relay.wake }
  const api = await createApi(deps, log)
  const clock = startClock(engine, config, log)

  const close = async (): Promise<void> => {
    clearInterval(clock)
    await importer.close()
    await api.close()
    await relay.stop()
    await post.close()
    // The writer goes last, so that it can fold the write-ahead log into the file.
    reader.close()
    await engine.close()
  }
  try {
    const url = await api.listen({ host: config.DIANSHAO_HOST, port: config.DIANSHAO_PORT })
    relay.start()
    return { url, newAccounts, close }
  } catch (error) {
    await close()
    throw startError(error as NodeJS.ErrnoException, config)
  }
}

export const createLog = (level: Config['DIANSHAO_LOG_LEVEL']): Logger => pino({ level })

/**
 * At first start. Only the user that runs the service may read the tokens; they are written before the accounts
 * are, so that none can be lost in between.
 */
const makeAccounts = async (engine: Engine, folder: string): Promise<NewAccount[]> => {
  const accounts = makeFirstAccounts()
  const tokens = Object.fromEntries(accounts.map(({ name, token }) => [name, token]))
  writeFileSync(join(folder, TOKENS_FILE), `${JSON.stringify(tokens, null, 2)}\n`, { mode: 0o600 })
  await engine.addAccounts(accounts)
  return accounts
}

/** Once a minute closes the days whose time has come; once a day lets go what is older than it is to be kept. */
const startClock = (engine: Engine, config: Config, log: Logger): NodeJS.Timeout => {
  let cleared: EpochDay | undefined
  return setInterval(() => {
    const nowMs = Date.now()
    engine.closeByClock(nowMs).catch(error => log.error({ err: error }, 'Days could not be closed.'))
    const today = dayOf(nowMs)
    if (today === cleared) return
    cleared = today
    const keep = {
      readingsFrom: monthsBefore(today, config.DIANSHAO_KEEP_READINGS_MONTHS),
      featuresFrom: monthsBefore(today, config.DIANSHAO_KEEP_FEATURES_MONTHS),
    }
    engine.letGoOld(keep).catch(error => log.error({ err: error }, 'Old readings could not be let go.'))
  }, MS_PER_MINUTE).unref()
}

const DAYS_PER_MONTH_AT_MOST = 31

const monthsBefore = (day: EpochDay, months: number): EpochDay => day - months * DAYS_PER_MONTH_AT_MOST

const startError = (error: NodeJS.ErrnoException, config: Config): Error => {
  const place = `${config.DIANSHAO_HOST}:${config.DIANSHAO_PORT}`
  if (error.code === 'EADDRINUSE') {
    return new StartError(
      `${place} is taken by another program: stop it, or set DIANSHAO_PORT to a free port.`,
    )
  }
  if (error.code && ['EACCES', 'EADDRNOTAVAIL', 'ENOTFOUND', 'EAI_AGAIN'].includes(error.code)) {
    return new StartError(
      `Nobody may listen at ${place} here (${error.code}): set DIANSHAO_HOST and DIANSHAO_PORT.`,
    )
  }
  return error
}
