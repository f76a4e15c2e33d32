import { connect } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { EndpointBody } from '../../../schemas/endpoint.ts'
import { createPost } from '../../../services/adapters/http/index.ts'
import { openEmbeddedStore } from '../../../services/adapters/store/index.ts'
import {
  composeAlert,
  createReceiver,
  makeEndpoint,
  newSecret,
  tryEndpoint,
} from '../../../services/alerts/index.ts'
import { signedHeaders } from '../../../services/alerts/sign.ts'
import { RELEASED_AT_MS, reportedCase } from './case-fixture.ts'
import { openReceiver, REVIEWER } from './relay-fixture.ts'

const secret = newSecret()
const body = JSON.stringify(composeAlert(reportedCase(), RELEASED_AT_MS, '九龙坡区'))
const send = async (url: string, text = body, headers = signedHeaders([secret], 'msg_1', Date.now(), text)) =>
  (await fetch(url, { method: 'POST', headers, body: text })).status

describe('example receiver', () => {
  it('takes a webhook-id once and answers every time', async () => {
    const { url, taken, refused } = await openReceiver(secret)
    expect(await Promise.all([send(url), send(url)])).toEqual([204, 204])
    expect(await send(url)).toBe(204)
    expect(taken).toHaveLength(1)
    expect(taken[0]).toMatchObject({ id: 'msg_1', alert: { data: { nature: '线索' } } })
    expect(refused).toEqual([])
  })

  it('refuses a wrong signature, an old one and none', async () => {
    const { url, taken, refused } = await openReceiver(secret)
    expect(await send(url, body, signedHeaders([newSecret()], 'msg_1', Date.now(), body))).toBe(401)
    expect(await send(url, body, signedHeaders([secret], 'msg_1', Date.now() - 302_000, body))).toBe(401)
    expect(await send(url, `${body} `, signedHeaders([secret], 'msg_1', Date.now(), body))).toBe(401)
    expect(await send(url, body, {})).toBe(401)
    expect(taken).toEqual([])
    expect(refused).toHaveLength(4)
  })

  it('answers a test of its endpoint well, and takes it for no alert', async () => {
    const { url, taken, refused } = await openReceiver(secret)
    const store = await openEmbeddedStore(':memory:')
    const post = createPost({ allowPrivate: true })
    onTestFinished(async () => {
      await post.close()
      await store.close()
    })
    const body = { ...EndpointBody.parse({ districtCode: '500107', url }), secret }
    await store.transact(trx => makeEndpoint(trx, body, REVIEWER, Date.now()))
    expect(await tryEndpoint(store.db, post, 'endpoint-000001', Date.now)).toMatchObject({
      ...{ status: 204, ok: true, error: null },
    })
    expect(await tryEndpoint(store.db, post, 'endpoint-000002', Date.now)).toBeUndefined()
    expect([taken, refused]).toEqual([[], []])
  })

  it('refuses what is signed and no alert', async () => {
    const { url, taken } = await openReceiver(secret)
    for (const text of ['', 'no json', '{}', '{"type":"case.reported"}'])
      expect(await send(url, text), text).toBe(400)
    expect((await fetch(url)).status).toBe(405)
    expect(taken).toEqual([])
  })

  it('refuses a body above 64 kB', async () => {
    const { url, taken, refused } = await openReceiver(secret)
    expect(await send(url, 'x'.repeat(64 * 1024))).toBe(400)
    expect(await send(url, 'x'.repeat(64 * 1024 + 1))).toBe(413)
    expect(await sendUnending(url)).toMatch(/^HTTP\/1\.1 413 /)
    expect(taken).toEqual([])
    expect(refused).toHaveLength(3)
  })

  it('asks the sender to come again when an alert could not be taken in', async () => {
    let tries = 0
    const receiver = createReceiver({
      secret,
      port: 0,
      host: '127.0.0.1',
      onAlert: () => {
        tries += 1
        if (tries === 1) throw new Error('printer on fire')
      },
      onRefused: () => {},
    })
    const url = `http://127.0.0.1:${await receiver.listen()}/`
    onTestFinished(() => receiver.close())
    expect(await send(url)).toBe(500)
    expect(await send(url)).toBe(204)
    expect(await send(url)).toBe(204)
    expect(tries).toBe(2)
  })

  it('says so when the port is occupied', async () => {
    const { url } = await openReceiver(secret)
    const port = Number(new URL(url).port)
    const second = createReceiver({ secret, port, host: '127.0.0.1', onAlert: () => {}, onRefused: () => {} })
    await expect(second.listen()).rejects.toThrow('EADDRINUSE')
  })
})

/** Sends chunks for as long as the other end reads; answers its first line. */
const sendUnending = (url: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1')
    const chunk = `4000\r\n${'x'.repeat(0x4000)}\r\n`
    const push = (): void => {
      while (socket.writable && socket.write(chunk));
    }
    socket.write('POST / HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\n')
    socket.on('drain', push)
    socket.on('error', reject)
    socket.once('data', data => {
      resolve(data.toString())
      socket.destroy()
    })
    push()
  })
