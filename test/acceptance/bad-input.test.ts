import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { shortest } from '../../schemas/single.ts'
import { ask, dianshao, type Service, startService, withFolder } from './support/cli.ts'

const METERS = `meter_id,customer_id,customer_name,district_code,industry_code,contract_kva,voltage_kv,interval_minutes,licensed_processes
M1,C1,Invented works,500107,3130,500,10,15,rolling
M2,C2,Invented store,NOWHERE,5990,100,10,15,
`
const HEADER = 'meter_id,ts,kw,kvar'
const SENTENCE = /^[^\n]+[.)]\n?$/

/** One service for all bad readings: each test uses instants of its own day. */
let service: Service
let stop: () => void
let finished: Promise<void>

beforeAll(async () => {
  await new Promise<void>((resolve, reject) => {
    finished = withFolder(async folder => {
      service = await startService(folder)
      const { status } = await ask(service, '/v1/registry', {
        method: 'POST',
        type: 'text/csv',
        body: METERS,
      })
      expect(status).toBe(200)
      const stopped = new Promise<void>(done => {
        stop = done
      })
      resolve()
      await stopped
      await service.kill()
    })
    finished.catch(reject)
  })
})

afterAll(async () => {
  stop()
  await finished
})

const importing = (path: string) =>
  dianshao(['import', '--readings', path, '--url', service.url, '--token', service.tokens.analyst])

const importText = (name: string, text: string | Buffer) =>
  withFolder(async folder => {
    const path = join(folder, name)
    writeFileSync(path, text)
    return importing(path)
  })

/** kW by slot of the day that holds a reading. */
const kwOf = async (day: string): Promise<number[]> => {
  const deadline = { waiting: 1 }
  while (deadline.waiting > 0)
    deadline.waiting = ((await ask(service, '/v1/status')).body as { waiting: number }).waiting
  const { body } = await ask(service, `/v1/points/M1/curve?from=${day}&to=${day}`)
  const { days } = body as { days: { kw: (number | null)[] }[] }
  return (days[0]?.kw ?? []).filter(kw => kw !== null)
}

describe('a bad reading is named and stops no good one', () => {
  const nextYear = new Date().getFullYear() + 1
  const cases: [string, string, string, RegExp][] = [
    [
      'an unknown meter',
      'M404,2024-03-DDT00:30:00+08:00,5,',
      'unknown-meter',
      /No meter M404 in the registry/,
    ],
    ['a date in 1970', 'M1,1970-01-01T00:30:00+08:00,5,', 'time-before-2005', /clock was reset/],
    ['a date next year', `M1,${nextYear}-12-31T00:30:00+08:00,5,`, 'time-in-future', /ahead of the clock/],
    ['NaN', 'M1,2024-03-DDT00:30:00+08:00,NaN,', 'not-a-number', /"NaN" is no number/],
    ['a decimal comma', 'M1,2024-03-DDT00:30:00+08:00,5,5,', 'malformed', /is a decimal comma used/],
    ['a quoted decimal comma', 'M1,2024-03-DDT00:30:00+08:00,"5,5",', 'not-a-number', /with a point/],
    ['a negative power', 'M1,2024-03-DDT00:30:00+08:00,-5,', 'negative-power', /cannot be below zero/],
    ['watts for kilowatts', 'M1,2024-03-DDT00:30:00+08:00,412000,', 'implausible-power', /is the unit W/],
    ['no offset', 'M1,2024-03-DDT00:30:00,5,', 'bad-time', /instant with an offset/],
    ['a cut line', 'M1,2024-03-D', 'malformed', /is the line cut/],
  ]
  const good = (day: number, time: string, kw: number) => `M1,2024-03-${day}T${time}:00+08:00,${kw},`
  const ofDay = (line: string, day: number) => line.replaceAll('DD', String(day))

  it.each(cases.map((one, i) => [...one, i + 10] as const))(
    '%s',
    async (_name, bad, reason, sentence, day) => {
      const lines = [HEADER, good(day, '00:15', 11), ofDay(bad, day), good(day, '00:45', 13)]
      const answer = await ask(service, '/v1/readings', {
        method: 'POST',
        type: 'text/csv',
        body: lines.join('\n'),
      })
      expect(answer.status).toBe(200)
      expect(answer.body).toMatchObject({
        received: 3,
        accepted: 2,
        rejected: 1,
        firstRejects: [{ line: 3 }],
      })
      const { byReason, firstRejects } = answer.body as {
        byReason: object
        firstRejects: { detail: string }[]
      }
      expect(byReason).toEqual({ [reason]: 1 })
      expect(firstRejects[0]?.detail).toMatch(sentence)
      expect(await kwOf(`2024-03-${day}`)).toEqual([11, 13])
    },
  )

  it('a file of them all: the import names each line and takes the rest', async () => {
    const lines = cases.flatMap(([, bad], i) => [ofDay(bad, i + 10), good(i + 10, '02:15', i)])
    const { code, out } = await importText('readings.csv', [HEADER, ...lines].join('\n'))
    expect(code).toBe(0)
    expect(out).toContain('20 sent, 10 accepted, 10 rejected')
    for (const [i, [, , reason, sentence]] of cases.entries()) {
      expect(out).toMatch(new RegExp(`^ {2}\\d ${reason}$`, 'm'))
      expect(out.split('\n').find(line => line.startsWith(`  line ${2 * i + 2}: `))).toMatch(sentence)
    }
  })

  it('keeps what was turned away, with its reason, in the reject book', async () => {
    const { body } = await ask(service, '/v1/rejects?reason=unknown-meter')
    const { rejects } = body as { rejects: { raw: string; reason: string; source: string }[] }
    expect(rejects).toHaveLength(1)
    expect(rejects[0]).toMatchObject({ reason: 'unknown-meter', times: 2 })
    expect(rejects[0]?.raw).toContain('M404')
  })
})

