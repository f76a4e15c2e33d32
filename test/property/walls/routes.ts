import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { FastifyInstance, RouteOptions } from 'fastify'
import type { Ability } from '../../../schemas/account.ts'

/** A route as it was registered; `ability` is undefined where nobody has to sign in. */
export interface Route {
  readonly name: string
  readonly method: string
  readonly ability: Ability | undefined
}

const CHANNEL = 'fastify.initialization'
/** Answered by the framework itself, as GET is without its body */
const BESIDE_GET = ['HEAD', 'OPTIONS']

/** Every route of the servers that `work` makes, from the framework itself, so that none can be forgotten. */
export const routesOf = async <T>(work: () => Promise<T>): Promise<{ result: T; routes: Route[] }> => {
  const routes: Route[] = []
  const listen = (message: unknown): void => {
    const { fastify } = message as { fastify: FastifyInstance }
    fastify.addHook('onRoute', ({ method, url, config }: RouteOptions) => {
      for (const one of [method].flat()) {
        if (!BESIDE_GET.includes(one))
          routes.push({ name: `${one} ${url}`, method: one, ability: config?.ability })
      }
    })
  }
  subscribe(CHANNEL, listen)
  try {
    return { result: await work(), routes }
  } finally {
    unsubscribe(CHANNEL, listen)
  }
}
