import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '../../schemas/config.ts'
import { parseDay } from '../../schemas/day.ts'
import { Reading } from '../../schemas/reading.ts'
import { createLog, startApp } from '../../services/app.ts'
import { createClient } from '../../services/commands/client.ts'
import { makeFleet, registryCsv } from '../../services/simulator/index.ts'
import { type Figure, measure, percentileMs, rate } from './measure.ts'

const METERS = 1_000
const DAYS = 5
const PER_REQUEST = 20_000
const CURVES = 300

/** HTTP in, durable, judged, in one process; then curves of one point read back. */
export const benchIntake = async (): Promise<Figure[]> => {
  const fleet = makeFleet({ meters: METERS, days: DAYS, seed: 3, firstDay: parseDay('2026-06-01') })
  const requests = ndjson(fleet.csv('time'))
  const folder = mkdtempSync(join(tmpdir(), 'dianshao-bench-'))
  const app = await startApp(
    readConfig({ DIANSHAO_DATA: folder, DIANSHAO_PORT: '0' }),
    createLog('warn'),
    error => {
      throw error
    },
  )
  try {
    const client = createClient(app.url, app.newAccounts[0]!.token)
    await client.call('POST', '/v1/registry', {
      type: 'text/csv',
      text: registryCsv({ meters: fleet.meters }),
    })
    const send = async (text: string) =>
      client.call('POST', '/v1/readings', { type: 'application/x-ndjson', text })
    const ours = await measure(async () => {
      for (const text of requests) await send(text)
      while (((await client.call('GET', '/v1/status')) as { waiting: number }).waiting > 0);
    })
    const bare = await measure(() => {
      for (const text of requests) for (const line of text.split('\n')) Reading.parse(JSON.parse(line))
    })
    const curvesMs: number[] = []
    for (let i = 0; i < CURVES; i++) {
      const { seconds } = await measure(() =>
        client.call(
          'GET',
          `/v1/points/${fleet.meters[i % METERS]!.pointId}/curve?from=2026-05-30&to=2026-06-05`,
        ),
      )
      curvesMs.push(seconds * 1000)
    }
    return [
      {
        what: 'JSON over HTTP -> durable -> judged, one process',
        value: `${rate(fleet.lines, ours.seconds)} on the clock, ${rate(fleet.lines, ours.cpuSeconds)} per CPU-second`,
        beside: `aim 150 k/s; JSON.parse + zod alone ${rate(fleet.lines, bare.cpuSeconds)} per CPU-second`,
      },
      {
        what: '7-day curve of one point over HTTP',
        value: `p50 ${percentileMs(curvesMs, 50)}, p95 ${percentileMs(curvesMs, 95)}`,
        beside: 'aim p95 2 ms (of the store alone)',
      },
    ]
  } finally {
    await app.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

const ndjson = (csv: Iterable<string>): string[] => {
  const lines = [...csv].join('').trimEnd().split('\n').slice(1).map(jsonOf)
  return Array.from({ length: Math.ceil(lines.length / PER_REQUEST) }, (_, i) =>
    lines.slice(i * PER_REQUEST, (i + 1) * PER_REQUEST).join('\n'),
  )
}

const jsonOf = (line: string): string => {
  const [meterId, at, kw, kvar] = line.split(',')
  return JSON.stringify({ meterId, at, kw: Number(kw), ...(kvar ? { kvar: Number(kvar) } : {}) })
}
