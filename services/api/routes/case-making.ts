import { CaseId } from '../../../schemas/api.ts'
import { CaseAnswer, CaseByHand, MergeBody, SplitBody } from '../../../schemas/case-by-hand.ts'
import { accountAsking } from '../authenticate.ts'
import { caseMeant } from '../case-named.ts'
import type { Api, ApiDeps } from '../deps.ts'
import { granted } from '../granted.ts'
import { keyOf } from '../idempotency-key.ts'

const BY_HAND = `What a tip (举报), a survey (摸排) or an inspection (检查) says of a customer, as a charge of its open case or
of a new one. It has neither score nor evidence; findings of the same signature that come while the case is checked add
them. Analyst, reviewer or supervisor.`

const MERGE = `Cases of one site: the one with the oldest number leads, the others become its members and are read, moved and
closed with it. Each keeps its number, its charges and their outcomes. Analyst or reviewer.`

/** How cases come to be, apart from findings. */
export const caseMakingRoutes = (api: Api, { db, engine }: ApiDeps): void => {
  api.post(
    '/v1/cases',
    {
      config: { ability: 'cases.act' },
      schema: {
        tags: ['cases'],
        summary: 'Put a charge down by hand, which opens a case where there is none',
        description: BY_HAND,
        body: CaseByHand,
        response: { 201: CaseAnswer },
      },
    },
    async (request, reply) => {
      const { body } = request
      const order = {
        name: 'open-by-hand' as const,
        body,
        actor: accountAsking(request),
        key: keyOf(request),
      }
      return reply.status(201).send(granted(await engine.carryOut(order)))
    },
  )
  api.post(
    '/v1/cases/:id/merge',
    {
      config: { ability: 'cases.act' },
      schema: {
        tags: ['cases'],
        summary: 'Merge cases of one site (并案); the oldest number stays',
        description: MERGE,
        params: CaseId,
        body: MergeBody,
        response: { 200: CaseAnswer },
      },
    },
    async request => {
      const body = { caseId: await caseMeant(db, accountAsking(request), request.params.id), ...request.body }
      const actor = accountAsking(request)
      return granted(await engine.carryOut({ name: 'merge', body, actor, key: keyOf(request) }))
    },
  )
  api.post(
    '/v1/cases/:id/split',
    {
      config: { ability: 'cases.act' },
      schema: {
        tags: ['cases'],
        summary: 'Take a member out of a merged case; it is to be checked by itself',
        params: CaseId,
        body: SplitBody,
        response: { 200: CaseAnswer },
      },
    },
    async request => {
      const body = { caseId: await caseMeant(db, accountAsking(request), request.params.id), ...request.body }
      const actor = accountAsking(request)
      return granted(await engine.carryOut({ name: 'split', body, actor, key: keyOf(request) }))
    },
  )
}
