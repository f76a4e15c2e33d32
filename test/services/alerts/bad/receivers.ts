import { createServer as createHttps, type ServerOptions } from 'node:https'
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'
import type { Certificate } from '../../../support/certificates.ts'

/** A receiver on loopback that does as it likes with a connection. */
export interface Bad {
  readonly port: number
  readonly url: string
  /** Connections that were made to it */
  readonly connections: () => number
}

/** What a receiver does once it has the whole request. */
export type Behaviour = (socket: Socket) => void

const listen = async (server: Server, sockets: Set<Socket>): Promise<number> => {
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

/** A server of bytes: `behaviour` is asked for each request, once its head and body are here. */
export const openBad = async (behaviour: Behaviour): Promise<Bad> => {
  const sockets = new Set<Socket>()
  let connections = 0
  const server = createServer(socket => {
    connections += 1
    sockets.add(socket)
    socket.on('error', () => {}).on('close', () => sockets.delete(socket))
    let heard = ''
    const hear = (chunk: Buffer): void => {
      heard += chunk.toString('latin1')
      const [head, body] = splitAt(heard, '\r\n\r\n')
      if (body === undefined || body.length < Number(/content-length: (\d+)/i.exec(head)?.[1])) return
      socket.off('data', hear).resume()
      behaviour(socket)
    }
    socket.on('data', hear)
  })
  const port = await listen(server, sockets)
  return { port, url: `http://127.0.0.1:${port}/hook`, connections: () => connections }
}

const splitAt = (text: string, mark: string): [string, string | undefined] => {
  const at = text.indexOf(mark)
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + mark.length)]
}

/** A TLS server that answers 204, if somebody trusts it. */
export const openTls = async ({ cert, key }: Certificate, more: ServerOptions = {}) => {
  let requests = 0
  const server = createHttps({ cert, key, ...more }, (_, response) => {
    requests += 1
    response.writeHead(204).end()
  })
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => sockets.add(socket))
  const port = await listen(server, sockets)
  return { port, url: `https://localhost:${port}/hook`, requests: () => requests }
}

/** Answers these bytes and hangs up. */
export const say =
  (...lines: readonly string[]): Behaviour =>
  socket =>
    void socket.end(`${lines.join('\r\n')}\r\n\r\n`)

/** A status with headers and no body. */
export const answer = (status: number, headers: readonly string[] = []): Behaviour =>
  say(`HTTP/1.1 ${status} Said`, 'content-length: 0', 'connection: close', ...headers)

/** Says a text again and again, as fast as it is taken, or one piece after each pause. */
export const pour =
  (head: string, piece: string | Buffer, { bytes = Number.POSITIVE_INFINITY, pauseMs = 0 } = {}): Behaviour =>
  socket => {
    let left = bytes
    const more = (): void => {
      while (left > 0 && !socket.destroyed) {
        left -= piece.length
        const isTaken = socket.write(piece)
        if (pauseMs > 0) return void setTimeout(more, pauseMs)
        if (!isTaken) return void socket.once('drain', more)
      }
      socket.end()
    }
    socket.write(head)
    more()
  }
