import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nextAttemptAtMs, retryDelayMs } from '../../../../services/alerts/retry-delay.ts'
import { makeCertificate } from '../../../support/certificates.ts'
import { createDesk, type Desk, openServer, status } from '../relay-fixture.ts'
import { answer, type Behaviour, openBad, openTls, pour, say } from './receivers.ts'

const TIMEOUT_MS = 400
const BIG = 10 * 1024 * 1024
const HEAD = 'HTTP/1.1 200 OK\r\n'

/** One attempt at an address: what was recorded of it, and when the next one comes. */
const attemptAt = async (url: string, desk?: Desk) => {
  const at = desk ?? (await createDesk({ timeoutMs: TIMEOUT_MS }))
  await at.register(url)
  const alertId = await at.release()
  const startedMs = at.clock.now()
  await at.relay.tick()
  const [alert] = await at.deliveries()
  expect(alert?.attempts).toHaveLength(1)
  return { desk: at, alertId, startedMs, alert: alert!, attempt: alert!.attempts[0]! }
}

/** The same relay delivers another district's alert afterwards. */
const expectAlive = async (desk: Desk): Promise<void> => {
  const healthy = await openServer(status(204))
  await desk.register(healthy.url, { districtCode: '500112' })
  await desk.release({ id: 'case-after', customerId: '5009999999', districtCode: '500112' })
  expect(await desk.relay.tick()).toBe(1)
  expect(healthy.seen).toHaveLength(1)
}

const expectNextInTime = ({ alertId, startedMs, alert }: Awaited<ReturnType<typeof attemptAt>>): void => {
  expect(alert.status).toBe('waiting')
  const delayMs = Date.parse(alert.nextAttemptAt!) - startedMs
  expect(delayMs).toBe(retryDelayMs(alertId, 1))
  expect(delayMs).toBeGreaterThanOrEqual(4_000)
  expect(delayMs).toBeLessThanOrEqual(6_000)
}

const BAD: Readonly<Record<string, readonly [Behaviour, status: number | null, error: RegExp | null]>> = {
  'resets the connection': [socket => socket.resetAndDestroy(), null, /cut the connection off\.$/],
  'hangs up without a word': [socket => socket.destroy(), null, /cut the connection off\.$/],
  'ends without a word': [socket => void socket.end(), null, /cut the connection off\.$/],
  'never answers': [() => {}, null, /gave no whole answer within 400 ms\.$/],
  'stops within its headers': [
    socket => void socket.write(`${HEAD}content-le`),
    null,
    /gave no whole answer within 400 ms\.$/,
  ],
  'hangs up within its headers': [
    socket => void socket.end(`${HEAD}content-le`),
    null,
    /^127\.0\.0\.1:\d+ .+\.$/,
  ],
  'stops within its body': [
    socket => void socket.write(`${HEAD}content-length: 9\r\n\r\nhalf`),
    null,
    /gave no whole answer within 400 ms\.$/,
  ],
  'hangs up within its body': [
    socket => void socket.end(`${HEAD}content-length: 9\r\n\r\nhalf`),
    null,
    /cut the connection off\.$/,
  ],
  'hangs up within a chunk': [
    socket => void socket.end(`${HEAD}transfer-encoding: chunked\r\n\r\n9\r\nhalf`),
    null,
    /^127\.0\.0\.1:\d+ .+\.$/,
  ],
  'drips its headers': [pour(HEAD, 'x', { pauseMs: 20 }), null, /gave no whole answer within 400 ms\.$/],
  'drips its body': [
    pour(`${HEAD}content-length: 9000\r\n\r\n`, 'x', { pauseMs: 20 }),
    null,
    /gave no whole answer within 400 ms\.$/,
  ],
  'says for ever that it goes on': [
    pour('', 'HTTP/1.1 102 Processing\r\n\r\n', { pauseMs: 20 }),
    null,
    /^127\.0\.0\.1:\d+ .+\.$/,
  ],
  'talks nonsense': [say('220 mail.example ESMTP'), null, /^127\.0\.0\.1:\d+ gave no answer \(.+\)\.$/],
  'talks bytes': [socket => void socket.end(Buffer.alloc(4096, 0xff)), null, /gave no answer \(.+\)\.$/],
  'names two lengths': [
    say('HTTP/1.1 200 OK', 'content-length: 1', 'content-length: 2'),
    null,
    /^127\.0\.0\.1:\d+ .+\.$/,
  ],
  'has endless headers': [pour(HEAD, `x-more: ${'x'.repeat(4096)}\r\n`), null, /gave no answer \(.+\)\.$/],
  'changes the protocol': [
    say('HTTP/1.1 101 Switching Protocols', 'upgrade: other', 'connection: upgrade'),
    null,
    /^127\.0\.0\.1:\d+ .+\.$/,
  ],
  'redirects to the metadata of a cloud': [
    answer(302, ['location: http://169.254.169.254/latest/meta-data/']),
    302,
    null,
  ],
  'redirects for good': [answer(308, ['location: /elsewhere']), 308, null],
  'offers a choice': [answer(300), 300, null],
  'has not changed': [say('HTTP/1.1 304 Not Modified'), 304, null],
  refuses: [answer(401), 401, null],
  'is out of order': [answer(503), 503, null],
  'knows no such status': [answer(799), 799, null],
}

