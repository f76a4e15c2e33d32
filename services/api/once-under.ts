import type { FastifyRequest } from 'fastify'
import type { KeyUse } from '../desk/index.ts'
import type { Engine } from '../engine.ts'
import { accountAsking } from './authenticate.ts'
import { granted } from './granted.ts'
import { keyOf } from './idempotency-key.ts'

/**
 * Does long work, which is no one transaction and may be done again without harm, once under the Idempotency-Key of a
 * request: who asks again while it goes on waits for it, who asks later gets the answer that was kept.
 */
export const createOnceUnder = ({
  answerBefore,
  keepAnswer,
}: Pick<Engine, 'answerBefore' | 'keepAnswer'>) => {
  const underWay = new Map<string, Promise<unknown>>()
  return async <T extends object>(
    request: FastifyRequest,
    name: string,
    work: () => Promise<T>,
  ): Promise<T> => {
    const key = keyOf(request)
    if (key === undefined) return work()
    const use: KeyUse = { account: accountAsking(request).name, key, name, body: request.body as object }
    const place = JSON.stringify([use.account, key])
    await underWay.get(place)?.catch(() => {})
    const doing = (async (): Promise<T> => {
      const { answer } = granted(await answerBefore(use))
      return answer === null ? granted(await keepAnswer(use, await work())) : (answer as T)
    })()
    underWay.set(place, doing)
    return doing.finally(() => {
      if (underWay.get(place) === doing) underWay.delete(place)
    })
  }
}
