import { PeriodQuery, ReasonBody, VersionId, VersionList } from '../../../schemas/api-learning.ts'
import { OpeningPreview } from '../../../schemas/criterion.ts'
import { listVersions, previewVersion } from '../../versions/index.ts'
import { accountAsking } from '../authenticate.ts'
import type { Api, ApiDeps } from '../deps.ts'
import { granted } from '../granted.ts'
import { periodOf } from '../period.ts'

const tags = ['detectors']

const DECISIONS = [
  { action: 'propose', summary: 'Propose a version that has run 14 days of data in shadow' },
  { action: 'release', summary: 'Release a proposed version (reviewer, another person)' },
  { action: 'refuse', summary: 'Refuse a proposed version, with a reason (reviewer)' },
] as const

export const detectorRoutes = (api: Api, { db, engine, detectors }: ApiDeps): void => {
  api.get(
    '/v1/detectors',
    {
      config: { ability: 'criteria.read' },
      schema: {
        tags,
        summary: 'Versions of the detectors: active, in shadow, retired',
        response: { 200: VersionList },
      },
    },
    async () => ({ versions: await listVersions(db, detectors) }),
  )
  api.get(
    '/v1/detectors/:signature/:version/preview',
    {
      config: { ability: 'openings.read' },
      schema: {
        tags,
        summary: 'What a version in shadow would open or open no longer',
        params: VersionId,
        querystring: PeriodQuery,
        response: { 200: OpeningPreview },
      },
    },
    ({ params, query }) => previewVersion(db, params, periodOf(query)),
  )
  for (const { action, summary } of DECISIONS) {
    api.post(
      `/v1/detectors/:signature/:version/${action}`,
      {
        config: { ability: 'criteria.write' },
        schema: {
          tags,
          summary,
          params: VersionId,
          body: ReasonBody.nullish(),
          response: { 200: VersionList },
        },
      },
      async request => {
        const actor = accountAsking(request)
        const reason = request.body?.reason ?? ''
        granted(await engine.decideVersion({ ...request.params, action, actor, reason }))
        return { versions: await listVersions(db, detectors) }
      },
    )
  }
}
