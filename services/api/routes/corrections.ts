import {
  CorrectionAnswer,
  CorrectionId,
  CorrectionPage,
  CorrectionPageQuery,
  EffectPageQuery,
} from '../../../schemas/api.ts'
import { ProblemError } from '../../../schemas/problem.ts'
import { findCorrection, listCorrections, listEffects, listTierEffects } from '../../corrections/index.ts'
import type { Api, ApiDeps } from '../deps.ts'

export const correctionRoutes = (api: Api, { db }: ApiDeps): void => {
  api.get(
    '/v1/corrections',
    {
      config: { ability: 'corrections.read' },
      schema: {
        tags: ['intake'],
        summary:
          'Corrections, backfills and released rules with what was judged or priced again, newest first',
        querystring: CorrectionPageQuery,
        response: { 200: CorrectionPage },
      },
    },
    async ({ query }) => {
      const corrections = await listCorrections(db, query)
      return { corrections, next: corrections.length === query.limit ? corrections.at(-1)!.id : null }
    },
  )
  api.get(
    '/v1/corrections/:id',
    {
      config: { ability: 'openings.read' },
      schema: {
        tags: ['intake'],
        summary: 'What a correction changed: findings and proposed tiers before and after it',
        params: CorrectionId,
        querystring: EffectPageQuery,
        response: { 200: CorrectionAnswer },
      },
    },
    async ({ params: { id }, query: { offset, limit } }) => {
      const correction = await findCorrection(db, id)
      if (!correction) throw new ProblemError('not-found', `There is no correction ${id}.`)
      const effects = await listEffects(db, { id, offset, limit })
      const tiers = await listTierEffects(db, { id, offset, limit })
      const isFull = effects.length === limit || tiers.length === limit
      return { correction, effects, tiers, next: isFull ? offset + limit : null }
    },
  )
}
