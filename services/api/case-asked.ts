import type { FastifyRequest } from 'fastify'
import { seesCase, wallOf } from '../access/index.ts'
import { caseIdOf } from '../cases/index.ts'
import { accountAsking } from './authenticate.ts'
import type { ApiDeps } from './deps.ts'
import { nothingThere } from './refused.ts'

/**
 * The id of a case that somebody asks for by its id or number; that it was looked at is on record. Throws the same
 * problem for one that stands behind a wall and for one that there is not.
 */
export const lookAtCase = async (
  { db, engine }: Pick<ApiDeps, 'db' | 'engine'>,
  request: FastifyRequest<{ Params: { id: string } }>,
): Promise<string> => {
  const name = request.params.id
  const account = accountAsking(request)
  const wall = wallOf(account)
  const id = await caseIdOf(db, name)
  if (id === undefined || !(await seesCase(db, wall, id))) {
    throw nothingThere(wall, `There is no case ${name}.`, name)
  }
  await engine.noteView(id, account.name)
  return id
}