const GOOD: Readonly<Record<string, readonly [Behaviour, status: number]>> = {
  'says 200': [answer(200), 200],
  'says 204': [say('HTTP/1.1 204 No Content'), 204],
  'says 299': [answer(299), 299],
  'closes behind a body of a length': [
    socket => void socket.end(`${HEAD}content-length: 4\r\n\r\nwell`),
    200,
  ],
  'closes to end its body': [socket => void socket.end(`${HEAD}\r\nwell`), 200],
  'hints early': [
    socket => void socket.end('HTTP/1.1 103 Early Hints\r\n\r\nHTTP/1.1 204 No Content\r\n\r\n'),
    204,
  ],
  'answers 10 MB': [pour(`${HEAD}content-length: ${BIG}\r\n\r\n`, Buffer.alloc(65_536), { bytes: BIG }), 200],
  'answers without an end': [pour(`${HEAD}\r\n`, Buffer.alloc(65_536)), 200],
  'answers what unpacks to more': [pour(`${HEAD}content-encoding: gzip\r\n\r\n`, Buffer.alloc(65_536)), 200],
}

describe('a receiver that', () => {
  it.each(Object.entries(BAD))(
    '%s fails once, is asked again in time, and stops nobody',
    async (_, [behaviour, code, error]) => {
      const bad = await openBad(behaviour)
      const one = await attemptAt(bad.url)
      expect(one.attempt.status).toBe(code)
      if (error) expect(one.attempt.error).toMatch(error)
      else expect(one.attempt.error).toBeNull()
      expectNextInTime(one)
      await expectAlive(one.desk)
      expect(bad.connections()).toBe(1)
    },
  )

  it.each(Object.entries(GOOD))('%s has received', async (_, [behaviour, code]) => {
    const good = await openBad(behaviour)
    const { desk, alert, attempt } = await attemptAt(good.url)
    expect(attempt).toMatchObject({ status: code, error: null })
    expect(alert).toMatchObject({ status: 'delivered', nextAttemptAt: null })
    await expectAlive(desk)
    expect(good.connections()).toBe(1)
  })

  it('answers late has received, and is sent nothing else meanwhile', async () => {
    const asked = Promise.withResolvers<() => void>()
    const slow = await openBad(socket => asked.resolve(() => answer(204)(socket)))
    const desk = await createDesk()
    await desk.register(slow.url)
    await desk.release()
    const first = desk.relay.tick()
    const letGo = await asked.promise
    expect(await desk.relay.tick()).toBe(0)
    await expectAlive(desk)
    letGo()
    expect(await first).toBe(1)
    expect(slow.connections()).toBe(1)
  })

  it('redirects is not followed to another receiver', async () => {
    const other = await openBad(answer(204))
    const bad = await openBad(answer(307, [`location: ${other.url}`]))
    expect((await attemptAt(bad.url)).attempt.status).toBe(307)
    expect(other.connections()).toBe(0)
  })

  it('is gone (410) is asked no more', async () => {
    const gone = await openBad(answer(410, ['retry-after: 1']))
    const { desk, alert, attempt, startedMs } = await attemptAt(gone.url)
    expect(attempt.status).toBe(410)
    expect(alert.nextAttemptAt).toBeNull()
    desk.clock.set(startedMs + 40 * 86_400_000)
    await desk.relay.tick()
    expect(gone.connections()).toBe(1)
    await expectAlive(desk)
  })
})

