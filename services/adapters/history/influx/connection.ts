import { Agent } from 'node:http'
import { Agent as TlsAgent } from 'node:https'
import { type HttpHeaders, InfluxDB } from '@influxdata/influxdb-client'
import { EngineError } from '../../engine-error.ts'
import { statusOf } from './retry.ts'

export interface InfluxPlace {
  readonly url: string
  readonly token: string
  readonly org: string
  readonly bucket: string
}

export interface Request {
  readonly method: 'GET' | 'POST'
  /** With its query, from the root */
  readonly path: string
  readonly body?: string
  readonly contentType?: string
  readonly timeoutMs: number
  readonly onHeaders?: (headers: HttpHeaders) => void
}

/** Requests to one server. */
export interface Connection {
  /** Answers the body: text, or what JSON says. Rejects with HttpError when the server refuses. */
  request(request: Request): Promise<unknown>
  /** Whether the last request was answered, and not by a failure of the server. */
  isConnected(): boolean
  close(): void
}

/** Connects when first asked. `onError` hears of every request that failed. */
export const connect = ({ url, token }: InfluxPlace, onError: () => void): Connection => {
  const agent = url.startsWith('https:') ? new TlsAgent({ keepAlive: true }) : new Agent({ keepAlive: true })
  const { transport } = clientOf(url, token, agent)
  let connected = true
  return {
    async request({ method, path, body = '', contentType = 'application/json', timeoutMs, onHeaders }) {
      // The client's own time limit leaves the request under way.
      const signal = AbortSignal.timeout(timeoutMs)
      try {
        const headers = { 'content-type': contentType }
        const answer = await transport.request(path, body, { method, headers, signal }, onHeaders)
        connected = true
        return answer
      } catch (error) {
        connected = (statusOf(error) ?? 500) < 500
        onError()
        throw signal.aborted ? new Error(`InfluxDB did not answer within ${timeoutMs} ms.`) : error
      }
    },
    isConnected: () => connected,
    close: () => agent.destroy(),
  }
}

const clientOf = (url: string, token: string, agent: Agent): InfluxDB => {
  try {
    return new InfluxDB({ url, token, timeout: 0, transportOptions: { agent } })
  } catch (error) {
    throw new EngineError(`DIANSHAO_INFLUX_URL ${url} will not do: ${(error as Error).message}.`)
  }
}
