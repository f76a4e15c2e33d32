import { setTimeout as pause } from 'node:timers/promises'
import { StatusAnswer } from '../../schemas/api.ts'
import { dayOf, dayText } from '../../schemas/day.ts'
import { IntakeAnswer } from '../../schemas/import.ts'
import { RejectReason } from '../../schemas/outcome.ts'
import type { Reading } from '../../schemas/reading.ts'
import { TOPICS } from '../../schemas/topic.ts'
import type { ScratchEngines } from '../adapters/index.ts'
import { type District, readings } from '../simulator/index.ts'
import type { Client } from './client.ts'
import { showProgress } from './progress.ts'

const READINGS_PER_REQUEST = 10_000
const WAIT_MS = 50

/** Hands readings over, as whoever collects them from the meters does. */
export interface Collector {
  readonly way: string
  send(readings: readonly Reading[]): Promise<void>
}

export const httpCollector = (analyst: Client): Collector => ({
  way: 'over HTTP',
  async send(readings) {
    const text = readings.map(reading => JSON.stringify(reading)).join('\n')
    const body = { type: 'application/x-ndjson', text }
    IntakeAnswer.parse(await analyst.call('POST', '/v1/readings', body))
  },
})

export const kafkaCollector = ({ produce }: ScratchEngines): Collector => ({
  way: 'over Kafka',
  send: readings =>
    produce(
      TOPICS.readings,
      readings.map(reading => ({ key: reading.meterId, value: JSON.stringify(reading) })),
    ),
})

/** Replays a district's readings and waits until they are judged. Answers what to say of it. */
export const replay = async (analyst: Client, district: District, collector: Collector): Promise<string> => {
  const startedMs = performance.now()
  const progress = showProgress('2. Replaying', district.days)
  let sent = 0
  for (const portion of portions(district)) {
    await collector.send(portion)
    sent += portion.length
    const day = dayOf(Date.parse(portion.at(-1)!.at))
    progress.update(day - district.firstDay, `${dayText(day)}, ${sent} readings`)
  }
  progress.stop()
  const { outcomes } = await settled(analyst, sent)
  const seconds = ((performance.now() - startedMs) / 1000).toFixed(1)
  const turnedAway = RejectReason.options
    .filter(reason => outcomes[reason])
    .map(reason => `${outcomes[reason]} ${reason}`)
  return `2. Readings: ${outcomes.accepted} accepted ${collector.way} and judged in ${seconds} s; turned away and kept: ${turnedAway.join(', ') || 'none'}.`
}

function* portions(district: District): Generator<Reading[]> {
  let portion: Reading[] = []
  for (const reading of readings(district)) {
    portion.push(reading)
    if (portion.length < READINGS_PER_REQUEST) continue
    yield portion
    portion = []
  }
  if (portion.length > 0) yield portion
}

const Status = StatusAnswer.required()

const settled = async (client: Client, sent: number): Promise<ReturnType<typeof Status.parse>> => {
  for (;;) {
    const status = Status.parse(await client.call('GET', '/v1/status'))
    const counted = Object.values(status.outcomes).reduce((sum, count) => sum + count, 0)
    if (status.waiting === 0 && counted >= sent) return status
    await pause(WAIT_MS)
  }
}
