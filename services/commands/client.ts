import { Problem } from '../../schemas/problem.ts'
import { CommandError } from './command-error.ts'

/** A running service as one account sees it. */
export interface Client {
  /** Sends and answers the parsed JSON. Throws CommandError with the service's own sentence. */
  call(method: 'GET' | 'POST' | 'PUT', path: string, body?: { type: string; text: string }): Promise<unknown>
}

export const createClient = (url: string, token: string): Client => ({
  async call(method, path, body) {
    const response = await fetch(addressOf(url, path), {
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
    if (problem.success) throw new CommandError(problem.data.detail)
    if (response.status === 503)
      throw new CommandError(`The service at ${url} is stopping: start it again and repeat.`)
    throw new CommandError(`${url} answered ${response.status}.`)
  },
})

export const json = (value: unknown): { type: string; text: string } => ({
  type: 'application/json',
  text: JSON.stringify(value),
})

const addressOf = (url: string, path: string): URL => {
  try {
    return new URL(path, url)
  } catch {
    throw new CommandError(`"${url}" is no address of a service; it would be like http://127.0.0.1:8080.`)
  }
}

const noAnswer = (url: string, error: Error): CommandError => {
  const { code } = (error.cause ?? {}) as NodeJS.ErrnoException
  return new CommandError(
    code === 'ECONNREFUSED' || code === 'ENOTFOUND' || error.cause?.toString() === 'Error: bad port'
      ? `No service answers at ${url}: start one with "npm start", or name another with --url.`
      : `The service at ${url} stopped answering (${code ?? error.message}): what it had confirmed is kept; repeat the import.`,
  )
}
