import type { Logger } from 'pino'
import { detectors } from '../detectors/index.ts'
import { type Config, type ProcessRole, usesEngines, usesOidc } from '../schemas/config.ts'
import { dayOf, type EpochDay, MS_PER_MINUTE } from '../schemas/day.ts'
import {
  createPasswords,
  type FirstSignIn,
  type FirstStartDeps,
  forgetFirstSignIn,
  type NewAccount,
  readyFirstSignIn,
  readyLocalToken,
} from './accounts/index.ts'
import { type ClosablePost, createPost, refusalOfUrl } from './adapters/http/index.ts'
import { createOpenid, type IdentityProvider } from './adapters/identity/index.ts'
import { makeWritable, openEmbeddedReader, openEnginesReader, type ReadPorts } from './adapters/index.ts'
import { createRelay, type Relay } from './alerts/index.ts'
import { createApi, createOperationServer } from './api/index.ts'
import type { Engine } from './engine.ts'
import { createImporter } from './imports/index.ts'
import { openNetworks } from './networks/index.ts'
import { createRegistryView } from './registry/index.ts'
import { versionNotices } from './versions/index.ts'
import { createWatchView } from './watch/index.ts'
import { startWriter } from './writer-client.ts'

/** A running service. */
export interface App {
  readonly url: string
  /** Where the first operator makes himself an account, while there is none */
  readonly firstSignIn: FirstSignIn | undefined
  close(): Promise<void>
}

export interface StartOptions {
  /** Made at the start when there are none: of a service that lives no longer than a show */
  readonly accounts?: readonly NewAccount[]
}

/** The service cannot start; the message is one sentence for the operator. */
export class StartError extends Error {
  override name = 'StartError'
}

/** How soon an API hears of a registry that another process changed, ms */
const FOLLOW_REGISTRY_MS = 2_000

/**
 * Composes the program of one process: writer thread, and by its roles API, alert relay and clock. Embedded it has
 * all roles. Throws FolderError, EngineError or StartError with a sentence. `onFatal` hears when the work cannot go on.
 */
export const startApp = async (
  config: Config,
  log: Logger,
  onFatal: (error: Error) => void,
  { accounts = [] }: StartOptions = {},
): Promise<App> => {
  const has = (role: ProcessRole): boolean => config.DIANSHAO_ROLES.includes(role)
  const stage: (() => unknown)[] = []
  const close = async (): Promise<void> => {
    for (const strike of stage.splice(0).reverse()) await strike()
  }
  try {
    const stores = await openStores(config, onFatal)
    // The writer goes last, so that it can fold the write-ahead log into the file.
    stage.push(
      () => stores.engine.close(),
      () => stores.close(),
    )
    for (const { en } of await versionNotices(stores.db, detectors)) log.warn(en)
    const allowPrivate = config.DIANSHAO_ALLOW_PRIVATE_ENDPOINTS
    const post = createPost({ allowPrivate, networks: () => openNetworks(stores.db) })
    stage.push(() => post.close())
    const relay = has('alert') ? startRelay(stores, post, log, stage) : undefined
    if (accounts.length > 0) await stores.engine.addAccounts(accounts)
    const { server, importer } = has('api')
      ? await openApi(config, stores, post, log, stage, () => relay?.wake())
      : {
          server: createOperationServer({ ...stores, nowMs: Date.now }, log),
          importer: undefined,
        }
    // The importer goes first, so that no upload holds the server.
    stage.push(
      () => server.close(),
      () => importer?.close(),
    )
    const clock = startClock(stores.engine, config, log)
    stage.push(() => clearInterval(clock))
    const url = await server.listen({ host: config.DIANSHAO_HOST, port: config.DIANSHAO_PORT })
    relay?.start()
    const first = firstStart(stores, config)
    const firstSignIn = has('api')
      ? await readyFirstSignIn(first, config.DIANSHAO_PUBLIC_URL ?? url)
      : undefined
    return { url, firstSignIn, close }
  } catch (error) {
    await close()
    throw startError(error as NodeJS.ErrnoException, config)
  }
}

/** Where a process writes, and where it asks. */
interface Stores extends ReadPorts {
  readonly engine: Engine
  readonly backlog: () => Promise<number>
}

const openStores = async (config: Config, onFatal: (error: Error) => void): Promise<Stores> => {
  const folder = config.DIANSHAO_DATA
  if (!usesEngines(config)) {
    const engine = await startWriter({ folder, durability: 'durable' }, onFatal)
    return { ...openEmbeddedReader(folder), engine }
  }
  // The first tokens and uploads lie in it.
  if (config.DIANSHAO_ROLES.includes('api')) makeWritable(folder)
  const engine = await startWriter({ config }, onFatal)
  try {
    return { ...(await openEnginesReader(config)), engine, backlog: () => engine.backlog() }
  } catch (error) {
    await engine.close()
    throw error
  }
}

const startRelay = (
  { db, engine }: Stores,
  post: ClosablePost,
  log: Logger,
  stage: (() => unknown)[],
): Relay => {
  const isOwn = () => engine.sendsAlerts()
  const relay = createRelay({ db, record: engine.recordAttempt, post, nowMs: Date.now, log, isOwn })
  stage.push(() => relay.stop())
  return relay
}

