import createClient from 'openapi-fetch'
import type { components, paths } from './types.d.ts'

/** What the API calls its things; answers as they come. */
export type Schemas = components['schemas']
export type CaseView = Schemas['CaseView']
export type CaseSummary = Schemas['CaseSummary']
export type Charge = CaseView['charges'][number]
export type Me = Schemas['Me']
export type Problem = Schemas['Problem']
export type CaseAction = Schemas['CaseAction']
export type Level = Schemas['Level']
export type CaseState = Schemas['CaseState']
export type Signature = Schemas['Signature']

/** An answer that is a problem, with the one sentence of the service. */
export class ProblemAnswer extends Error {
  override name = 'ProblemAnswer'
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.detail)
    this.problem = problem
  }
}

/** The service could not be reached at all. */
export class Unreached extends Error {
  override name = 'Unreached'
}

export const api = createClient<paths>({ baseUrl: location.origin })

interface Answered<T> {
  readonly data?: T
  readonly error?: unknown
  readonly response: Response
}

/** The data of an answer. Throws ProblemAnswer, or Unreached; who is not signed in is sent to sign in. */
export const dataOf = async <T>(asked: Promise<Answered<T>>): Promise<T> => {
  const { data, error, response } = await asked.catch(() => {
    throw new Unreached()
  })
  if (response.status === 401) leaveToSignIn()
  if (error !== undefined) throw new ProblemAnswer(error as Problem)
  return data as T
}

/** Who is signed in no more comes back here after signing in. */
export const leaveToSignIn = (): void => {
  location.assign(`/sign-in?then=${encodeURIComponent(location.pathname + location.search)}`)
}

/** A key of a command: the same request again is done once. */
export const commandKey = (): string => crypto.randomUUID()
