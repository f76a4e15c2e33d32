import { once } from 'node:events'
import type { Readable } from 'node:stream'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Account } from '../../../schemas/account.ts'
import { type Db, openEmbeddedStore, type Store } from '../../../services/adapters/store/index.ts'
import { createEventHub, forgetEvents } from '../../../services/events/index.ts'
import type { EventRow } from '../../../services/events/rows.ts'
import { person } from '../../support/people.ts'

const DAY_MS = 86_400_000
const MINUTE_OF_TICKS = 120
const analyst = person('Li', 'analyst')

const openHub = async () => {
  const store = await openEmbeddedStore(':memory:')
  const stopped: number[] = []
  const hub = createEventHub(store.db, ms => () => void stopped.push(ms))
  onTestFinished(() => {
    hub.close()
    return store.close()
  })
  const listen = async (account: Account, after?: number, askAgain = async () => account) => {
    const stream = await hub.listen({ account, after, askAgain })
    return stream && heard(stream)
  }
  return { store, hub, listen, stopped }
}

/** What is read from a stream, in order. */
const heard = (stream: Readable) => {
  const events = stream[Symbol.asyncIterator]() as AsyncIterator<string | Buffer>
  let text = ''
  return {
    stream,
    /** Reads until the text says so; answers all of it. */
    async until(what: string): Promise<string> {
      while (!text.includes(what)) {
        const { value, done } = await events.next()
        if (done) throw new Error(`ended before ${what}`)
        text += String(value)
      }
      return text
    },
  }
}

const happen = (store: Store, count: number, more: Partial<Row> = {}): Promise<void> =>
  store.transact(async trx => {
    for (let i = 0; i < count; i++) await insert(trx, more)
  })

type Row = Omit<EventRow, 'sequence'>

const insert = (trx: Db, more: Partial<Row>) =>
  trx
    .insertInto('event')
    .values({
      at: 0,
      kind: 'case.submit',
      case_id: 'case-1',
      body: JSON.stringify({
        number: '2026-00001',
        version: 2,
        state: 'to-review',
        actor: 'Li',
        at: '2026-01-01T00:00:00.000Z',
      }),
      supply_unit: 'U1',
      told_district: null,
      department: '',
      ...more,
    })
    .execute()

const idsOf = (text: string): number[] =>
  [...text.matchAll(/^id: (\d+)\nevent: case/gm)].map(match => Number(match[1]))