const openApi = async (
  config: Config,
  stores: Stores,
  post: ClosablePost,
  log: Logger,
  stage: (() => unknown)[],
  wakeRelay: () => void,
) => {
  const { db, engine } = stores
  const folder = config.DIANSHAO_DATA
  await readyLocalToken(firstStart(stores, config))
  const isShared = usesEngines(config)
  const watch = createWatchView()
  const registry = createRegistryView(db, { isShared, beside: watch.refresh })
  await registry.refresh()
  if (isShared) {
    const following = setInterval(() => registry.follow(db).catch(() => {}), FOLLOW_REGISTRY_MS).unref()
    stage.push(() => clearInterval(following))
  }
  const importer = await createImporter({ db, folder, engine, meters: registry, nowMs: Date.now, log })
  const allowPrivate = config.DIANSHAO_ALLOW_PRIVATE_ENDPOINTS
  const refuseUrl = async (url: string) =>
    refusalOfUrl(url, { allowPrivate, networks: await openNetworks(db) })
  const signIn = {
    passwords: createPasswords(),
    publicUrl: config.DIANSHAO_PUBLIC_URL,
    identity: identityOf(config),
    onFirstOperator: () => forgetFirstSignIn(folder),
  }
  const common = { ...stores, registry, watch, importer, detectors, nowMs: Date.now, wakeRelay }
  const outside = { refuseUrl, post }
  return { server: await createApi({ ...common, ...outside, signIn }, log), importer }
}

const identityOf = (config: Config): IdentityProvider | undefined => {
  if (!usesOidc(config)) return undefined
  return createOpenid({
    issuer: config.DIANSHAO_OIDC_ISSUER!,
    clientId: config.DIANSHAO_OIDC_CLIENT_ID!,
    clientSecret: config.DIANSHAO_OIDC_CLIENT_SECRET!,
    redirectUri: `${config.DIANSHAO_PUBLIC_URL!.replace(/\/$/, '')}/v1/sign-in/oidc/callback`,
  })
}

const firstStart = ({ db, engine }: Stores, { DIANSHAO_DATA: folder }: Config): FirstStartDeps => ({
  ...{ db, folder, nowMs: Date.now },
  open: opening => engine.openAccounts(opening),
})

/**
 * Once a minute closes the days whose time has come, follows the deadlines and seals the days of the audit; once a day
 * lets go what is older than it is to be kept.
 */
const startClock = (engine: Engine, config: Config, log: Logger): NodeJS.Timeout => {
  let cleared: EpochDay | undefined
  let isClearing = false
  const seal = createSeal(engine, log)
  void seal()
  return setInterval(() => {
    const nowMs = Date.now()
    engine
      .followDeadlines(nowMs)
      .catch(error => log.error({ err: error }, 'Deadlines could not be followed; it is tried again.'))
    void seal()
    followEndpoints(engine, nowMs, log)
    engine
      .clearDesk(nowMs)
      .catch(error => log.error({ err: error }, 'Old keys and events could not be let go.'))
    engine.closeByClock(nowMs).catch(error => log.error({ err: error }, 'Days could not be closed.'))
    const today = dayOf(nowMs)
    if (today === cleared || isClearing) return
    isClearing = true
    const keep = {
      readingsFrom: monthsBefore(today, config.DIANSHAO_KEEP_READINGS_MONTHS),
      featuresFrom: monthsBefore(today, config.DIANSHAO_KEEP_FEATURES_MONTHS),
    }
    engine
      .letGoOld(keep)
      .then(gone => {
        if (gone !== null) cleared = today
      })
      .catch(error => log.error({ err: error }, 'Old readings could not be let go; it is tried again.'))
      .finally(() => {
        isClearing = false
      })
  }, MS_PER_MINUTE).unref()
}

/** Whoever reads the log hears of endpoints that nothing reaches, before they are switched off. */
const followEndpoints = (engine: Engine, nowMs: number, log: Logger): void => {
  engine
    .followEndpoints(nowMs)
    .then(followed => {
      for (const { what, ...endpoint } of followed) {
        if (what === 'off')
          log.error(endpoint, 'Nothing reached an endpoint for ten days; it is switched off.')
        else log.warn(endpoint, 'Nothing reached an endpoint for five days; it will be switched off.')
      }
    })
    .catch(error => log.error({ err: error }, 'Endpoints could not be followed; it is tried again.'))
}

/** Seals what is due of the audit, those days too at which the service was off. The log is a witness of each root. */
const createSeal = (engine: Engine, log: Logger): (() => Promise<void>) => {
  let isSealing = false
  return async () => {
    if (isSealing) return
    isSealing = true
    try {
      for (let roots = await engine.sealAudit(Date.now()); roots.length > 0; ) {
        for (const { day, links, hash } of roots)
          log.info({ day, links, hash }, 'A day of the audit is sealed.')
        roots = await engine.sealAudit(Date.now())
      }
    } catch (error) {
      log.error({ err: error }, 'The audit could not be sealed; it is tried again.')
    } finally {
      isSealing = false
    }
  }
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
