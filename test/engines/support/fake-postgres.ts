import type { AddressInfo } from 'node:net'
import { createServer, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'

/** A message of PostgreSQL's protocol. */
const message = (kind: string, ...parts: readonly Buffer[]): Buffer => {
  const body = Buffer.concat(parts)
  return Buffer.concat([Buffer.from(kind), int32(body.length + 4), body])
}

const int16 = (value: number): Buffer => {
  const bytes = Buffer.alloc(2)
  bytes.writeInt16BE(value)
  return bytes
}

const int32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeInt32BE(value)
  return bytes
}

const text = (value: string): Buffer => Buffer.from(`${value}\0`)

const READY = message('Z', Buffer.from('I'))

export const LET_IN = Buffer.concat([message('R', int32(0)), READY])
export const ASK_PASSWORD = message('R', int32(3))

/** An error that ends the connection. */
export const fatal = (code: string, sentence: string): Buffer =>
  message('E', text('SFATAL'), text(`C${code}`), text(`M${sentence}`), text(''))

export const DONE = Buffer.concat([message('C', text('SET')), READY])

/** One row, each value with its name and the oid of its type. */
export const row = (values: readonly (readonly [name: string, oid: number, value: string])[]): Buffer =>
  Buffer.concat([
    message(
      'T',
      int16(values.length),
      ...values.map(([name, oid]) =>
        Buffer.concat([text(name), int32(0), int16(0), int32(oid), int16(-1), int32(-1), int16(0)]),
      ),
    ),
    message(
      'D',
      int16(values.length),
      ...values.map(([, , value]) => Buffer.concat([int32(value.length), Buffer.from(value)])),
    ),
    message('C', text('SELECT 1')),
    READY,
  ])

/** A server that answers the messages of each connection in turn; answers its host and port. */
export const fakePostgres = async (answers: readonly Buffer[]): Promise<string> => {
  const sockets = new Set<Socket>()
  const server = createServer(socket => {
    const left = [...answers]
    sockets.add(socket)
    socket.on('error', () => {})
    socket.on('data', () => {
      const answer = left.shift()
      if (answer) socket.write(answer)
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  return `127.0.0.1:${(server.address() as AddressInfo).port}`
}