describe('a receiver that is asked too much (429) and names a time', () => {
  const inSeconds = (atMs: number, seconds: number): Date =>
    new Date(Math.floor(atMs / 1000 + seconds) * 1000)
  const asctime = (date: Date): string => {
    const [, day, number, month, year, time] = /^(\w+), (\d+) (\w+) (\d+) (\S+)/.exec(date.toUTCString())!
    return `${day} ${month} ${number!.replace(/^0/, ' ')} ${time} ${year}`
  }
  const rfc850 = (date: Date): string => {
    const [, number, month, year, time] = /^\w+, (\d+) (\w+) \d\d(\d+) (\S+)/.exec(date.toUTCString())!
    const day = date.toLocaleDateString('en', { weekday: 'long', timeZone: 'UTC' })
    return `${day}, ${number}-${month}-${year} ${time} GMT`
  }

  it.each<[string, (nowMs: number) => string]>([
    ['seconds', () => '7'],
    ['seconds with space around', () => '  7  '],
    ['no second', () => '0'],
    ['a year', () => '31536000'],
    ['more seconds than a number holds', () => '9'.repeat(400)],
    ['a date (RFC 9110)', nowMs => inSeconds(nowMs, 7).toUTCString()],
    ['a date (RFC 850)', nowMs => rfc850(inSeconds(nowMs, 7))],
    ['a date (asctime)', nowMs => asctime(inSeconds(nowMs, 7))],
    ['a date gone by', nowMs => inSeconds(nowMs, -3_600).toUTCString()],
    ['a date far away', nowMs => inSeconds(nowMs, 31_536_000).toUTCString()],
    ['a day there is not', () => 'Mon, 99 Nov 2026 10:00:00 GMT'],
    ['less than nothing', () => '-5'],
    ['a fraction', () => '7.5'],
    ['an ISO date', nowMs => inSeconds(nowMs, 7).toISOString()],
    ['words', () => 'when it suits you'],
    ['nothing', () => ''],
  ])('as %s waits between once and twice its delay', async (_, form) => {
    const desk = await createDesk({ timeoutMs: TIMEOUT_MS })
    const said = form(desk.clock.now())
    const bad = await openBad(answer(429, [`retry-after: ${said}`]))
    const { alertId, startedMs, alert, attempt } = await attemptAt(bad.url, desk)
    expect(attempt).toMatchObject({ status: 429, error: null })
    const delayMs = retryDelayMs(alertId, 1)
    const waitsMs = Date.parse(alert.nextAttemptAt!) - startedMs
    expect(waitsMs).toBeGreaterThanOrEqual(delayMs)
    expect(waitsMs).toBeLessThanOrEqual(2 * delayMs)
    const firstAttemptAtMs = startedMs
    const failed = { alertId, attempts: 1, firstAttemptAtMs, nowMs: startedMs, retryAfter: said.trim() }
    expect(waitsMs).toBe(nextAttemptAtMs(failed)! - startedMs)
    await desk.relay.tick()
    expect(bad.connections()).toBe(1)
    await expectAlive(desk)
  })

  it('and says it twice is heard the first time', async () => {
    const bad = await openBad(answer(429, ['retry-after: 9999', 'retry-after: 1']))
    const { alertId, startedMs, alert } = await attemptAt(bad.url)
    expect(Date.parse(alert.nextAttemptAt!) - startedMs).toBe(2 * retryDelayMs(alertId, 1))
  })
})

