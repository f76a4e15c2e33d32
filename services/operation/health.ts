import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Db } from '../adapters/store/index.ts'
import type { WorkFigures } from './figures.ts'

/** A loop that went round longer ago than this hangs: a checkpoint takes seconds, a server that is away is retried. */
const LOOP_AGE_AT_MOST_MS = 120_000
const ANSWER_WITHIN_MS = 3_000

export interface HealthDeps {
  readonly db: Db
  readonly engine: {
    figures(): Promise<WorkFigures>
    /** When the work's loop last went round, UTC ms; null where there is none. Asks no server. */
    roundAtMs(): Promise<number | null>
  }
  readonly nowMs: () => number
}

/** Whether something is as it should be; `problems` are sentences. */
export interface Health {
  readonly ok: boolean
  readonly problems: readonly string[]
}

/** Whether the process lives: a supervisor restarts it when not. */
export const isAlive = async ({ engine, nowMs }: HealthDeps): Promise<Health> => {
  const roundMs = await inTime(engine.roundAtMs())
  if (roundMs === undefined) return bad('The work does not answer.')
  const age = roundMs === null ? 0 : nowMs() - roundMs
  return age > LOOP_AGE_AT_MOST_MS
    ? bad(`The work’s loop last went round ${Math.round(age / 1000)} s ago.`)
    : { ok: true, problems: [] }
}

/** Whether it can serve: every server it works on answers. */
export const isReady = async (deps: HealthDeps): Promise<Health> => {
  const [found, stored] = await Promise.all([inTime(deps.engine.figures()), inTime(ask(deps.db))])
  const problems = [
    ...(found ? found.down : ['The work does not answer.']),
    ...(stored ? [] : ['The store does not answer.']),
  ]
  return { ok: problems.length === 0, problems }
}

const ask = (db: Db): Promise<unknown> => sql`select 1 as one`.execute(db)

const bad = (problem: string): Health => ({ ok: false, problems: [problem] })

/** The answer, or undefined when it fails or does not come in time. */
export const inTime = <T>(answer: Promise<T>): Promise<T | undefined> =>
  Promise.race([answer, pause(ANSWER_WITHIN_MS, undefined, { ref: false })]).catch(() => undefined)