describe('the hub of events', () => {
  it('tells what happens from now on, each event once, to all who listen', async () => {
    const { store, hub, listen } = await openHub()
    await happen(store, 3)
    const listening = await Promise.all([listen(analyst), listen(person('Wang', 'reviewer'))])
    for (const { until } of listening as NonNullable<(typeof listening)[0]>[]) await until('id: 3\n')
    await happen(store, 2)
    await hub.tick()
    await hub.tick()
    for (const one of listening) expect(idsOf(await one!.until('id: 5\nevent'))).toEqual([4, 5])
  })

  it('tells who comes back all that it missed, however much', async () => {
    const { store, hub, listen } = await openHub()
    await happen(store, 1_203)
    const one = await listen(analyst, 2)
    const text = await one!.until('id: 1203\nevent')
    await happen(store, 1)
    await hub.tick()
    expect(idsOf(await one!.until('id: 1204\nevent'))).toEqual(Array.from({ length: 1_202 }, (_, i) => i + 3))
    expect(text).not.toContain('reset')
  })

  it('tells nobody what stands behind a wall', async () => {
    const { store, hub, listen } = await openHub()
    const u2 = await listen(person('Zhao', 'analyst', { supplyUnits: ['U2'] }))
    const county = await listen(person('county', 'district', { districtCode: '500107' }))
    const office = await listen(
      person('office', 'district', { districtCode: '500107', department: 'economy' }),
    )
    await happen(store, 1)
    await happen(store, 1, { told_district: '500107', kind: 'case.release' })
    await happen(store, 1, { told_district: '500107', kind: 'case.assign' })
    await happen(store, 1, { told_district: '500106', kind: 'case.release' })
    await happen(store, 1, { told_district: '500107', department: 'economy', kind: 'case.pass' })
    await happen(store, 1, { supply_unit: 'U2' })
    await hub.tick()
    expect(idsOf(await u2!.until('id: 6\n'))).toEqual([6])
    const told = await county!.until(': \nid: 6\n')
    expect(idsOf(told)).toEqual([2, 5])
    expect(told).not.toContain('actor')
    expect(idsOf(await office!.until(': \nid: 6\n'))).toEqual([5])
  })

  it('tells a district of a comment only when it is for the district too', async () => {
    const { store, hub, listen } = await openHub()
    const county = await listen(person('county', 'district', { districtCode: '500107' }))
    for (const audience of [undefined, 'internal', 'district']) {
      const body = { number: 'n', version: 1, state: 'reported', actor: 'Li', at: '2026-01-01T00:00:00.000Z' }
      await happen(store, 1, {
        ...{ told_district: '500107', kind: 'case.comment' },
        body: JSON.stringify({ ...body, audience }),
      })
    }
    await hub.tick()
    expect(idsOf(await county!.until(': \nid: 3\n'))).toEqual([3])
  })

  it('tells who comes back too late, or from elsewhere, to read anew', async () => {
    const { store, listen } = await openHub()
    await happen(store, 5)
    await store.transact(trx => forgetEvents(trx, 7 * DAY_MS + 1))
    const late = await listen(analyst, 2)
    expect(await late!.until('\n\n')).toBe('retry: 3000\nid: 5\nevent: reset\ndata: {}\n\n')
    const elsewhere = await listen(analyst, 77)
    expect(await elsewhere!.until('\n\n')).toContain('event: reset')
    const known = await listen(analyst, 5)
    expect(await known!.until('\n\n')).toBe('retry: 3000\nid: 5\n\n')
  })

  it('drops who takes nothing and falls out of what is held', async () => {
    const { store, hub, listen } = await openHub()
    const slow = await listen(analyst)
    await slow!.until('id: 0\n')
    const closed = once(slow!.stream, 'close')
    await happen(store, 3_000)
    await hub.tick()
    await happen(store, 2_000)
    await hub.tick()
    await closed
    const again = await listen(analyst, 1)
    expect(idsOf(await again!.until('id: 5000\nevent')).at(-1)).toBe(5_000)
  })

  it('says something to who hears nothing, every 15 s', async () => {
    const { hub, listen } = await openHub()
    const one = await listen(analyst)
    await one!.until('id: 0\n\n')
    for (let i = 0; i < 30; i++) await hub.tick()
    await one!.until(': \nid: 0\n\n')
  })

  it('asks each minute who listens, and goes by the answer', async () => {
    const { store, hub, listen } = await openHub()
    let walled = person('Li', 'analyst', { supplyUnits: ['U1'] })
    const moved = await listen(walled, undefined, async () => walled)
    const gone = await listen(analyst, undefined, () => Promise.reject(new Error('disabled')))
    await gone!.until('id: 0\n')
    const closed = once(gone!.stream, 'close')
    walled = person('Li', 'analyst', { supplyUnits: ['U2'] })
    for (let i = 0; i < MINUTE_OF_TICKS; i++) {
      await moved!.until('id: 0\n')
      await hub.tick()
    }
    await closed
    await happen(store, 1)
    await happen(store, 1, { supply_unit: 'U2' })
    await hub.tick()
    expect(idsOf(await moved!.until('id: 2\n'))).toEqual([2])
  })

  it('gives an account 20 streams, and looks for nothing when nobody listens', async () => {
    const { listen, hub, stopped } = await openHub()
    const streams = await Promise.all(Array.from({ length: 21 }, () => listen(analyst)))
    expect(streams.filter(one => one === undefined)).toHaveLength(1)
    expect(await listen(person('Wang', 'reviewer'))).toBeDefined()
    expect(stopped).toEqual([])
    hub.close()
    expect(stopped).toEqual([500])
    expect(await listen(analyst)).toBeUndefined()
  })
})
