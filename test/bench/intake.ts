import { parseDay } from '../../schemas/day.ts'
import { Reading } from '../../schemas/reading.ts'
import { makeFleet } from '../../services/simulator/index.ts'
import { dayRowTexts, fleetDays } from './fleet-days.ts'
import { type Figure, measure, percentileMs, rate } from './measure.ts'
import { settled, withService } from './service.ts'

const METERS = 1_000
const FIRST_DAY = parseDay('2026-06-01')
const READING_DAYS = 5
const READINGS_PER_REQUEST = 20_000
const ROW_DAYS = 30
const ROWS_PER_REQUEST = 2_000
const CURVES = 300

/** HTTP in, durable, judged, in one process: readings as JSON, then day rows as CSV; then curves read back. */
export const benchIntake = async (): Promise<Figure[]> => [
  ...(await benchReadings()),
  ...(await benchDayRows()),
]

const benchReadings = async (): Promise<Figure[]> => {
  const fleet = makeFleet({ meters: METERS, days: READING_DAYS, seed: 3, firstDay: FIRST_DAY })
  const requests = ndjson(fleet.csv('time'))
  const figures: Figure[] = []
  await withService(fleet.meters, async client => {
    const ours = await measure(async () => {
      for (const text of requests) {
        await client.call('POST', '/v1/readings', { type: 'application/x-ndjson', text })
      }
      await settled(client)
    })
    const bare = await measure(() => {
      for (const text of requests) for (const line of text.split('\n')) Reading.parse(JSON.parse(line))
    })
    const curvesMs: number[] = []
    for (let i = 0; i < CURVES; i++) {
      const point = fleet.meters[i % METERS]!.pointId
      const path = `/v1/points/${point}/curve?from=2026-05-30&to=2026-06-05`
      curvesMs.push((await measure(() => client.call('GET', path))).seconds * 1_000)
    }
    figures.push(
      {
        what: 'JSON over HTTP -> durable -> judged, one process',
        value: `${rate(fleet.lines, ours.seconds)} on the clock, ${rate(fleet.lines, ours.cpuSeconds)} per CPU-second`,
        beside: `aim 150 k/s; JSON.parse + zod alone ${rate(fleet.lines, bare.cpuSeconds)} per CPU-second`,
      },
      {
        what: '7-day curve of one point over HTTP',
        value: `p50 ${percentileMs(curvesMs, 50)}, p95 ${percentileMs(curvesMs, 95)}`,
        beside: 'the store alone is measured below',
      },
    )
  })
  return figures
}

const benchDayRows = async (): Promise<Figure[]> => {
  const { meters, days } = fleetDays({ meters: METERS, days: ROW_DAYS, firstDay: FIRST_DAY })
  const texts = dayRowTexts(days, ROWS_PER_REQUEST)
  const readings = days.length * 96
  const figures: Figure[] = []
  await withService(meters, async client => {
    const ours = await measure(async () => {
      // Two at a time: one is parsed while the other is made durable.
      const queue = texts.values()
      const send = async (): Promise<void> => {
        for (const text of queue) await client.call('POST', '/v1/readings', { type: 'text/csv', text })
      }
      await Promise.all([send(), send()])
      await settled(client)
    })
    let sum = 0
    const bare = await measure(() => {
      for (const text of texts) {
        for (const line of text.split('\n').slice(1)) {
          const cells = line.split(',')
          for (let i = 2; i < cells.length; i++) sum += Number(cells[i])
        }
      }
    })
    if (!Number.isFinite(sum)) throw new Error('a value was no number')
    figures.push({
      what: 'day rows (kW and kvar) over HTTP -> durable -> judged',
      value: `${rate(readings, ours.seconds)} on the clock, ${rate(readings, ours.cpuSeconds)} per CPU-second`,
      beside: `aim 1 M/s; splitting the same CSV and Number() alone ${rate(readings, bare.cpuSeconds)} per CPU-second`,
    })
  })
  return figures
}

const ndjson = (csv: Iterable<string>): string[] => {
  const lines = [...csv].join('').trimEnd().split('\n').slice(1).map(jsonOf)
  return Array.from({ length: Math.ceil(lines.length / READINGS_PER_REQUEST) }, (_, i) =>
    lines.slice(i * READINGS_PER_REQUEST, (i + 1) * READINGS_PER_REQUEST).join('\n'),
  )
}

const jsonOf = (line: string): string => {
  const [meterId, at, kw, kvar] = line.split(',')
  return JSON.stringify({ meterId, at, kw: Number(kw), ...(kvar ? { kvar: Number(kvar) } : {}) })
}
