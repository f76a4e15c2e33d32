import { ReasonBody } from '../../../schemas/api-learning.ts'
import {
  KnownGoodAnswer,
  KnownGoodBody,
  KnownGoodId,
  KnownGoodPage,
  KnownGoodPreview,
  KnownGoodQuery,
} from '../../../schemas/known-good.ts'
import { ProblemError } from '../../../schemas/problem.ts'
import { listKnownGood, previewKnownGood } from '../../known-good/index.ts'
import { accountAsking } from '../authenticate.ts'
import type { Api, ApiDeps } from '../deps.ts'
import { granted } from '../granted.ts'
import { keyOf } from '../idempotency-key.ts'

const tags = ['known good']

const DECISIONS = [
  { action: 'release', summary: 'Release a proposed entry: it hides from now on (reviewer, another person)' },
  { action: 'refuse', summary: 'Refuse a proposed entry, with a reason (reviewer, another person)' },
] as const

export const knownGoodRoutes = (api: Api, deps: ApiDeps): void => {
  readRoutes(api, deps)
  const { engine } = deps
  api.post(
    '/v1/known-good',
    {
      config: { ability: 'known-good.write' },
      schema: {
        tags,
        summary: 'Propose that somebody answers for a customer; another person releases it',
        body: KnownGoodBody,
        response: { 200: KnownGoodAnswer },
      },
    },
    async request => {
      const actor = accountAsking(request)
      const order = { name: 'propose-known-good', body: request.body, actor, key: keyOf(request) } as const
      return granted(await engine.carryOut(order))
    },
  )
  for (const { action, summary } of DECISIONS) {
    api.post(
      `/v1/known-good/:id/${action}`,
      {
        config: { ability: 'known-good.write' },
        schema: {
          tags,
          summary,
          params: KnownGoodId,
          body: ReasonBody.nullish(),
          response: { 200: KnownGoodAnswer },
        },
      },
      async request => {
        const body = { id: request.params.id, action, reason: request.body?.reason ?? '' }
        const actor = accountAsking(request)
        const order = { name: 'decide-known-good', body, actor, key: keyOf(request) } as const
        return granted(await engine.carryOut(order))
      },
    )
  }
  api.post(
    '/v1/known-good/:id/end',
    {
      config: { ability: 'known-good.write' },
      schema: {
        tags,
        summary: 'End an entry, with a reason; what it hid comes up again',
        params: KnownGoodId,
        body: ReasonBody,
        response: { 200: KnownGoodAnswer },
      },
    },
    async request => {
      const body = { id: request.params.id, reason: request.body.reason }
      const actor = accountAsking(request)
      return granted(await engine.carryOut({ name: 'end-known-good', body, actor, key: keyOf(request) }))
    },
  )
}

const readRoutes = (api: Api, { db, nowMs }: ApiDeps): void => {
  api.get(
    '/v1/known-good',
    {
      config: { ability: 'known-good.read' },
      schema: {
        tags,
        summary: 'Customers that somebody answers for',
        querystring: KnownGoodQuery,
        response: { 200: KnownGoodPage },
      },
    },
    async request => {
      const { query } = request
      const knownGood = await listKnownGood(db, accountAsking(request), query, nowMs())
      return { knownGood, next: knownGood.length === query.limit ? knownGood.at(-1)!.id : null }
    },
  )
  api.post(
    '/v1/known-good/preview',
    {
      config: { ability: 'known-good.read' },
      schema: {
        tags,
        summary: 'What an entry would hide, by the last 90 days, before it is proposed',
        body: KnownGoodBody,
        response: { 200: KnownGoodPreview },
      },
    },
    async request => {
      const preview = await previewKnownGood(db, request.body, accountAsking(request), nowMs())
      if (!preview) throw new ProblemError('not-found', `There is no customer ${request.body.customerId}.`)
      return preview
    },
  )
}
