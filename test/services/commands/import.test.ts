import { writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { ImportJob, ImportState } from '../../../schemas/import.ts'
import { importFiles } from '../../../services/commands/index.ts'
import { testFolder } from '../../support/folder.ts'

const job = (state: ImportState, accepted: number): ImportJob => ({
  id: 'i1',
  state,
  fileName: 'readings.csv',
  bytes: 10,
  bytesRead: 5,
  profileName: null,
  backfill: false,
  createdBy: 'analyst',
  createdAt: '2026-01-01T00:00:00Z',
  startedAt: null,
  endedAt: null,
  result: {
    form: 'readings',
    encoding: 'ascii',
    packed: null,
    received: accepted,
    accepted,
    rejected: 0,
    byReason: {},
    firstRejects: [],
  },
  problem: null,
})

type Answers = (request: IncomingMessage, response: ServerResponse) => Promise<ImportJob | undefined>

/** A service that answers as told; undefined leaves the request to `answers`. */
const service = async (answers: Answers): Promise<string> => {
  const server = createServer(async (request, response) => {
    const answer = await answers(request, response)
    if (answer) response.writeHead(request.method === 'GET' ? 200 : 202).end(JSON.stringify(answer))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const importing = (url: string, text: string, stop = new AbortController()) => {
  const readings = join(testFolder(), 'readings.csv')
  writeFileSync(readings, text)
  const printed: string[] = []
  const done = importFiles({ url, token: 't', readings }, line => printed.push(line), stop.signal)
  return { done, printed, readings }
}

const read = async (request: IncomingMessage): Promise<Buffer> => Buffer.concat(await request.toArray())

describe('import', () => {
  it('sends a file as a stream, whole, and watches it until its end', async () => {
    const text = 'meter_id,ts,kw\n'.repeat(300_000)
    const states: ImportState[] = ['done', 'running', 'waiting']
    let arrived: Buffer = Buffer.alloc(0)
    const asked: string[] = []
    const url = await service(async request => {
      asked.push(`${request.method} ${request.url}`)
      if (request.method === 'GET') return job(states.pop()!, 7)
      arrived = await read(request)
      expect(request.headers['transfer-encoding']).toBe('chunked')
      return job('waiting', 0)
    })
    const { done, printed } = importing(url, text)
    expect(await done).toBe(true)
    expect(arrived.equals(Buffer.from(text))).toBe(true)
    expect(asked).toEqual(['POST /v1/imports?fileName=readings.csv', ...Array(3).fill('GET /v1/imports/i1')])
    expect(printed).toEqual(['readings.csv: readings, ASCII.', 'Readings: 7 sent, 7 accepted, 0 rejected.'])
  })

  it('asks the service to cancel when it is interrupted, and tells what stays', async () => {
    const stop = new AbortController()
    let cancelled = 0
    const url = await service(async request => {
      await read(request)
      if (request.url?.endsWith('/cancel')) cancelled++
      else if (request.method === 'POST') return job('waiting', 0)
      stop.abort()
      return job(cancelled ? 'cancelled' : 'running', 20)
    })
    const { done, printed } = importing(url, 'x', stop)
    await expect(done).rejects.toThrow('Cancelled: what was taken until then stays.')
    expect(cancelled).toBe(1)
    expect(printed).toContain('Readings: 20 sent, 20 accepted, 0 rejected.')
  })

  it('breaks off the upload when it is interrupted', async () => {
    const stop = new AbortController()
    const url = await service(async () => {
      stop.abort()
      return undefined
    })
    const { done, readings } = importing(url, 'x'.repeat(5_000_000), stop)
    await expect(done).rejects.toThrow(`Cancelled: nothing of ${readings} was taken.`)
  })

  it('tells that the service goes on when it stops answering', async () => {
    const url = await service(async (request, response) => {
      await read(request)
      if (request.method === 'POST') return job('waiting', 0)
      response.destroy()
      return undefined
    })
    await expect(importing(url, 'x').done).rejects.toThrow(
      'goes on with it when it runs again; GET /v1/imports/i1 tells how far it is.',
    )
  })

  it('tells why it failed', async () => {
    const url = await service(async request => {
      await read(request)
      return { ...job('failed', 3), problem: 'The file is bad.' }
    })
    const { done, printed } = importing(url, 'x')
    await expect(done).rejects.toThrow('The file is bad.')
    expect(printed).toContain('Readings: 3 sent, 3 accepted, 0 rejected.')
  })

  it('answers false when nothing could be taken of what was sent', async () => {
    const url = await service(async request => {
      await read(request)
      const { result, ...rest } = job('done', 0)
      return { ...rest, result: { ...result!, received: 4, rejected: 4 } }
    })
    expect(await importing(url, 'x').done).toBe(false)
  })
})
