import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setImmediate as turn } from 'node:timers/promises'
import { expect, it, onTestFinished } from 'vitest'
import { sendStream } from '../../../services/commands/send-stream.ts'

const BLOCK = Buffer.alloc(1024 * 1024)
const BLOCKS = 256

/** Sends blocks to a service; `read` tells how many were taken from the stream so far. */
const sending = async (listener: RequestListener) => {
  const server = createServer(listener)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
  let read = 0
  async function* blocks() {
    for (; read < BLOCKS; read++) yield BLOCK
  }
  return { send: () => sendStream(url, { method: 'POST' }, blocks()), read: () => read }
}

it('reads little further ahead than the service reads', async () => {
  let received = 0
  let ahead = 0
  const { send, read } = await sending(async (request, response) => {
    for await (const chunk of request) {
      received += (chunk as Buffer).length
      ahead = Math.max(ahead, read() - received / BLOCK.length)
      await turn()
    }
    response.writeHead(202).end('{}')
  })
  expect((await send()).status).toBe(202)
  expect(received).toBe(BLOCKS * BLOCK.length)
  expect(ahead).toBeLessThan(BLOCKS / 4)
})

it('takes an answer that comes before the end of the stream', async () => {
  const { send, read } = await sending((request, response) => {
    request.once('data', () => {
      request.pause()
      response.writeHead(404).end('{"early":true}')
    })
  })
  const response = await send()
  expect([response.status, await response.json()]).toEqual([404, { early: true }])
  expect(read()).toBeLessThan(BLOCKS)
})
