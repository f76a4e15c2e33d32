import type { LightMyRequestResponse } from 'fastify'
import { expect } from 'vitest'
import { Problem } from '../../../schemas/problem.ts'

/** An answer must be problem details of this status and code, with a sentence. */
export const expectProblem = (response: LightMyRequestResponse, status: number, code: string) => {
  expect(response.statusCode).toBe(status)
  expect(response.headers['content-type']).toMatch(/^application\/problem\+json/)
  const problem = Problem.parse(response.json())
  expect(problem).toMatchObject({ status, code })
  expect(problem.detail).toMatch(/\S/)
}
