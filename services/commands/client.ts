import { Problem } from '../../schemas/problem.ts'
import { CommandError } from './command-error.ts'
import { sendStream } from './send-stream.ts'

/** What is sent; a stream goes as it comes. */
export type Body = { readonly type: string } & (
  | { readonly text: string }
  | { readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly stream: AsyncIterable<Uint8Array> }
)

/** A running service as one account sees it. */
export interface Client {
  /**
   * Sends and answers the parsed JSON; null when there is none. Throws CommandError with the service's own sentence,
   * NoAnswer when it is not there, and what `signal` says when that ends it.
   */
  call(
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    body?: Body,
    signal?: AbortSignal,
  ): Promise<unknown>
  /** Asks for a text. Throws as `call` does. */
  text(path: string): Promise<string>
}

/** Nobody answers, or not to the end. */
export class NoAnswer extends CommandError {}

export const createClient = (url: string, token: string): Client => {
  const ask = async <T>(
    read: (response: Response) => Promise<T>,
    method: string,
    path: string,
    body?: Body,
    signal?: AbortSignal,
  ): Promise<T> => {
    const unanswered = (error: Error): never => {
      throw signal?.aborted ? error : noAnswer(url, error)
    }
    const headers = { authorization: `Bearer ${token}`, ...(body ? { 'content-type': body.type } : {}) }
    const options = { method, headers, ...(signal ? { signal } : {}) }
    const address = addressOf(url, path)
    const response = await (body && 'stream' in body
      ? sendStream(address, options, body.stream)
      : fetch(address, { ...options, ...(body ? { body: 'text' in body ? body.text : body.bytes } : {}) })
    ).catch(unanswered)
    if (response.ok) return read(response).catch(unanswered)
    const problem = Problem.safeParse(await response.json().catch(unanswered))
    if (problem.success) throw new CommandError(problem.data.detail)
    if (response.status === 503)
      throw new CommandError(`The service at ${url} is stopping: start it again and repeat.`)
    throw new CommandError(`${url} answered ${response.status}.`)
  }
  return {
    call: (...request) => ask(jsonIn, ...request),
    text: path => ask(response => response.text(), 'GET', path),
  }
}

const jsonIn = async (response: Response): Promise<unknown> =>
  response.status === 204 ? null : response.json()

export const json = (value: unknown): Body => ({ type: 'application/json', text: JSON.stringify(value) })

const addressOf = (url: string, path: string): URL => {
  try {
    return new URL(path, url)
  } catch {
    throw new CommandError(`"${url}" is no address of a service; it would be like http://127.0.0.1:8080.`)
  }
}

const noAnswer = (url: string, error: Error): CommandError => {
  const { code } = (error.cause ?? error) as NodeJS.ErrnoException
  return new NoAnswer(
    code === 'ECONNREFUSED' || code === 'ENOTFOUND' || error.cause?.toString() === 'Error: bad port'
      ? `No service answers at ${url}: start one with "npm start", or name another with --url.`
      : `The service at ${url} stopped answering (${code ?? error.message}): what it had confirmed is kept; repeat the import.`,
  )
}
