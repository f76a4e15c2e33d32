import type { FastifyRequest } from 'fastify'
import { type EpochDay, parseDay } from '../../schemas/day.ts'
import { ProblemError } from '../../schemas/problem.ts'
import { pointsWithin, wallOf } from '../access/index.ts'
import { accountAsking } from './authenticate.ts'
import type { ApiDeps } from './deps.ts'
import { nothingThere } from './refused.ts'

const DAYS_AT_MOST = 400

/**
 * From which day on who asks sees a metering point. Throws the same problem for one that stands behind a wall and for
 * one that there is not.
 */
export const pointAsked = async (
  { db, registry }: Pick<ApiDeps, 'db' | 'registry'>,
  request: FastifyRequest,
  point: string,
): Promise<EpochDay> => {
  const wall = wallOf(accountAsking(request))
  const from = registry.hasPoint(point) ? (await pointsWithin(db, wall, [point])).get(point) : undefined
  if (from === undefined) throw nothingThere(wall, `There is no metering point ${point}.`, point)
  return from
}

/**
 * What `read` finds of a point on the days that are asked for and seen, both ends included. Throws a problem when they
 * cannot be answered.
 */
export const onDaysAsked = async <T>(
  deps: Pick<ApiDeps, 'db' | 'registry'>,
  request: FastifyRequest<{ Params: { point: string }; Querystring: { from: string; to: string } }>,
  read: (point: string, from: EpochDay, to: EpochDay) => Promise<T[]>,
): Promise<T[]> => {
  const { point } = request.params
  const [from, to] = [parseDay(request.query.from), parseDay(request.query.to)]
  if (to < from || to - from >= DAYS_AT_MOST) {
    throw new ProblemError('bad-request', `Ask for 1 to ${DAYS_AT_MOST} days, "from" before "to".`)
  }
  const first = Math.max(from, await pointAsked(deps, request, point))
  return first > to ? [] : read(point, first, to)
}
