import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'

/**
 * What becomes of a write: `refuse` and `reset` before the server has it, `forget` once it has it, `stall` never
 * answered; a number is answered as a status.
 */
export type Fault = 'reset' | 'forget' | 'stall' | number

/** A server in front of InfluxDB that spoils writes. */
export interface ShakyServer {
  readonly url: string
  /** Faults of the writes to come, one each; those after them go through */
  readonly faults: Fault[]
  /** Writes that came, spoilt ones too; empty ones, which only ask for rights, left out */
  readonly writes: string[]
  /** How writes go once `faults` are used up */
  always: Fault | undefined
}

export const shakyServer = async (target: string): Promise<ShakyServer> => {
  const shaky: ShakyServer = { url: '', faults: [], writes: [], always: undefined }
  const answer = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await buffer(incoming)
    const isWrite = incoming.url!.startsWith('/api/v2/write') && body.length > 0
    if (isWrite) shaky.writes.push(body.toString())
    const fault = isWrite ? (shaky.faults.shift() ?? shaky.always) : undefined
    if (fault === 'stall') return
    if (fault === 'reset') return void incoming.socket.destroy()
    if (typeof fault === 'number') return void response.writeHead(fault).end()
    const { method, headers, url } = incoming
    const forwarded = request(new URL(url!, target), { method, headers }, reply => {
      if (fault === 'forget') {
        reply.resume().on('end', () => incoming.socket.destroy())
        return
      }
      response.writeHead(reply.statusCode!, reply.headers)
      reply.pipe(response)
    })
    forwarded.end(body)
  }
  const server = createServer((incoming, response) => void answer(incoming, response))
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return Object.assign(shaky, { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` })
}
