import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client'
import { outcomeCounts } from '../ingest/index.ts'
import type { WorkFigures } from './figures.ts'
import type { HealthDeps } from './health.ts'

const LOOP_LOOK_MS = 1_000

/** What is measured of a process, in Prometheus' text form. */
export interface Metrics {
  readonly contentType: string
  text(): Promise<string>
}

/** Figures are taken when they are asked for. */
export const createMetrics = ({ db, engine, nowMs }: HealthDeps): Metrics => {
  const registers = [new Registry()]
  const registry = registers[0]!
  // Unless told otherwise it looks at the event loop a hundred times a second, which is work of its own.
  collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: LOOP_LOOK_MS })
  const gauge = (name: string, help: string, ...labelNames: string[]) =>
    new Gauge({ name: `dianshao_${name}`, help, labelNames, registers })
  const counter = (name: string, help: string, ...labelNames: string[]) =>
    new Counter({ name: `dianshao_${name}`, help, labelNames, registers })

  const loopAge = gauge('loop_age_seconds', 'Since the work’s loop last went round; NaN where there is none')
  const checkpointAge = gauge(
    'checkpoint_age_seconds',
    'Since a checkpoint last committed; NaN before the first',
  )
  const waiting = gauge('waiting', 'What waits to be worked off: readings, on Kafka messages', 'partition')
  const down = gauge('engines_down', 'Servers that do not answer')
  const checkpoints = counter('checkpoints_total', 'Checkpoints that committed')
  const failures = counter('checkpoint_failures_total', 'Checkpoints that failed and were tried again')
  const outcomes = counter('readings_total', 'Readings by what became of them, of the whole store', 'outcome')
  const counts = counter('engine_total', 'What the adapters of the servers count', 'engine', 'what')

  const setAge = (age: Gauge, atMs: number | null): void => {
    age.set(atMs === null ? Number.NaN : (nowMs() - atMs) / 1000)
  }
  const set = (found: WorkFigures): void => {
    setAge(loopAge, found.roundAtMs)
    setAge(checkpointAge, found.checkpointAtMs)
    down.set(found.down.length)
    waiting.reset()
    for (const [partition, count] of found.waiting) waiting.set({ partition }, count)
    total(checkpoints, {}, found.checkpoints)
    total(failures, {}, found.failures)
    for (const [engine, what, count] of found.counts) total(counts, { engine, what }, count)
  }
  return {
    contentType: registry.contentType,
    async text() {
      set(await engine.figures())
      for (const [outcome, count] of Object.entries(await outcomeCounts(db)))
        total(outcomes, { outcome }, count)
      return registry.metrics()
    },
  }
}

/** Brings a counter to a total that is kept elsewhere. */
const total = (counter: Counter, labels: Record<string, string>, value: number): void => {
  counter.remove(labels)
  counter.inc(labels, value)
}