describe('a bad file is named in one sentence', () => {
  it('a wrong column', async () => {
    const { code, err } = await importText(
      'readings.csv',
      'meter_id,ts,power\nM1,2024-04-01T00:15:00+08:00,5\n',
    )
    expect(code).toBe(1)
    expect(err).toMatch(SENTENCE)
    expect(err).toContain('kw missing; "power" not known')
  })

  it('a registry without a column', async () =>
    withFolder(async folder => {
      const path = join(folder, 'meters.csv')
      writeFileSync(path, METERS.replace(',contract_kva', ''))
      const { code, err } = await dianshao([
        'import',
        '--meters',
        path,
        '--url',
        service.url,
        '--token',
        service.tokens.analyst,
      ])
      expect(code).toBe(1)
      expect(err).toMatch(SENTENCE)
      expect(err).toContain('contract_kva missing')
    }))

  it('a gzip file cut in the middle: every whole line before the cut is in', async () => {
    const times = Array.from({ length: 40 }, (_, i) => 15 * (i + 1))
    const clock = (minutes: number) => new Date(minutes * 60_000).toISOString().slice(11, 19)
    // Values that do not compress, so that the cut falls among the lines.
    const lines = times.map((minutes, i) => `M1,2024-04-02T${clock(minutes)}+08:00,${(i * 97.31) % 400},`)
    const whole = gzipSync([HEADER, ...lines].join('\n'), { level: 1 })
    const { code, out, err } = await importText('readings.csv.gz', whole.subarray(0, whole.length - 60))
    expect(code).toBe(1)
    expect(err).toMatch(SENTENCE)
    expect(err).toContain('ends in the middle')
    const accepted = Number(/(\d+) accepted/.exec(out)?.[1])
    expect(accepted).toBeGreaterThan(5)
    expect(accepted).toBeLessThan(40)
    const kw = await kwOf('2024-04-02')
    expect(kw).toEqual(
      lines.slice(0, accepted).map(line => shortest(Math.fround(Number(line.split(',')[2])))),
    )
  })

  it('a registry that is cut', async () =>
    withFolder(async folder => {
      const path = join(folder, 'meters.csv.gz')
      const whole = gzipSync(METERS)
      writeFileSync(path, whole.subarray(0, whole.length - 12))
      const { code, err } = await dianshao([
        'import',
        ...['--meters', path, '--url', service.url, '--token', service.tokens.analyst],
      ])
      expect(code).toBe(1)
      expect(err).toMatch(SENTENCE)
      expect(err).toContain('breaks off in the middle')
    }))

  it('a registry sent as readings', async () => {
    const { code, err } = await importText('readings.csv', METERS)
    expect(code).toBe(1)
    expect(err).toMatch(SENTENCE)
    expect(err).toContain('POST /v1/registry')
  })

  it('a file of which nothing can be taken ends with 1', async () => {
    const { code, out } = await importText('readings.csv', `${HEADER}\nM404,2024-03-01T00:15:00+08:00,5,\n`)
    expect(code).toBe(1)
    expect(out).toContain('1 sent, 0 accepted, 1 rejected')
  })

  it.each<[string, string, string | Buffer, RegExp]>([
    ['an empty file', 'readings.csv', '', /is empty: its first line must name the columns/],
    ['a workbook that is cut', 'readings.xlsx', 'PK\u0003\u0004 and no more', /workbook cannot be read/],
    ['an old workbook', 'readings.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'), /save it as \.xlsx/],
  ])('%s', async (_, name, text, expected) => {
    const { code, err } = await importText(name, text)
    expect(code).toBe(1)
    expect(err).toMatch(SENTENCE)
    expect(err).toMatch(expected)
  })

  it('a folder instead of a file', async () => {
    const { code, err } = await importing('/')
    expect([code, err]).toEqual([1, '/ cannot be read (EISDIR).\n'])
  })

  it('a backtest that would overwrite what it reads', async () =>
    withFolder(async folder => {
      const [meters, readings] = [join(folder, 'meters.csv'), join(folder, 'readings.csv')]
      writeFileSync(meters, METERS)
      writeFileSync(readings, `${HEADER}\n`)
      const inputs = ['backtest', '--meters', meters, '--readings', readings]
      const { code, err } = await dianshao([...inputs, '--cases', readings, '--scores', join(folder, 's')])
      expect([code, err]).toEqual([
        1,
        `${readings} is named twice: each input and output needs a file of its own.\n`,
      ])
      expect(readFileSync(readings, 'utf8')).toBe(`${HEADER}\n`)
    }))

  it('a file that is not there', async () => {
    const { code, err } = await importing('/nowhere/readings.csv')
    expect(code).toBe(1)
    expect(err).toBe('/nowhere/readings.csv cannot be read (ENOENT).\n')
  })
})

