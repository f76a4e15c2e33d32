import {
  DeadlineAnswer,
  DeadlineBody,
  DeadlineList,
  OverdueBoard,
  OverdueQuery,
  TimedStateParam,
} from '../../../schemas/deadline.ts'
import { listDeadlines, readOverdue } from '../../deadlines/index.ts'
import { accountAsking } from '../authenticate.ts'
import type { Api, ApiDeps } from '../deps.ts'
import { granted } from '../granted.ts'
import { keyOf } from '../idempotency-key.ts'

const tags = ['deadlines']

export const deadlineRoutes = (api: Api, { db, engine, nowMs }: ApiDeps): void => {
  api.get(
    '/v1/deadlines',
    {
      config: { ability: 'deadlines.read' },
      schema: {
        tags,
        summary: 'Working days a case may stay in each state',
        response: { 200: DeadlineList },
      },
    },
    async () => ({ deadlines: await listDeadlines(db) }),
  )
  api.put(
    '/v1/deadlines/:state',
    {
      config: { ability: 'deadlines.write' },
      schema: {
        tags,
        summary: 'Set the working days of a state, for cases that come into it from now on (supervisor)',
        params: TimedStateParam,
        body: DeadlineBody,
        response: { 200: DeadlineAnswer },
      },
    },
    async request => {
      const body = { ...request.params, ...request.body }
      const actor = accountAsking(request)
      return granted(await engine.carryOut({ name: 'deadline', body, actor, key: keyOf(request) }))
    },
  )
  api.get(
    '/v1/overdue',
    {
      config: { ability: 'cases.read' },
      schema: {
        tags,
        summary: 'Open cases against their deadlines, by district, state or supply unit',
        querystring: OverdueQuery,
        response: { 200: OverdueBoard },
      },
    },
    async request => ({
      rows: await readOverdue(db, accountAsking(request), request.query.by, nowMs()),
    }),
  )
}
