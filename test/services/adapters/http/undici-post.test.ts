import { createServer as createHttp, type IncomingMessage, type RequestListener } from 'node:http'
import { createServer as createHttps } from 'node:https'
import { type AddressInfo, createServer as createTcp, type Server } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createPost } from '../../../../services/adapters/http/index.ts'
import { SELF_SIGNED } from './self-signed.ts'

const listen = async (server: Server): Promise<number> => {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return (server.address() as AddressInfo).port
}

const serve = async (listener: RequestListener) => {
  const seen: IncomingMessage[] = []
  const server = createHttp((request, response) => {
    seen.push(request)
    listener(request, response)
  })
  const port = await listen(server)
  onTestFinished(() => server.closeAllConnections())
  return { port, seen, url: `http://127.0.0.1:${port}/hook` }
}

const open = (options = {}) => {
  const post = createPost({ allowPrivate: true, timeoutMs: 5_000, ...options })
  onTestFinished(() => post.close())
  return post
}

describe('post', () => {
  it('sends headers and the very bytes of the body', async () => {
    const bodies: Promise<Buffer[]>[] = []
    const { url, seen } = await serve((request, response) => {
      bodies.push(request.toArray())
      response.writeHead(202).end('thank you')
    })
    const text = '{"名称":"感应炉 \\u0000 🔥"}'
    expect(await open()(url, { 'webhook-id': 'msg_1' }, text)).toEqual({ status: 202, retryAfter: null })
    expect(seen[0]).toMatchObject({ method: 'POST', url: '/hook', headers: { 'webhook-id': 'msg_1' } })
    expect(Buffer.concat((await bodies[0]) ?? [])).toEqual(Buffer.from(text))
  })

  it('answers status and Retry-After of a refusal', async () => {
    const { url } = await serve((_, response) => response.writeHead(503, { 'retry-after': '120' }).end())
    expect(await open()(url, {}, '')).toEqual({ status: 503, retryAfter: '120' })
  })

  it.each([301, 302, 307, 308])('does not follow a %i', async status => {
    const target = await serve((_, response) => response.end())
    const { url } = await serve((_, response) => response.writeHead(status, { location: target.url }).end())
    expect((await open()(url, {}, '')).status).toBe(status)
    expect(target.seen).toEqual([])
  })

  it('hangs up on an answer that does not end', async () => {
    const cut = Promise.withResolvers<number>()
    const { url } = await serve((_, response) => {
      let bytes = 0
      const push = (): void => {
        do bytes += 0x4000
        while (response.write(Buffer.alloc(0x4000)))
      }
      response.on('drain', push).on('close', () => cut.resolve(bytes))
      push()
    })
    expect(await open()(url, {}, '')).toEqual({ status: 200, retryAfter: null })
    // What the kernel's buffers on both ends took in is beyond anyone's reach.
    expect(await cut.promise).toBeLessThan(20 * 1024 * 1024)
  })

  it.each<[string, RequestListener]>([
    ['no answer', () => {}],
    ['an answer that stays away after its head', (_, response) => response.writeHead(200).flushHeaders()],
    ['an answer that stops in the middle', (_, response) => void response.writeHead(200).write('half')],
  ])('gives up on %s when its time is over', async (_, listener) => {
    const { url, port } = await serve(listener)
    await expect(open({ timeoutMs: 100 })(url, {}, '')).rejects.toThrow(
      `127.0.0.1:${port} gave no whole answer within 100 ms.`,
    )
  })

  it.each<[string, RequestListener]>([
    ['before the answer', request => request.socket.resetAndDestroy()],
    [
      'within an answer of known length',
      (_, response) =>
        void response.writeHead(200, { 'content-length': 9 }).write('half', () => response.destroy()),
    ],
  ])('says that the connection was cut off %s', async (_, listener) => {
    const { url, port } = await serve(listener)
    await expect(open()(url, {}, '')).rejects.toThrow(`127.0.0.1:${port} cut the connection off.`)
  })

  it('takes a chunked answer that is cut off for none', async () => {
    const { url } = await serve((_, response) => void response.write('half', () => response.destroy()))
    await expect(open()(url, {}, '')).rejects.toThrow(/^127\.0\.0\.1:\d+ (cut|gave no answer) .+\.$/)
  })

  it('says what else is wrong in one sentence with the host', async () => {
    const post = open({
      resolve: () => Promise.reject(Object.assign(new Error('no'), { code: 'ENOTFOUND' })),
    })
    await expect(post('http://127.0.0.1:1/', {}, '')).rejects.toThrow('127.0.0.1:1 refused the connection.')
    await expect(post('http://nowhere.example/', {}, '')).rejects.toThrow(
      'nowhere.example is a host name that nobody knows.',
    )
    const port = await listen(createTcp(socket => void socket.end('nonsense\r\n')))
    await expect(post(`http://127.0.0.1:${port}/`, {}, '')).rejects.toThrow(
      /^127\.0\.0\.1:\d+ gave no answer \(.+\)\.$/,
    )
    for (const url of ['', 'nonsense', 'ftp://127.0.0.1/', 'file:///etc/passwd']) {
      await expect(post(url, {}, ''), url).rejects.toThrow('is no http or https address.')
    }
  })

  it('refuses a certificate that nobody vouches for', async () => {
    let requests = 0
    const port = await listen(createHttps(SELF_SIGNED, () => (requests += 1)))
    await expect(open()(`https://localhost:${port}/`, {}, '')).rejects.toThrow(
      'a certificate that nobody vouches for',
    )
    expect(requests).toBe(0)
  })

  it('sends nothing more once it is closed', async () => {
    const { url, seen } = await serve((_, response) => response.end())
    const post = createPost({ allowPrivate: true })
    await post.close()
    await expect(post(url, {}, '')).rejects.toThrow('gave no answer')
    expect(seen).toEqual([])
  })
})