describe('a service that cannot start says why in one sentence', () => {
  it('an occupied port', async () => {
    const taken = createServer().listen(0, '127.0.0.1')
    await new Promise(resolve => taken.once('listening', resolve))
    const { port } = taken.address() as AddressInfo
    try {
      await withFolder(async folder => {
        const { code, err } = await dianshao(['start'], {
          DIANSHAO_DATA: folder,
          DIANSHAO_PORT: String(port),
        })
        expect(code).toBe(1)
        expect(err).toBe(
          `127.0.0.1:${port} is taken by another program: stop it, or set DIANSHAO_PORT to a free port.\n`,
        )
      })
    } finally {
      taken.close()
    }
  })

  it('a folder that cannot be written', async () =>
    withFolder(async folder => {
      const file = join(folder, 'file')
      writeFileSync(file, '')
      const { code, err } = await dianshao(['start'], {
        DIANSHAO_DATA: join(file, 'data'),
        DIANSHAO_PORT: '0',
      })
      expect(code).toBe(1)
      expect(err).toMatch(SENTENCE)
      expect(err).toContain('cannot be written (ENOTDIR)')
    }))

  it('a second process on the same folder', async () =>
    withFolder(async folder => {
      const first = await startService(folder)
      try {
        const { code, err } = await dianshao(['start'], { DIANSHAO_DATA: folder, DIANSHAO_PORT: '0' })
        expect(code).toBe(1)
        expect(err).toBe(
          `Another Dianshao process works in ${folder}: stop it, or choose another data folder.\n`,
        )
        expect((await ask(first, '/v1/status')).status).toBe(200)
      } finally {
        await first.kill()
      }
    }))

  it.each([
    ['DIANSHAO_PORT', 'eighty'],
    ['DIANSHAO_ROLES', 'api'],
    ['DIANSHAO_LOG_LEVEL', 'loud'],
  ])('a wrong configuration: %s=%s', async (key, value) => {
    const { code, err } = await dianshao(['start'], { [key]: value })
    expect(code).toBe(78)
    expect(err).toMatch(SENTENCE)
    expect(err).toContain(key)
  })

  it('an old Node', () => {
    const script = `Object.defineProperty(process, 'versions', { value: { node: '20.20.2' } }); import('./services/node-guard.js')`
    const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      encoding: 'utf8',
    })
    expect(status).toBe(1)
    expect(stderr).toMatch(/needs Node 22\.22 or newer, but this is 20\.20\.2/)
  })

  it('no service at the address', async () =>
    withFolder(async folder => {
      const free = createServer().listen(0, '127.0.0.1')
      await new Promise(resolve => free.once('listening', resolve))
      const url = `http://127.0.0.1:${(free.address() as AddressInfo).port}`
      await new Promise(resolve => free.close(resolve))
      const path = join(folder, 'readings.csv')
      writeFileSync(path, `${HEADER}\n`)
      const { code, err } = await dianshao(['import', '--readings', path, '--url', url, '--token', 'x'])
      expect(code).toBe(1)
      expect(err).toBe(
        `No service answers at ${url}: start one with "npm start", or name another with --url.\n`,
      )
    }))
})
