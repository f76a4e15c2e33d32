import { setTimeout as pause } from 'node:timers/promises'
import { parseDay } from '../../schemas/day.ts'
import { registryCsv } from '../../services/simulator/index.ts'
import { type Service, startService } from '../acceptance/support/cli.ts'
import { dayRowTexts, fleetDays } from './fleet-days.ts'
import { type Figure, measure, percentileMs } from './measure.ts'
import { withFolder } from './service.ts'

const METERS = 1_000
const DAYS = 60
const FIRST_DAY = parseDay('2026-05-01')
const ROWS_PER_REQUEST = 1_000
const SENDERS = 2
const READERS = 2
const BETWEEN_READS_MS = 10

/** Page and API reads while two senders keep intake saturated with day rows; then the service idle. */
export const benchLoad = async (): Promise<Figure[]> =>
  withFolder(async folder => {
    const { meters, days } = fleetDays({ meters: METERS, days: DAYS, firstDay: FIRST_DAY })
    const texts = dayRowTexts(days, ROWS_PER_REQUEST)
    const service = await startService(folder)
    try {
      await call(service, '/v1/registry', 'text/csv', registryCsv({ meters }))
      await call(service, '/v1/readings', 'text/csv', texts[0]!)
      const paths = readPaths(meters.slice(0, 40).map(({ pointId }) => pointId))
      const quiet = await readWhile(service, paths, pause(2_000))
      const busy = await readWhile(service, paths, saturate(service, texts))
      const stages = [
        ['nothing else to do', quiet],
        ['intake saturated', busy],
      ] as const
      return stages.map(([what, durations]) => ({
        what: `reads over HTTP (cases, status, rejects, 30-day curves), ${what}`,
        value: `p50 ${percentileMs(durations, 50)}, p95 ${percentileMs(durations, 95)}, p99 ${percentileMs(durations, 99)} of ${durations.length}`,
        beside: 'aim p95 100 ms, p99 200 ms',
      }))
    } finally {
      await service.kill()
    }
  })

const readPaths = (points: readonly string[]): string[] => [
  '/v1/cases?limit=50',
  '/v1/status',
  '/v1/rejects?limit=50',
  ...points.map(point => `/v1/points/${point}/curve?from=2026-05-01&to=2026-05-30`),
]

const call = async (service: Service, path: string, type?: string, body?: string): Promise<void> => {
  const response = await fetch(service.url + path, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { authorization: `Bearer ${service.tokens.analyst}`, ...(type ? { 'content-type': type } : {}) },
    ...(body === undefined ? {} : { body }),
  })
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`)
  await response.arrayBuffer()
}

const saturate = async (service: Service, texts: readonly string[]): Promise<void> => {
  const queue = texts.values()
  const send = async (): Promise<void> => {
    for (const text of queue) await call(service, '/v1/readings', 'text/csv', text)
  }
  await Promise.all(Array.from({ length: SENDERS }, send))
}

/** Reads until `work` is done; answers how long each read took, ms. */
const readWhile = async (
  service: Service,
  paths: readonly string[],
  work: Promise<void>,
): Promise<number[]> => {
  const durations: number[] = []
  let working = true
  const read = async (_: unknown, reader: number): Promise<void> => {
    for (let i = reader; working; i++) {
      const { seconds } = await measure(() => call(service, paths[(i * 7) % paths.length]!))
      durations.push(seconds * 1_000)
      await pause(BETWEEN_READS_MS)
    }
  }
  const readers = Promise.all(Array.from({ length: READERS }, read))
  await work.finally(() => {
    working = false
  })
  await readers
  return durations
}