describe('post to the public internet only', () => {
  it.each([
    '127.0.0.1',
    '0x7f000001',
    '2130706433',
    '127.1',
    '0177.0.0.1',

    '0.0.0.0',
    'localhost',
  ])('does not reach the server here as %s', async host => {
    const { port, seen } = await serve((_, response) => response.end())
    const url = `http://${host}:${port}/`
    await expect(open({ allowPrivate: false })(url, {}, '')).rejects.toThrow(
      'no address on the public internet',
    )
    expect(seen).toEqual([])
    // The same address does reach it when that is allowed, so it was the guard that refused.
    expect((await open()(url, {}, '')).status).toBe(200)
  })

  it('does not reach the server here as a mapped address', async () => {
    const { port, seen } = await serve((_, response) => response.end())
    const url = `http://[::ffff:127.0.0.1]:${port}/`
    await expect(open({ allowPrivate: false })(url, {}, '')).rejects.toThrow(
      'no address on the public internet',
    )
    expect(seen).toEqual([])
  })

  it('judges every request by its own lookup, and connects to what was looked up', async () => {
    const { port, seen } = await serve((_, response) => response.end())
    const asked: string[] = []
    const resolve = async (hostname: string) => {
      asked.push(hostname)
      return [{ address: '127.0.0.1', family: 4 }]
    }
    const url = `http://district.example:${port}/`
    const [guarded, free] = [open({ allowPrivate: false, resolve }), open({ resolve })]
    await expect(guarded(url, {}, '')).rejects.toThrow('The host district.example has no address')
    expect(seen).toEqual([])
    expect((await free(url, {}, '')).status).toBe(200)
    expect((await free(url, {}, '')).status).toBe(200)
    expect(asked).toEqual(['district.example', 'district.example', 'district.example'])
    expect(seen.map(request => request.headers.connection)).toEqual(['close', 'close'])
    expect(seen.map(request => request.headers.host)).toEqual([
      `district.example:${port}`,
      `district.example:${port}`,
    ])
  })
})
