import { type ChildProcess, fork } from 'node:child_process'
import { EventEmitter, once } from 'node:events'
import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import kafkajs from 'kafkajs'
import { type Config, readConfig, usesEngines } from '../../schemas/config.ts'
import { dayStartMs, parseDay, shanghaiText } from '../../schemas/day.ts'
import { TOPICS } from '../../schemas/topic.ts'
import { makeScratchEngines, openEngines, type ScratchEngines } from '../../services/adapters/index.ts'
import { importRegistry } from '../../services/registry/index.ts'
import { meter } from '../support/meters.ts'
import { type Figure, percentileMs } from './measure.ts'

const METERS = 2_000
const FIRST_DAY = parseDay('2026-11-02')
/** Two days and some hours, so that days close and are judged */
const SLOTS = 220
/** So few meters that a day passes in 48 seconds: as many days close for a reading as do in earnest */
const TRICKLE = { meters: 500, perSecond: 1_000, warmUpSeconds: 30, seconds: 60 }
const POISONS = 30
const MESSAGES_PER_REQUEST = 5_000
const POLL_MS = 100
const TICKS_PER_SECOND = 100

/**
 * From Kafka to validated, in InfluxDB and judged, beside the bare clients that only move readings, each in a process
 * of its own, CPU seconds a million readings: what waits, and a trickle. On the servers that DIANSHAO_… variables name.
 */
export const benchEngines = async (): Promise<Figure[]> => {
  const config = readConfig(process.env)
  if (!usesEngines(config)) {
    return [
      {
        what: 'Kafka to InfluxDB',
        value: 'not measured',
        beside: 'DIANSHAO_KAFKA_BROKERS … name no servers',
      },
    ]
  }
  const engines = await makeScratchEngines({ ...config, DIANSHAO_KAFKA_PARTITIONS: 4 }, 'dianshao_bench')
  try {
    await makeRegistry(engines.config)
    return [...(await backlog(engines)), ...(await trickle(engines)), ...(await poison(engines))]
  } finally {
    await engines.remove()
  }
}

const makeRegistry = async (config: Config): Promise<void> => {
  const ports = await openEngines(config, { judgeLane: -1, logger: { warn() {}, error() {} } })
  const meters = Array.from({ length: METERS }, (_, i) => meter({ meterId: idOf(i), contractKva: 1_000 }))
  await ports.store.transact(trx => importRegistry(trx, meters, { replace: false }, 0))
  await ports.close()
}

const idOf = (i: number): string => `BENCH-${String(i).padStart(5, '0')}`

const produce = async (
  { produce: send }: ScratchEngines,
  fromSlot: number,
  slots: number,
): Promise<number> => {
  let messages: { key: string; value: string }[] = []
  for (let slot = fromSlot; slot < fromSlot + slots; slot++) {
    for (let i = 0; i < METERS; i++) messages.push(messageOf(i, slot))
    if (messages.length < MESSAGES_PER_REQUEST) continue
    await send(TOPICS.readings, messages)
    messages = []
  }
  if (messages.length > 0) await send(TOPICS.readings, messages)
  return METERS * slots
}

const messageOf = (i: number, slot: number) => {
  const at = shanghaiText(dayStartMs(FIRST_DAY) + (slot + 1) * 900_000)
  const kw =
    Math.round((100 + 50 * Math.sin((slot + i) / 15) + ((i * 7919 + slot * 104_729) % 97)) * 100) / 100
  return {
    key: idOf(i),
    value: JSON.stringify({
      meterId: idOf(i),
      at,
      kw,
      kvar: Math.round(kw * 30) / 100,
      revision: 0,
      quality: 'ok',
    }),
  }
}

/** A process that is measured. */
interface Measured {
  /** CPU seconds it used so far */
  cpuSeconds(): number
  /** Readings it has done with */
  done(): Promise<number>
  end(): Promise<void>
}

const variables = (config: Config): NodeJS.ProcessEnv => ({
  ...process.env,
  DIANSHAO_KAFKA_TOPIC_PREFIX: config.DIANSHAO_KAFKA_TOPIC_PREFIX,
  DIANSHAO_KAFKA_GROUP: config.DIANSHAO_KAFKA_GROUP,
  DIANSHAO_KAFKA_PARTITIONS: String(config.DIANSHAO_KAFKA_PARTITIONS),
  DIANSHAO_INFLUX_BUCKET: config.DIANSHAO_INFLUX_BUCKET,
  DIANSHAO_POSTGRES_URL: config.DIANSHAO_POSTGRES_URL,
  DIANSHAO_ROLES: 'process',
  DIANSHAO_LOG_LEVEL: 'error',
  DIANSHAO_PORT: '18999',
})

const start = (file: string, args: string[], config: Config): ChildProcess =>
  fork(new URL(file, import.meta.url), args, {
    env: variables(config),
    execArgv: ['--disable-warning=ExperimentalWarning', '--disable-warning=TimeoutNegativeWarning'],
  })

const cpuOf = (child: ChildProcess) => (): number => {
  const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]!.split(' ')
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND
}

const endOf = (child: ChildProcess) => async (): Promise<void> => {
  const ended = new Promise(resolve => child.once('exit', resolve))
  child.kill('SIGTERM')
  await ended
}

const startWorker = async (engines: ScratchEngines): Promise<Measured> => {
  const child = start('../../services/main.ts', ['start'], engines.config)
  const metrics = async (): Promise<string> =>
    fetch('http://127.0.0.1:18999/metrics').then(
      answer => answer.text(),
      () => '',
    )
  while (!(await metrics()).includes('dianshao_loop_age')) await pause(POLL_MS)
  return {
    cpuSeconds: cpuOf(child),
    async done() {
      const counts = (await metrics()).matchAll(/^dianshao_readings_total\{.*\} (\d+)$/gm)
      return [...counts].reduce((sum, [, count]) => sum + Number(count), 0)
    },
    end: endOf(child),
  }
}

