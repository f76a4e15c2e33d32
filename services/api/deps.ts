import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FastifyBaseLogger, FastifyInstance, RawServerDefault } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { Detector } from '../../detectors/index.ts'
import type { Passwords } from '../accounts/index.ts'
import type { History } from '../adapters/history/index.ts'
import type { Post } from '../adapters/http/port.ts'
import type { IdentityProvider } from '../adapters/identity/index.ts'
import type { Db } from '../adapters/store/index.ts'
import type { Engine } from '../engine.ts'
import type { Every } from '../events/index.ts'
import type { Importer } from '../imports/index.ts'
import type { RegistryView } from '../registry/index.ts'
import type { WatchView } from '../watch/index.ts'

/** What people sign in with. */
export interface SignInDeps {
  readonly passwords: Passwords
  /** By which browsers reach the service; absent: as they address it, without TLS */
  readonly publicUrl: string | undefined
  readonly identity: IdentityProvider | undefined
  /** The link for the first operator was used */
  readonly onFirstOperator: () => void
}

/** What the routes work with: questions go to `db` and `history`, every write goes to the engine. */
export interface ApiDeps {
  readonly db: Db
  readonly history: History
  readonly engine: Engine
  readonly registry: RegistryView
  readonly watch: WatchView
  readonly importer: Importer
  /** Every version of every detector this program holds */
  readonly detectors: readonly Detector[]
  readonly nowMs: () => number
  /** Calls a piece of work again and again; by the clock of the machine unless told */
  readonly every?: Every
  /** Readings that are durable and wait to be judged */
  readonly backlog: () => Promise<number>
  /** Why alerts could never go to an address; undefined when they might */
  readonly refuseUrl: (url: string) => Promise<string | undefined>
  /** Sends what an endpoint is tried with */
  readonly post: Post
  readonly signIn: SignInDeps
  /** Tells the alert relay that there is something to send */
  readonly wakeRelay: () => void
}

export type Api = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>
