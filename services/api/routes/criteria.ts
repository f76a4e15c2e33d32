import {
  CriterionAnswer,
  CriterionId,
  CriterionList,
  PeriodQuery,
  ReasonBody,
} from '../../../schemas/api-learning.ts'
import { CriterionProposal, CriterionTrial, OpeningPreview } from '../../../schemas/criterion.ts'
import { ProblemError } from '../../../schemas/problem.ts'
import { findCriterion, listCriteria, previewCriterion } from '../../criteria/index.ts'
import { accountAsking } from '../authenticate.ts'
import type { Api, ApiDeps } from '../deps.ts'
import { granted } from '../granted.ts'
import { periodOf } from '../period.ts'

const tags = ['criteria']

const DECISIONS = [
  { action: 'release', summary: 'Release a proposed criterion (reviewer, another person)' },
  { action: 'refuse', summary: 'Refuse a proposed criterion, with a reason (reviewer)' },
] as const

export const criteriaRoutes = (api: Api, deps: ApiDeps): void => {
  previewRoutes(api, deps)
  const { db, engine } = deps
  api.get(
    '/v1/criteria',
    {
      config: { ability: 'criteria.read' },
      schema: {
        tags,
        summary: 'Criteria of every signature, with what each level means',
        response: { 200: CriterionList },
      },
    },
    async () => ({ criteria: await listCriteria(db) }),
  )
  api.post(
    '/v1/criteria',
    {
      config: { ability: 'criteria.write' },
      schema: {
        tags,
        summary: 'Propose a criterion; another person releases it',
        body: CriterionProposal,
        response: { 200: CriterionAnswer },
      },
    },
    async request => granted(await engine.proposeCriterion(request.body, accountAsking(request))),
  )
  for (const { action, summary } of DECISIONS) {
    api.post(
      `/v1/criteria/:id/${action}`,
      {
        config: { ability: 'criteria.write' },
        schema: {
          tags,
          summary,
          params: CriterionId,
          body: ReasonBody.nullish(),
          response: { 200: CriterionAnswer },
        },
      },
      async request => {
        const actor = accountAsking(request)
        const reason = request.body?.reason ?? ''
        return granted(await engine.decideCriterion({ id: request.params.id, action, actor, reason }))
      },
    )
  }
}

const previewRoutes = (api: Api, { db }: ApiDeps): void => {
  api.post(
    '/v1/criteria/preview',
    {
      config: { ability: 'openings.read' },
      schema: {
        tags,
        summary: 'What would open or open no longer over a past period, before anything is proposed',
        querystring: PeriodQuery,
        body: CriterionTrial,
        response: { 200: OpeningPreview },
      },
    },
    ({ body, query }) => previewCriterion(db, body, periodOf(query)),
  )
  api.get(
    '/v1/criteria/:id/preview',
    {
      config: { ability: 'openings.read' },
      schema: {
        tags,
        summary: 'What would open or open no longer by a proposed criterion over a past period',
        params: CriterionId,
        querystring: PeriodQuery,
        response: { 200: OpeningPreview },
      },
    },
    async ({ params: { id }, query }) => {
      const criterion = await findCriterion(db, id)
      if (!criterion) throw new ProblemError('not-found', `There is no criterion ${id}.`)
      return previewCriterion(db, criterion, periodOf(query))
    },
  )
}