const startBare = async (engines: ScratchEngines): Promise<Measured> => {
  const child = start('./bare-loop.ts', [], engines.config)
  let written = 0
  const ready = Promise.withResolvers<void>()
  child.on('message', (message: { ready?: true; written?: number }) => {
    if (message.ready) ready.resolve()
    else written = message.written ?? written
  })
  await ready.promise
  return { cpuSeconds: cpuOf(child), done: async () => written, end: endOf(child) }
}

type Start = (engines: ScratchEngines) => Promise<Measured>

/** CPU seconds a million of a process that finds `readings` waiting, its start apart. */
const cpuAtBacklog = async (engines: ScratchEngines, begin: Start, readings: number) => {
  const startedMs = performance.now()
  const process = await begin(engines)
  while ((await process.done()) < readings) await pause(POLL_MS)
  const cpuSeconds = process.cpuSeconds()
  const seconds = (performance.now() - startedMs) / 1_000
  await process.end()
  return { perMillion: cpuSeconds / (readings / 1e6), seconds }
}

/** CPU seconds that a process takes to start and to do nothing. */
const cpuOfStart = async (engines: ScratchEngines, begin: Start): Promise<number> => {
  const process = await begin(engines)
  const cpuSeconds = process.cpuSeconds()
  await process.end()
  return cpuSeconds
}

const backlog = async (engines: ScratchEngines): Promise<Figure[]> => {
  const starts = { ours: await cpuOfStart(engines, startWorker), bare: await cpuOfStart(engines, startBare) }
  const readings = await produce(engines, 0, SLOTS)
  const without = (start: number, { perMillion, seconds }: { perMillion: number; seconds: number }) => ({
    perMillion: perMillion - start / (readings / 1e6),
    seconds,
  })
  const bare = without(starts.bare, await cpuAtBacklog(engines, startBare, readings))
  const ours = without(starts.ours, await cpuAtBacklog(engines, startWorker, readings))
  return [
    {
      what: `Kafka to judged, ${readings} readings that wait, CPU`,
      value: `${ours.perMillion.toFixed(1)} s a million, ${(ours.perMillion / bare.perMillion).toFixed(2)} × bare`,
      beside: `bare clients ${bare.perMillion.toFixed(1)} s; aim 1.5 ×; on the clock with start ${ours.seconds.toFixed(1)} s, bare ${bare.seconds.toFixed(1)} s`,
    },
  ]
}

const trickle = async (engines: ScratchEngines): Promise<Figure[]> => {
  const costs: number[] = []
  let sent = TRICKLE.meters * SLOTS
  const send = async (process: Measured, seconds: number): Promise<void> => {
    const before = { done: await process.done(), sent }
    for (let second = 0; second < seconds; second++) {
      const dueMs = performance.now() + 1_000
      const messages = Array.from({ length: TRICKLE.perSecond }, (_, i) =>
        messageOf((sent + i) % TRICKLE.meters, Math.floor((sent + i) / TRICKLE.meters)),
      )
      await engines.produce(TOPICS.readings, messages)
      sent += messages.length
      await pause(Math.max(0, dueMs - performance.now()))
    }
    while ((await process.done()) < before.done + sent - before.sent) await pause(POLL_MS)
  }
  for (const begin of [startBare, startWorker]) {
    const process = await begin(engines)
    await send(process, TRICKLE.warmUpSeconds)
    const before = { cpu: process.cpuSeconds(), sent }
    await send(process, TRICKLE.seconds)
    costs.push((process.cpuSeconds() - before.cpu) / ((sent - before.sent) / 1e6))
    await process.end()
  }
  const [bare, ours] = costs
  return [
    {
      what: `Kafka to judged, ${TRICKLE.perSecond} readings a second, CPU`,
      value: `${ours!.toFixed(1)} s a million`,
      beside: `bare clients with a linger ${bare!.toFixed(1)} s; aim 25 s`,
    },
  ]
}

/** From a message that cannot be read to the topic of rejects, one after the other. */
const poison = async (engines: ScratchEngines): Promise<Figure[]> => {
  const { DIANSHAO_KAFKA_BROKERS: brokers, DIANSHAO_KAFKA_TOPIC_PREFIX: prefix } = engines.config
  const kafka = new kafkajs.Kafka({ brokers: brokers!, logLevel: kafkajs.logLevel.NOTHING })
  const consumer = kafka.consumer({ groupId: `${prefix}poison` })
  const heard = new EventEmitter()
  await consumer.connect()
  await consumer.subscribe({ topic: `${prefix}${TOPICS.rejected}` })
  const joined = new Promise(resolve => consumer.on(consumer.events.GROUP_JOIN, resolve))
  await consumer.run({ eachMessage: async ({ message }) => void heard.emit(String(message.value)) })
  await joined
  const worker = await startWorker(engines)
  const durations: number[] = []
  for (let i = -1; i < POISONS; i++) {
    const value = `no reading ${i}`
    const arrived = once(heard, value)
    const startedMs = performance.now()
    await engines.produce(TOPICS.readings, [{ key: idOf(i + 1), value }])
    await arrived
    // The first waits for the worker to join.
    if (i >= 0) durations.push(performance.now() - startedMs)
  }
  await worker.end()
  await consumer.disconnect()
  return [
    {
      what: 'from a poison message to meter.rejected',
      value: `p50 ${percentileMs(durations, 50)}, p95 ${percentileMs(durations, 95)}, most ${percentileMs(durations, 100)}`,
      beside: `aim one second; ${POISONS} messages, each alone`,
    },
  ]
}
