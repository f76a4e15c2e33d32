import {
  AlertProposalAnswer,
  AlertProposalBody,
  AlertProposalId,
  AlertProposalPage,
  AlertProposalQuery,
} from '../../../schemas/alert-proposal.ts'
import { CaseId } from '../../../schemas/api.ts'
import { ReasonBody } from '../../../schemas/api-learning.ts'
import { listAlertProposals } from '../../cases/index.ts'
import { accountAsking } from '../authenticate.ts'
import { caseMeant } from '../case-named.ts'
import type { Api, ApiDeps } from '../deps.ts'
import { granted } from '../granted.ts'
import { keyOf } from '../idempotency-key.ts'

const tags = ['alerts']

const PROPOSE = `Of a case that a district was told of: an update tells its charges as the findings carry them now; a
withdrawal takes its alert back, dismisses every charge with the cause and closes the case. Nothing leaves, and nothing
changes, until another person releases it. Where readings were corrected under a case the program proposes by itself.
Analyst or reviewer.`

const DECISIONS = [
  {
    action: 'release',
    summary: 'Release an update or withdrawal: the district is told (reviewer, another person)',
  },
  { action: 'refuse', summary: 'Refuse an update or withdrawal, with a reason (reviewer, another person)' },
] as const

/** What a district is told after its alert, under four eyes. */
export const alertProposalRoutes = (api: Api, { db, engine, wakeRelay }: ApiDeps): void => {
  api.get(
    '/v1/alert-proposals',
    {
      config: { ability: 'findings.read' },
      schema: {
        ...{ tags, summary: 'Updates and withdrawals that were proposed, of cases that are seen' },
        querystring: AlertProposalQuery,
        response: { 200: AlertProposalPage },
      },
    },
    async request => {
      const { query } = request
      const proposals = await listAlertProposals(db, accountAsking(request), query)
      return { proposals, next: proposals.length === query.limit ? proposals.at(-1)!.id : null }
    },
  )
  api.post(
    '/v1/cases/:id/alert-proposals',
    {
      config: { ability: 'cases.act' },
      schema: {
        ...{ tags, summary: 'Propose that a district is told otherwise of a case', description: PROPOSE },
        params: CaseId,
        body: AlertProposalBody,
        response: { 200: AlertProposalAnswer },
      },
    },
    async request => {
      const actor = accountAsking(request)
      const body = { caseId: await caseMeant(db, actor, request.params.id), ...request.body }
      return granted(await engine.carryOut({ name: 'propose-alert', body, actor, key: keyOf(request) }))
    },
  )
  for (const { action, summary } of DECISIONS) {
    api.post(
      `/v1/cases/:id/alert-proposals/:proposal/${action}`,
      {
        config: { ability: 'cases.act' },
        schema: {
          ...{ tags, summary },
          params: AlertProposalId,
          body: ReasonBody.nullish(),
          response: { 200: AlertProposalAnswer },
        },
      },
      async request => {
        const actor = accountAsking(request)
        const { id, proposal } = request.params
        const reason = request.body?.reason ?? ''
        const body = { caseId: await caseMeant(db, actor, id), proposal, action, reason }
        const done = granted(
          await engine.carryOut({ name: 'decide-alert', body, actor, key: keyOf(request) }),
        )
        wakeRelay()
        return done
      },
    )
  }
}
