import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { z } from 'zod'
import { Alert } from '../../schemas/alert.ts'
import { verifiedText } from './sign.ts'

/** How an example receiver is set up. */
export interface ReceiverOptions {
  /** `whsec_…` of the endpoint, or how to find it when a request comes */
  readonly secret: string | (() => string)
  /** 0 for any free port */
  readonly port: number
  readonly host: string
  /** Called once an alert; when it throws, the sender is told to come again */
  readonly onAlert: (alert: Alert, webhookId: string) => void | Promise<void>
  readonly onRefused: (reason: string) => void
}

/** A small HTTP server at the district's end. */
export interface Receiver {
  /** Answers the port. Rejects when it is occupied. */
  listen(): Promise<number>
  close(): Promise<void>
}

const MAX_BODY_BYTES = 64 * 1024
const REMEMBERED_IDS = 10_000
const REQUEST_TIMEOUT_MS = 15_000

/**
 * An example of the receiving end of Standard Webhooks (https://www.standardwebhooks.com): verifies with the
 * public library, takes each webhook-id once, and answers 204, also to a test of the endpoint, of which it takes nothing;
 * or 401 for a wrong signature, 413 above 64 kB, 400 when the signed text is no alert, 405 when it is no POST, 500 when
 * it could not be taken in.
 */
export const createReceiver = (options: ReceiverOptions): Receiver => {
  const takeOnce = createTakeOnce(REMEMBERED_IDS)
  const server = createServer({ requestTimeout: REQUEST_TIMEOUT_MS }, (request, response) => {
    receive(options, takeOnce, request)
      .catch(error => refusal(options, 500, `An alert could not be taken in: ${String(error)}`))
      .then(status => answer(response, status))
  })
  return {
    listen: () =>
      new Promise((resolve, reject) => {
        server.once('error', reject)
        server.listen(options.port, options.host, () => {
          server.off('error', reject)
          resolve((server.address() as AddressInfo).port)
        })
      }),
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

const refusal = (options: ReceiverOptions, status: number, reason: string): number => {
  options.onRefused(reason)
  return status
}

const answer = (response: ServerResponse, status: number): void => {
  // After a body that was not read to its end the connection cannot be used again.
  if (status === 413) response.setHeader('connection', 'close')
  response.writeHead(status).end()
}

type TakeOnce = (id: string, take: () => void | Promise<void>) => Promise<void>

const receive = async (
  options: ReceiverOptions,
  takeOnce: TakeOnce,
  request: IncomingMessage,
): Promise<number> => {
  if (request.method !== 'POST') return refusal(options, 405, `A ${request.method} is no alert.`)
  const body = await readBody(request)
  if (!body) return refusal(options, 413, `A body was longer than ${MAX_BODY_BYTES} bytes.`)
  const headers = singleHeaders(request.headers)
  const text = verify(options, headers, body)
  if (text === null) return 401
  const alert = readAs(Alert, text)
  if (!alert) return refusal(options, 400, 'A signed text is no alert that this receiver knows.')
  // That it arrived and was verified is all there is to a test.
  if (alert.type === 'endpoint.test') return 204
  const id = headers['webhook-id'] ?? ''
  await takeOnce(id, () => options.onAlert(alert, id))
  return 204
}

const verify = (options: ReceiverOptions, headers: Record<string, string>, body: Buffer): string | null => {
  try {
    const { secret } = options
    return verifiedText(typeof secret === 'string' ? secret : secret(), headers, body)
  } catch (error) {
    options.onRefused(`A signature does not fit: ${error instanceof Error ? error.message : String(error)}`)
    return null
  }
}

const readAs = <T>(schema: z.ZodType<T>, text: string): T | null => {
  try {
    return schema.parse(JSON.parse(text))
  } catch {
    return null
  }
}

const singleHeaders = (headers: IncomingHttpHeaders): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  )

/** The raw body, or null as soon as it is longer than allowed; the connection stays open for the answer. */
const readBody = async (request: IncomingMessage): Promise<Buffer | null> => {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes > MAX_BODY_BYTES) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** Runs `take` once an id, of the newest ids; an id whose `take` failed may come again. */
const createTakeOnce = (limit: number): TakeOnce => {
  const taken = new Map<string, Promise<void>>()
  return async (id, take) => {
    const running = taken.get(id) ?? Promise.resolve().then(take)
    taken.set(id, running)
    const [oldest] = taken.keys()
    if (taken.size > limit && oldest !== undefined) taken.delete(oldest)
    await running.catch(error => {
      taken.delete(id)
      throw error
    })
  }
}