describe('a receiver behind TLS', () => {
  const trusted = getCACertificates('default')
  const authority = makeCertificate({ name: 'Authority of this test' })
  beforeAll(() => setDefaultCACertificates([...trusted, authority.cert]))
  afterAll(() => setDefaultCACertificates(trusted))
  const by = authority
  const hosts = ['localhost']
  const DAY_MS = 86_400_000

  it('with a certificate in order has received', async () => {
    const good = await openTls(makeCertificate({ name: 'localhost', hosts, by }))
    expect((await attemptAt(good.url)).alert.status).toBe('delivered')
    expect(good.requests()).toBe(1)
  })

  it.each([
    [
      'expired',
      { name: 'localhost', hosts, by, fromMs: Date.now() - 9 * DAY_MS, untilMs: Date.now() - DAY_MS },
      'has an expired certificate',
    ],
    [
      'not yet good',
      { name: 'localhost', hosts, by, fromMs: Date.now() + DAY_MS, untilMs: Date.now() + 9 * DAY_MS },
      'has a certificate that is not good yet',
    ],
    [
      'of another host',
      { name: 'other.example', hosts: ['other.example'], by },
      'has a certificate of another host',
    ],
    ['of itself alone', { name: 'localhost', hosts }, 'has a certificate that nobody vouches for'],
    [
      'of somebody unknown',
      { name: 'localhost', hosts, by: makeCertificate({ name: 'Somebody' }) },
      'has a certificate that nobody vouches for',
    ],
  ])('with a certificate %s is sent nothing', async (_, asked, error) => {
    const bad = await openTls(makeCertificate(asked))
    const one = await attemptAt(bad.url)
    expect(one.attempt).toMatchObject({ status: null, error: `localhost:${bad.port} ${error}.` })
    expect(bad.requests()).toBe(0)
    expectNextInTime(one)
    await expectAlive(one.desk)
  })

  it('that speaks plain HTTP, and one of HTTP that speaks TLS, are sent nothing', async () => {
    const plain = await openServer(status(204))
    const one = await attemptAt(plain.url.replace('http:', 'https:'))
    expect(one.attempt).toMatchObject({
      status: null,
      error: expect.stringMatching(/^127\.0\.0\.1:\d+ speaks no TLS there\.$/),
    })
    const secure = await openTls(makeCertificate({ name: 'localhost', hosts, by }))
    const other = await attemptAt(secure.url.replace('https:', 'http:'))
    expect(other.attempt.status).not.toBe(204)
    expect(secure.requests()).toBe(0)
  })
})

describe('memory', () => {
  it('does not grow with answers of 10 MB and without an end', async () => {
    setFlagsFromString('--expose-gc')
    const collect = runInNewContext('gc') as () => void
    const heldBytes = (): number => {
      collect()
      const { heapUsed, external, arrayBuffers } = process.memoryUsage()
      return heapUsed + external + arrayBuffers
    }
    const [big] = GOOD['answers 10 MB']!
    const [endless] = GOOD['answers without an end']!
    const [headers] = BAD['has endless headers']!
    const receivers = await Promise.all([big, endless, headers].map(openBad))
    const desk = await createDesk({ timeoutMs: TIMEOUT_MS })
    const districts = ['500107', '500112', '500103']
    for (const [i, { url }] of receivers.entries()) await desk.register(url, { districtCode: districts[i]! })
    const sendAll = async (round: number): Promise<void> => {
      for (const [i, districtCode] of districts.entries()) {
        await desk.release({ id: `case-${round}-${i}`, customerId: `50${round}${i}`, districtCode })
      }
      await desk.relay.tick()
    }
    await sendAll(0)
    const beforeBytes = heldBytes()
    for (let round = 1; round <= 20; round++) await sendAll(round)
    // 40 answers of 10 MB and more would be 400 MB.
    expect(heldBytes() - beforeBytes).toBeLessThan(BIG)
    expect(receivers.map(({ connections }) => connections()).every(count => count >= 20)).toBe(true)
  })
})
