import { existsSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { type Desk, heldUp, minutesCsv, send, testDesk } from './desk.ts'

const BROKEN_OFF = 'The upload broke off: send the file again.'

const REGISTRY = `meter_id,customer_id,customer_name,district_code,industry_code,contract_kva,voltage_kv,interval_minutes,licensed_processes
M1,C1,某厂,500107,3311,0,10,15,
`

const spooled = ({ station }: Desk): string[] => readdirSync(join(station.folder, 'imports'))

describe('an uploaded file', () => {
  it('is on the disk when it is acknowledged, for the service’s user only, and gone when it is taken in', async () => {
    const desk = await testDesk()
    const { engine, arrived, letThrough } = heldUp(desk.station.engine)
    const importer = await desk.open(engine)
    const csv = minutesCsv(100)
    const { id, state, bytes } = await send(importer, csv)
    expect([state, bytes]).toEqual(['waiting', csv.length])
    await arrived
    const file = statSync(join(desk.station.folder, 'imports', id))
    expect([file.size, file.mode & 0o777]).toEqual([csv.length, 0o600])
    expect(await importer.find(id)).toMatchObject({ state: 'running', result: null })
    letThrough()
    await importer.settle()
    expect(await importer.find(id)).toMatchObject({
      state: 'done',
      bytes: csv.length,
      bytesRead: csv.length,
      problem: null,
      result: {
        form: 'readings',
        encoding: 'ascii',
        packed: null,
        received: 100,
        accepted: 100,
        rejected: 0,
      },
    })
    expect(spooled(desk)).toEqual([])
    expect(await desk.outcomes()).toEqual({ accepted: 100 })
  })

  it('waits for those before it, and is listed newest first', async () => {
    const desk = await testDesk()
    const { engine, arrived, letThrough } = heldUp(desk.station.engine)
    const importer = await desk.open(engine)
    const first = await send(importer, minutesCsv(10))
    await arrived
    const second = await send(importer, minutesCsv(20))
    const third = await send(importer, minutesCsv(30))
    const states = async () => (await importer.list({ limit: 10 })).map(({ id, state }) => [id, state])
    expect(await states()).toEqual([
      [third.id, 'waiting'],
      [second.id, 'waiting'],
      [first.id, 'running'],
    ])
    letThrough()
    await importer.settle()
    expect(await states()).toEqual([third, second, first].map(({ id }) => [id, 'done']))
    const page = await importer.list({ before: third.id, limit: 1 })
    expect(page.map(({ id }) => id)).toEqual([second.id])
    expect(await desk.outcomes()).toEqual({ accepted: 30, duplicate: 30 })
  })

  it('keeps what was turned away under the import’s own name', async () => {
    const desk = await testDesk()
    const importer = await desk.open()
    const { id } = await send(importer, `${minutesCsv(5)}\nM404,2024-05-06T12:00:00+08:00,1\n`)
    await importer.settle()
    expect((await importer.find(id)).result).toMatchObject({
      accepted: 5,
      rejected: 1,
      byReason: { 'unknown-meter': 1 },
      firstRejects: [{ line: 7, raw: 'M404,2024-05-06T12:00:00+08:00,1' }],
    })
    const [entry] = await desk.reader.db.selectFrom('reject').selectAll().execute()
    expect(entry?.source).toBe(`import:${id}`)
  })
})

describe('an upload that is cut', () => {
  const cut = (error: Error): Readable =>
    Readable.from(
      (async function* () {
        yield Buffer.from(minutesCsv(50))
        throw error
      })(),
    )

  it('fails with a sentence, leaves nothing, and takes nothing', async () => {
    const desk = await testDesk()
    const importer = await desk.open()
    const reset = Object.assign(new Error('aborted'), { code: 'ECONNRESET' })
    await expect(send(importer, cut(reset))).rejects.toMatchObject({
      code: 'bad-request',
      message: BROKEN_OFF,
    })
    expect(await importer.list({ limit: 2 })).toMatchObject([{ state: 'failed', problem: BROKEN_OFF }])
    expect(spooled(desk)).toEqual([])
    expect(await desk.outcomes()).toEqual({})
  })

  it('says when it is the disk that fails', async () => {
    const desk = await testDesk()
    const importer = await desk.open()
    rmSync(join(desk.station.folder, 'imports'), { recursive: true })
    await expect(send(importer, minutesCsv(5))).rejects.toMatchObject({
      code: 'internal',
      message: expect.stringMatching(/cannot be kept in the data folder \(ENOENT\)/),
    })
  })
})

describe('cancelling', () => {
  it('ends a running import between two batches; what was taken stays', async () => {
    const desk = await testDesk()
    const { engine, arrived, letThrough } = heldUp(desk.station.engine)
    const importer = await desk.open(engine)
    const { id } = await send(importer, minutesCsv(60_000))
    await arrived
    const cancelled = importer.cancel(id)
    letThrough()
    const job = await cancelled
    const { accepted = 0 } = await desk.outcomes()
    expect(job).toMatchObject({ state: 'cancelled', problem: null, result: { accepted } })
    expect(accepted).toBeGreaterThanOrEqual(20_000)
    expect(accepted).toBeLessThan(60_000)
    expect(job.bytesRead).toBeLessThan(job.bytes)
    expect(spooled(desk)).toEqual([])
  })

  it('takes one that waits out of the queue', async () => {
    const desk = await testDesk()
    const { engine, arrived, letThrough } = heldUp(desk.station.engine)
    const importer = await desk.open(engine)
    await send(importer, minutesCsv(10))
    await arrived
    const { id } = await send(importer, minutesCsv(20))
    expect(await importer.cancel(id)).toMatchObject({ state: 'cancelled', result: null })
    letThrough()
    await importer.settle()
    expect(await desk.outcomes()).toEqual({ accepted: 10 })
    expect(spooled(desk)).toEqual([])
  })

  it('ends one whose upload is under way', async () => {
    const desk = await testDesk()
    const importer = await desk.open()
    const endless = new Readable({ read() {} })
    endless.push(minutesCsv(10))
    const upload = send(importer, endless).catch(error => error)
    await expect.poll(() => spooled(desk).length).toBe(1)
    const [job] = await importer.list({ limit: 1 })
    expect(job?.state).toBe('uploading')
    expect(await importer.cancel(job!.id)).toMatchObject({ state: 'cancelled', problem: null })
    expect(await upload).toMatchObject({ code: 'bad-request' })
    expect(spooled(desk)).toEqual([])
  })

  it('is refused when there is none, or when it has ended', async () => {
    const desk = await testDesk()
    const importer = await desk.open()
    await expect(importer.cancel('0none')).rejects.toMatchObject({ code: 'not-found' })
    const { id } = await send(importer, minutesCsv(5))
    await importer.settle()
    await expect(importer.cancel(id)).rejects.toMatchObject({
      code: 'wrong-state',
      message: `Import ${id} is done: it is too late to cancel it.`,
    })
  })
})

describe('a restart', () => {
  it('after a stop goes on with what ran and what waited', async () => {
    const desk = await testDesk()
    const { engine, arrived, letThrough } = heldUp(desk.station.engine)
    const importer = await desk.open(engine)
    const first = await send(importer, minutesCsv(50_000))
    await arrived
    const second = await send(importer, minutesCsv(50_100))
    const closed = importer.close()
    letThrough()
    await closed
    await expect(send(importer, minutesCsv(5))).rejects.toMatchObject({ code: 'busy' })
    expect((await importer.list({ limit: 3 })).map(({ state, startedAt }) => [state, startedAt])).toEqual([
      ['waiting', null],
      ['waiting', null],
    ])
    expect((await desk.outcomes()).accepted).toBeLessThan(50_000)

    await desk.station.restart()
    const next = await desk.open()
    await next.settle()
    for (const { id } of [first, second]) expect((await next.find(id)).state).toBe('done')
    expect((await desk.outcomes()).accepted).toBe(50_100)
    expect(spooled(desk)).toEqual([])
  })

  it('after a kill runs again what ran, fails what was being uploaded and clears up', async () => {
    const desk = await testDesk()
    const { engine, arrived } = heldUp(desk.station.engine)
    const killed = await desk.open(engine)
    const first = await send(killed, minutesCsv(30_000))
    await arrived
    const second = await send(killed, minutesCsv(100))
    const endless = new Readable({ read() {} })
    endless.push(minutesCsv(10))
    send(killed, endless).catch(() => {})
    await expect.poll(() => spooled(desk).length).toBe(3)
    const [third] = await killed.list({ limit: 1 })
    writeFileSync(join(desk.station.folder, 'imports', 'left-over'), 'of no import')

    await desk.station.restart()
    const next = await desk.open()
    expect(existsSync(join(desk.station.folder, 'imports', 'left-over'))).toBe(false)
    await next.settle()
    expect(await next.find(first.id)).toMatchObject({ state: 'done', result: { accepted: 30_000 } })
    expect(await next.find(second.id)).toMatchObject({ state: 'done', result: { accepted: 100 } })
    expect(await next.find(third!.id)).toMatchObject({ state: 'failed', problem: BROKEN_OFF })
    expect(await desk.outcomes()).toEqual({ accepted: 30_000, duplicate: 100 })
    expect(spooled(desk)).toEqual([])
    endless.destroy()
  })
})

describe('a file that cannot be taken', () => {
  const failing = async (content: string | Buffer) => {
    const desk = await testDesk()
    const importer = await desk.open()
    const { id } = await send(importer, content)
    await importer.settle()
    const job = await importer.find(id)
    expect(job.state).toBe('failed')
    expect(spooled(desk)).toEqual([])
    return { desk, job }
  }

  it('fails with a sentence that names the column', async () => {
    const { job } = await failing('meter_id,ts,power\nM1,2024-05-06T12:00:00+08:00,1\n')
    expect(job.problem).toMatch(/kw missing; "power" not known/)
    expect(job.result).toBeNull()
  })

  it('is told where to send a registry', async () => {
    const { job } = await failing(REGISTRY)
    expect(job.problem).toContain('POST /v1/registry')
  })

  it('keeps all whole lines of a gzip that is cut', async () => {
    const whole = gzipSync(minutesCsv(500))
    const { desk, job } = await failing(whole.subarray(0, whole.length - 10))
    expect(job.problem).toMatch(/ends in the middle .*get the file again and repeat/)
    expect(job.result?.accepted).toBeGreaterThan(0)
    expect((await desk.outcomes()).accepted).toBe(job.result?.accepted)
    expect(desk.errors).toEqual([])
  })

  it('says that its upload is gone, and logs it', async () => {
    const desk = await testDesk()
    const { engine, arrived, letThrough } = heldUp(desk.station.engine)
    const importer = await desk.open(engine)
    await send(importer, minutesCsv(10))
    await arrived
    const { id } = await send(importer, minutesCsv(20))
    rmSync(join(desk.station.folder, 'imports', id))
    letThrough()
    await importer.settle()
    expect((await importer.find(id)).problem).toMatch(/is gone from the data folder: send it again/)
    expect(desk.errors).toHaveLength(1)
  })
})

describe('old readings', () => {
  it('are stored only, or judged when they are a backfill', async () => {
    const csv = minutesCsv(20 * 1_440).split('\n')
    const [header, early, late] = [csv[0]!, csv.slice(1, 1_441), csv.slice(-1_440)]
    const judged = async (backfill: boolean): Promise<number> => {
      const desk = await testDesk()
      const importer = await desk.open()
      await send(importer, [header, ...late].join('\n'))
      await importer.settle()
      await desk.outcomes()
      await send(importer, [header, ...early].join('\n'), { backfill })
      await importer.settle()
      await desk.outcomes()
      return (await desk.reader.db.selectFrom('feature').select('day').execute()).length
    }
    expect([await judged(false), await judged(true)]).toEqual([1, 2])
  })
})

it('forgets ended imports beyond the newest thousand', async () => {
  const desk = await testDesk()
  const { db } = desk.station.ports.store
  const row = (i: number) => ({
    id: `000000old${String(i).padStart(4, '0')}`,
    state: 'done' as const,
    file_name: 'old.csv',
    bytes: 1,
    options: JSON.stringify({ profileName: null, backfill: false }),
    created_by: 'analyst',
    created_at: i,
    started_at: i,
    ended_at: i,
    result: null,
    problem: null,
  })
  for (let i = 0; i < 1_005; i++) await db.insertInto('import_job').values(row(i)).execute()
  const importer = await desk.open()
  await send(importer, minutesCsv(1))
  await importer.settle()
  const ids = (await db.selectFrom('import_job').select('id').orderBy('id').execute()).map(({ id }) => id)
  expect(ids).toHaveLength(1_000)
  expect(ids[0]).toBe('000000old0006')
})
