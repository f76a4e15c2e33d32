import { readFileSync } from 'node:fs'
import { setImmediate as pause } from 'node:timers/promises'
import { type Service, startService } from '../acceptance/support/cli.ts'
import { ASKING, fillCases } from './many-cases.ts'
import { type Figure, measure, rate } from './measure.ts'
import { withFolder } from './service.ts'

const CASES = 1_000_000
/** A tenth of the cases were opened since. */
const WORKBOOK = 'sort=opened&openedFrom=2025-01-01'
const KB = 1_024

/** A million cases as CSV, and those of the last year as XLSX, read over loopback HTTP; the service only serves. */
export const benchExport = (): Promise<Figure[]> =>
  withFolder(async folder => {
    await fillCases(folder, CASES)
    const service = await startService(folder)
    try {
      // Once before, so that what grows is the export and not the program.
      await taken(service, '/v1/cases/export?openedFrom=2025-12-20')
      return [await figureOf(service, 'CSV', ''), await figureOf(service, 'XLSX', WORKBOOK)]
    } finally {
      await service.kill()
    }
  })

const figureOf = async (service: Service, what: 'CSV' | 'XLSX', query: string): Promise<Figure> => {
  const { total } = await ask<{ total: number }>(service, `/v1/cases?count=true&limit=1&${query}`)
  const before = residentMb(service.pid)
  let found = { bytes: 0, lines: 0, highestMb: 0 }
  const { seconds } = await measure(async () => {
    found = await taken(service, `/v1/cases/export?format=${what.toLowerCase()}&${query}`)
  })
  const { bytes, lines, highestMb } = found
  if (what === 'CSV' && lines !== total + 1) throw new Error(`${lines - 1} rows of ${total} came`)
  const mb = (bytes / KB / KB).toFixed(0)
  return {
    what: `${what} of ${total.toLocaleString('en')} cases`,
    value: `${rate(total, seconds)} rows, ${mb} MB in ${seconds.toFixed(0)} s; grew by ${(highestMb - before).toFixed(0)} MB`,
    beside: 'aim: grow by at most 50 MB',
  }
}

const fetched = async (service: Service, path: string): Promise<Response> => {
  const answer = await fetch(service.url + path, { headers: { authorization: `Bearer ${ASKING.all.token}` } })
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`)
  return answer
}

const ask = async <T>(service: Service, path: string): Promise<T> =>
  (await (await fetched(service, path)).json()) as T

/** Reads an export piece by piece, no quicker than its pieces are looked at. */
const taken = async (service: Service, path: string) => {
  const answer = await fetched(service, path)
  const found = { bytes: 0, lines: 0, highestMb: 0 }
  for await (const piece of answer.body!) {
    found.bytes += piece.length
    for (const byte of piece) if (byte === 10) found.lines++
    found.highestMb = Math.max(found.highestMb, residentMb(service.pid))
    await pause()
  }
  return found
}

const residentMb = (pid: number): number =>
  Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / KB
