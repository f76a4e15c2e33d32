import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { outcomeCounts } from '../../../services/ingest/index.ts'
import { meter } from '../../support/meters.ts'
import { batchOf, daySamples, MONDAY } from '../../support/readings.ts'
import { resultOf } from '../../support/result.ts'
import { type Station, testStation } from '../../support/station.ts'

const steady = () => 10
const meters = [meter()]

/** Makes judged days impossible to store, until `mend`. */
const breakStore = ({ ports }: Station) =>
  sql`create trigger full before insert on feature begin select raise(abort, 'disk full'); end`.execute(
    ports.store.db,
  )
const mend = ({ ports }: Station) => sql`drop trigger full`.execute(ports.store.db)

describe('a checkpoint that fails', () => {
  it('leaves no effect, is told, and is done whole by the next engine', async () => {
    const station = await testStation({ meters })
    await breakStore(station)
    await expect(station.take(daySamples(MONDAY, steady))).rejects.toThrow('disk full')
    expect(station.fatal.length).toBeGreaterThan(0)
    const { store, log, history } = station.ports
    expect(await log.backlog()).toBe(96)
    expect(await history.read('M1', MONDAY)).toBeUndefined()
    expect(await outcomeCounts(store.db)).toEqual({})
    await mend(station)
    await station.restart()
    await station.engine.settle()
    expect(await outcomeCounts(station.ports.store.db)).toEqual({ accepted: 96 })
    expect((await resultOf(station)).features).toHaveLength(1)
  })

  it('is told, and who waits for the work to settle does not wait for ever', async () => {
    const told: Error[] = []
    const station = await testStation({
      meters,
      onFatal: error => {
        told.push(error)
        if (told.length > 5) throw error
      },
    })
    await breakStore(station)
    await station.engine.append(batchOf(daySamples(MONDAY, steady)), [], 'test')
    await station.engine.settle().catch(() => {})
    expect(told.length).toBeLessThanOrEqual(2)
  })

  it('by another owner of the log has no effect', async () => {
    const station = await testStation({ meters })
    await sql`create trigger stolen after insert on feature begin
      update checkpoint set next_offset = next_offset + 1; end`.execute(station.ports.store.db)
    await station.take(daySamples(MONDAY, steady, { to: 95 }))
    await expect(station.take(daySamples(MONDAY, steady, { from: 95 }))).rejects.toThrow('another owner')
    expect(await outcomeCounts(station.ports.store.db)).toEqual({ accepted: 95 })
  })
})

describe('many small batches at once', () => {
  it('are all worked off without being asked for', async () => {
    const station = await testStation({ meters })
    const samples = daySamples(MONDAY, steady)
    for (const [i, one] of samples.entries()) {
      await station.engine.append(batchOf([one]), [], 'test')
      for (let turn = 0; turn < i % 7; turn++) await Promise.resolve()
    }
    for (let turn = 0; turn < 1_000 && (await station.ports.log.backlog()) > 0; turn++) {
      await new Promise(resolve => setImmediate(resolve))
    }
    expect(await station.ports.log.backlog()).toBe(0)
    expect(await outcomeCounts(station.ports.store.db)).toEqual({ accepted: 96 })
  })
})
