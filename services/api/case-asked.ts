import type { FastifyRequest } from 'fastify'
import { accountAsking } from './authenticate.ts'
import { caseNamed } from './case-named.ts'
import type { ApiDeps } from './deps.ts'

/**
 * The id of a case that somebody asks for by its id or number; that it was looked at is on record. Throws the same
 * problem for one that stands behind a wall and for one that there is not.
 */
export const lookAtCase = async (
  { db, engine }: Pick<ApiDeps, 'db' | 'engine'>,
  request: FastifyRequest<{ Params: { id: string } }>,
): Promise<string> => {
  const account = accountAsking(request)
  const id = await caseNamed(db, account, request.params.id)
  await engine.noteView(id, account.name)
  return id
}
