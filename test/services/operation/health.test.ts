import { describe, expect, it } from 'vitest'
import { openEmbeddedStore } from '../../../services/adapters/store/index.ts'
import { createMetrics, isAlive, isReady, type WorkFigures } from '../../../services/operation/index.ts'

const FIGURES: WorkFigures = {
  roundAtMs: null,
  checkpointAtMs: null,
  checkpoints: 0,
  failures: 0,
  waiting: [],
  waitingSinceMs: null,
  engines: [],
  counts: [],
  down: [],
}

const depsOf = async (change: Partial<WorkFigures> = {}, nowMs = 1_000_000) => {
  const store = await openEmbeddedStore(':memory:')
  const figures = { ...FIGURES, ...change }
  return {
    db: store.db,
    store,
    engine: { figures: async () => figures, roundAtMs: async () => figures.roundAtMs },
    nowMs: () => nowMs,
  }
}

describe('a process', () => {
  it('lives while its loop goes round, or when it has none', async () => {
    expect(await isAlive(await depsOf())).toEqual({ ok: true, problems: [] })
    expect(await isAlive(await depsOf({ roundAtMs: 990_000 }))).toEqual({ ok: true, problems: [] })
  })

  it('lives no more when its loop hangs, and says since when', async () => {
    expect(await isAlive(await depsOf({ roundAtMs: 700_000 }))).toEqual({
      ok: false,
      problems: ['The work’s loop last went round 300 s ago.'],
    })
  })

  it('lives, but is not ready, while a server is away', async () => {
    const deps = await depsOf({ down: ['Kafka does not answer.'] })
    expect(
      (await isAlive({ ...deps, engine: { ...deps.engine, figures: () => new Promise(() => {}) } })).ok,
    ).toBe(true)
    expect(await isReady(deps)).toEqual({ ok: false, problems: ['Kafka does not answer.'] })
  })

  it('is not ready when its work or its store fails to answer', async () => {
    const deps = await depsOf()
    await deps.store.close()
    const engine = { ...deps.engine, figures: () => Promise.reject(new Error('gone')) }
    const failing = { ...deps, engine }
    expect(await isReady(failing)).toEqual({
      ok: false,
      problems: ['The work does not answer.', 'The store does not answer.'],
    })
  })
})

describe('the metrics', () => {
  it('show ages, lag, outcomes and counts as they are when asked', async () => {
    const deps = await depsOf({
      roundAtMs: 998_000,
      checkpointAtMs: 995_000,
      checkpoints: 3,
      waiting: [['meter.readings/0', 12]],
      counts: [['influxdb', 'lines', 400]],
      down: ['Kafka does not answer.'],
    })
    await deps.store.transact(trx =>
      trx.insertInto('outcome').values({ outcome: 'accepted', count: 7 }).execute(),
    )
    const metrics = createMetrics(deps)
    await metrics.text()
    const lines = (await metrics.text()).split('\n')
    for (const line of [
      'dianshao_loop_age_seconds 2',
      'dianshao_checkpoint_age_seconds 5',
      'dianshao_checkpoints_total 3',
      'dianshao_waiting{partition="meter.readings/0"} 12',
      'dianshao_readings_total{outcome="accepted"} 7',
      'dianshao_engine_total{engine="influxdb",what="lines"} 400',
      'dianshao_engines_down 1',
    ])
      expect(lines).toContain(line)
  })
})
