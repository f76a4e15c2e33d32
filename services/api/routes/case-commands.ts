import type { FastifyRequest } from 'fastify'
import { CaseId } from '../../../schemas/api.ts'
import {
  AnswerBody,
  AssignBody,
  BulkAnswer,
  BulkBody,
  CaseDone,
  CommentBody,
  MoveBody,
  PassBody,
  SnoozeBody,
} from '../../../schemas/case-moves.ts'
import { accountAsking } from '../authenticate.ts'
import { caseMeant } from '../case-named.ts'
import type { Api, ApiDeps } from '../deps.ts'
import { granted } from '../granted.ts'
import { keyOf } from '../idempotency-key.ts'

const MOVES = [
  { action: 'inspect', summary: 'Send to be checked on site: 待核查 → 现场检查 (analyst)' },
  { action: 'submit', summary: 'Submit for review: 待核查, 现场检查 → 待复核 (analyst)' },
  { action: 'return', summary: 'Return to be checked: 待复核 → 待核查 (reviewer)' },
  { action: 'release', summary: 'Release to the district: 待复核 → 已上报 (reviewer, another person)' },
  { action: 'acknowledge', summary: 'Acknowledge: 已上报 → 已签收 (district; a reviewer by its receipt)' },
  { action: 'handle', summary: 'Take in hand: 已签收 → 处置中 (district; a reviewer by its letter)' },
  { action: 'reopen', summary: 'Open again: 销号 → 待核查 (reviewer)' },
] as const

const config = { ability: 'cases.act' } as const

/** What is done with one case. */
export const caseCommandRoutes = (api: Api, deps: ApiDeps): void => {
  const { db, engine, wakeRelay } = deps
  const schemaOf = <B>(summary: string, body: B) => ({
    ...{ tags: ['cases'], summary, params: CaseId, body, response: { 200: CaseDone } },
  })
  const by = (request: FastifyRequest) => ({ actor: accountAsking(request), key: keyOf(request) })

  for (const { action, summary } of MOVES) {
    const schema = schemaOf(summary, MoveBody.nullish())
    api.post(`/v1/cases/:id/${action}`, { config, schema }, async request => {
      const body = {
        caseId: await caseMeant(db, accountAsking(request), request.params.id),
        action,
        ...request.body,
      }
      const moved = granted(await engine.carryOut({ name: 'move', body, ...by(request) }))
      if (moved.alertId) wakeRelay()
      return moved
    })
  }
  const answering = 'Report back: 已签收, 处置中 → 已反馈 (district; a reviewer by its letter)'
  api.post('/v1/cases/:id/answer', { config, schema: schemaOf(answering, AnswerBody) }, async request => {
    const { reason, version, ...feedback } = request.body
    const body = {
      caseId: await caseMeant(db, accountAsking(request), request.params.id),
      feedback,
      reason,
      version,
    }
    return granted(await engine.carryOut({ name: 'answer', body, ...by(request) }))
  })
  const assigning = 'Say who sees to it; by one’s own name it is taken (analyst, reviewer)'
  api.post('/v1/cases/:id/assign', { config, schema: schemaOf(assigning, AssignBody) }, async request => {
    const body = { caseId: await caseMeant(db, accountAsking(request), request.params.id), ...request.body }
    return granted(await engine.carryOut({ name: 'assign', body, ...by(request) }))
  })
  const commenting = 'Say something about it, for the house or for all who see it'
  api.post('/v1/cases/:id/comment', { config, schema: schemaOf(commenting, CommentBody) }, async request => {
    const body = { caseId: await caseMeant(db, accountAsking(request), request.params.id), ...request.body }
    return granted(await engine.carryOut({ name: 'comment', body, ...by(request) }))
  })
  const snoozing = 'Take it out of the inbox for a time; its deadline goes on (analyst, reviewer)'
  api.post('/v1/cases/:id/snooze', { config, schema: schemaOf(snoozing, SnoozeBody) }, async request => {
    const body = { caseId: await caseMeant(db, accountAsking(request), request.params.id), ...request.body }
    return granted(await engine.carryOut({ name: 'snooze', body, ...by(request) }))
  })
  const passing = 'Pass it to a department of the district, or take it back (district)'
  api.post('/v1/cases/:id/pass', { config, schema: schemaOf(passing, PassBody) }, async request => {
    const body = { caseId: await caseMeant(db, accountAsking(request), request.params.id), ...request.body }
    return granted(await engine.carryOut({ name: 'pass', body, ...by(request) }))
  })
  for (const { name, summary } of PLAIN) {
    const schema = schemaOf(summary, MoveBody.nullish())
    api.post(`/v1/cases/:id/${name}`, { config, schema }, async request => {
      const body = { caseId: await caseMeant(db, accountAsking(request), request.params.id), ...request.body }
      return granted(await engine.carryOut({ name, body, ...by(request) }))
    })
  }
  bulkRoute(api, deps)
}

const PLAIN = [
  { name: 'wake', summary: 'Put it back into the inbox (analyst, reviewer)' },
  { name: 'urge', summary: 'Press for progress: 督办 (supervisor)' },
  { name: 'undo', summary: 'Take back one’s last deed, within 15 minutes, while nothing changed since' },
] as const

const bulkRoute = (api: Api, { engine, wakeRelay }: ApiDeps): void => {
  api.post(
    '/v1/cases/bulk',
    {
      config,
      schema: {
        tags: ['cases'],
        summary: 'One action on up to 500 cases, with one reason; each is done or refused by itself',
        body: BulkBody,
        response: { 200: BulkAnswer },
      },
    },
    async request => {
      const { ids: caseIds, ...more } = request.body
      const order = { name: 'bulk', body: { caseIds, ...more } } as const
      const answer = granted(
        await engine.carryOut({ ...order, actor: accountAsking(request), key: keyOf(request) }),
      )
      if (answer.results.some(({ done }) => done?.alertId)) wakeRelay()
      return answer
    },
  )
}
