import { detectors } from '../../../detectors/index.ts'
import { AccusationQuery, CaseId } from '../../../schemas/api.ts'
import { Verification } from '../../../schemas/verification.ts'
import { wallOf } from '../../access/index.ts'
import { createCalendar } from '../../calendar/index.ts'
import { writeAccusation } from '../../cases/index.ts'
import { verifyCase } from '../../verify/index.ts'
import { accountAsking } from '../authenticate.ts'
import { lookAtCase } from '../case-asked.ts'
import type { Api, ApiDeps } from '../deps.ts'

/** What is written about a case, and whether it holds. */
export const paperRoutes = (api: Api, deps: ApiDeps): void => {
  const { db, history, registry, watch } = deps
  api.get(
    '/v1/cases/:id/accusation',
    {
      config: { ability: 'cases.read' },
      schema: {
        tags: ['cases'],
        summary: 'The case as a document for a district, in Markdown; the view is on record',
        params: CaseId,
        querystring: AccusationQuery,
        produces: ['text/markdown'],
      },
    },
    async (request, reply) => {
      const id = await lookAtCase(deps, request)
      const wall = wallOf(accountAsking(request))
      const text = await writeAccusation(db, { registry, watch, wall }, id, request.query.lang)
      return reply.header('content-type', 'text/markdown; charset=utf-8').send(text)
    },
  )
  api.get(
    '/v1/cases/:id/verify',
    {
      config: { ability: 'audit.read' },
      schema: {
        tags: ['cases'],
        summary: 'Make every number of a case anew and tell what differs; the view is on record',
        params: CaseId,
        response: { 200: Verification },
      },
    },
    async request => {
      const id = await lookAtCase(deps, request)
      const calendar = createCalendar()
      const found = await verifyCase(id, {
        db,
        history,
        registry,
        watch,
        calendar,
        detectors,
      })
      return found!
    },
  )
}
