import { readFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { parseDay } from '../../schemas/day.ts'
import { openEmbeddedReader } from '../../services/adapters/index.ts'
import { createRuleShelf } from '../../services/pricing/index.ts'
import { answerTier } from '../../services/tiers/index.ts'
import { type Service, startService } from '../acceptance/support/cli.ts'
import { ASKING, customerOf, DAY, DECISIONS, fillDecisions, ON_LIST } from './many-decisions.ts'
import { type Figure, measure, percentileMs } from './measure.ts'
import { withFolder } from './service.ts'

const LOOKUPS = 3_000
const WARM = 300
const KB = 1_024
const headers = { authorization: `Bearer ${ASKING.token}` }

/** Lookups and the whole customer list of a store with 100,000 decisions and 1,000 rules. */
export const benchPricing = (): Promise<Figure[]> =>
  withFolder(async folder => {
    await fillDecisions(folder)
    const figures = [await lookupByFunction(folder)]
    const service = await startService(folder)
    try {
      figures.push(await lookupOverHttp(service))
      for (const format of ['csv', 'xlsx'] as const) figures.push(await exported(service, format))
      figures.push(await inPages(service))
      figures.push({
        what: 'load of the machine, 1 minute',
        value: loadavg()[0]!.toFixed(2),
        beside: '2 cores',
      })
      return figures
    } finally {
      await service.kill()
    }
  })

/** Another customer each time, far from the one before. */
const customerAt = (i: number): string => customerOf((i * 7_919) % ON_LIST)

const lookupFigure = (what: string, durations: readonly number[], note: string): Figure => ({
  what: `tier of a customer and day, ${DECISIONS.toLocaleString('en')} decisions, ${what}`,
  value: `p50 ${percentileMs(durations, 50)}, p95 ${percentileMs(durations, 95)}, p99 ${percentileMs(durations, 99)}${note}`,
  beside: 'aim: p99 under 5 ms with 1,000 rules',
})

const timed = async (work: (customer: string) => Promise<void>): Promise<number[]> => {
  const durations: number[] = []
  for (let i = 0; i < WARM + LOOKUPS; i++) {
    const { seconds } = await measure(() => work(customerAt(i)))
    if (i >= WARM) durations.push(seconds * 1_000)
  }
  return durations
}

const lookupByFunction = async (folder: string): Promise<Figure> => {
  const { db, close } = openEmbeddedReader(folder)
  const shelf = createRuleShelf(db)
  const day = parseDay(DAY)
  let found = 0
  const durations = await timed(async customerId => {
    const asked = { account: ASKING, customerId, day, knownAt: undefined }
    found += (await answerTier(db, shelf, asked)).inForce.length
  })
  close()
  if (found !== WARM + LOOKUPS) throw new Error(`${found} tiers were in force`)
  return lookupFigure('by the function', durations, '')
}

const lookupOverHttp = async (service: Service): Promise<Figure> => {
  let bytes = 0
  const durations = await timed(async customer => {
    const answer = await fetched(service, `tier?customer=${customer}&day=${DAY}`)
    bytes = (await answer.arrayBuffer()).byteLength
  })
  return lookupFigure('over loopback HTTP', durations, ` (${bytes} bytes)`)
}

const exported = async (service: Service, format: 'csv' | 'xlsx'): Promise<Figure> => {
  const path = `customers/export?format=${format}&day=${DAY}`
  await (await fetched(service, path)).arrayBuffer()
  const before = residentMb(service.pid)
  let [bytes, highestMb, firstMs] = [0, 0, 0]
  const startedMs = performance.now()
  const { seconds } = await measure(async () => {
    for await (const piece of (await fetched(service, path)).body!) {
      firstMs ||= performance.now() - startedMs
      bytes += piece.length
      highestMb = Math.max(highestMb, residentMb(service.pid))
    }
  })
  return {
    what: `${ON_LIST.toLocaleString('en')} rows streamed as ${format.toUpperCase()}`,
    value: `${seconds.toFixed(2)} s, the first byte after ${firstMs.toFixed(0)} ms, ${(bytes / KB / KB).toFixed(1)} MB; RSS ${before.toFixed(0)} MB, at most ${highestMb.toFixed(0)} MB`,
    beside: 'aim: under 2 s',
  }
}

const inPages = async (service: Service): Promise<Figure> => {
  let [rows, pages] = [0, 0]
  const { seconds } = await measure(async () => {
    for (let after: string | null = ''; after !== null; pages++) {
      const answer = await fetched(service, `customers?limit=500&day=${DAY}${after && `&after=${after}`}`)
      const page = (await answer.json()) as { customers: object[]; next: string | null }
      rows += page.customers.length
      after = page.next
    }
  })
  return {
    what: `${rows.toLocaleString('en')} rows in JSON pages`,
    value: `${seconds.toFixed(2)} s in ${pages} pages`,
    beside: 'aim: under 2 s',
  }
}

const fetched = async (service: Service, path: string): Promise<Response> => {
  const answer = await fetch(`${service.url}/v1/pricing/${path}`, { headers })
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`)
  return answer
}

const residentMb = (pid: number): number =>
  Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / KB
