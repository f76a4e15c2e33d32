import { Problem } from '../../schemas/problem.ts'
import { CommandError } from './command-error.ts'

/** A running service as one account sees it. */
export interface Client {
  /** Sends and answers the parsed JSON. Throws CommandError with the service's own sentence. */
  call(method: 'GET' | 'POST' | 'PUT', path: string, body?: { type: string; text: string }): Promise<unknown>
}

export const createClient = (url: string, token: string): Client => ({
  async call(method, path, body) {
    const response = await fetch(new URL(path, url), {
      method,
      headers: { authorization: `Bearer ${token}`, ...(body ? { 'content-type': body.type } : {}) },
      ...(body ? { body: body.text } : {}),
    }).catch(error => {
      throw noAnswer(url, error as Error)
    })
    const answer: unknown = await response.json().catch(error => {
      throw noAnswer(url, error as Error)
    })
    if (response.ok) return answer
    const problem = Problem.safeParse(answer)
    throw new CommandError(problem.success ? problem.data.detail : `${url} answered ${response.status}.`)
  },
})

export const json = (value: unknown): { type: string; text: string } => ({
  type: 'application/json',
  text: JSON.stringify(value),
})

const noAnswer = (url: string, error: Error): CommandError => {
  const { code } = (error.cause ?? {}) as NodeJS.ErrnoException
  return new CommandError(
    code === 'ECONNREFUSED'
      ? `No service answers at ${url}: start one with "npm start", or name another with --url.`
      : `The service at ${url} stopped answering (${code ?? error.message}): what it had confirmed is kept; repeat the import.`,
  )
}
