import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Webhook } from 'standardwebhooks'

/** The receivers of all districts of a story, which outlive the service. */
export interface Offices {
  readonly url: string
  /** Secrets of the endpoints that lead here; one of them must fit */
  readonly secrets: string[]
  /** Requests that came in */
  readonly requests: () => number
  /** By case number the webhook-ids that were taken, each the first time it came */
  readonly effects: ReadonlyMap<string, ReadonlySet<string>>
  /** Requests whose signature did not fit */
  readonly refused: () => number
  /** Hears of each request, `number` from 1 on, before it is answered; the answer waits for it */
  onRequest: (number: number, take: () => void) => Promise<void>
  /** Hears when an answer has left */
  onAnswered: (number: number) => void
  close(): Promise<void>
}

/** Real receivers that know a webhook-id again: an alert that comes twice has one effect. */
export const openOffices = async (): Promise<Offices> => {
  const effects = new Map<string, Set<string>>()
  let requests = 0
  let refused = 0
  const server = createServer(async (request, response) => {
    const body = Buffer.concat(await request.toArray()).toString()
    const headers = request.headers as Record<string, string>
    if (!offices.secrets.some(secret => fits(secret, headers, body))) {
      refused += 1
      return response.writeHead(401).end()
    }
    const number = ++requests
    const take = (): void => {
      const { caseNumber } = (JSON.parse(body) as { data: { caseNumber: string } }).data
      const ids = effects.get(caseNumber) ?? new Set()
      effects.set(caseNumber, ids.add(headers['webhook-id']!))
    }
    await offices.onRequest(number, take)
    if (response.destroyed) return
    take()
    response.writeHead(204).end(() => offices.onAnswered(number))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const offices: Offices = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/alerts`,
    secrets: [],
    requests: () => requests,
    effects,
    refused: () => refused,
    onRequest: async () => {},
    onAnswered: () => {},
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  return offices
}

const fits = (secret: string, headers: Record<string, string>, body: string): boolean => {
  try {
    new Webhook(secret).verify(body, headers, { jsonParse: false })
    return true
  } catch {
    return false
  }
}
