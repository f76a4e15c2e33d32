import { describe, expect, it, onTestFinished } from 'vitest'
import { dayStartMs, MS_PER_DAY, MS_PER_HOUR, parseDay } from '../../../schemas/day.ts'
import { openEmbeddedStore } from '../../../services/adapters/store/index.ts'
import {
  appendLink,
  DESK_CHAIN,
  isSealDue,
  listRoots,
  sealDays,
  verifyAudit,
} from '../../../services/audit/index.ts'
import { testStation } from '../../support/station.ts'

const DAY = parseDay('2026-03-02')
const NOON_MS = dayStartMs(DAY) + 12 * MS_PER_HOUR

const openAudit = async () => {
  const store = await openEmbeddedStore(':memory:')
  onTestFinished(() => store.close())
  const note = (atMs: number) =>
    store.transact(trx => appendLink(trx, { chainId: DESK_CHAIN, atMs, actor: 'Li', action: 'export' }))
  const seal = (nowMs: number) => store.transact(trx => sealDays(trx, nowMs))
  return { store, note, seal }
}

describe('sealing a day', () => {
  it('waits until one o’clock of the next', async () => {
    const { store, note, seal } = await openAudit()
    await note(NOON_MS)
    const oneOClock = dayStartMs(DAY + 1) + MS_PER_HOUR
    expect(await isSealDue(store.db, oneOClock - 1)).toBe(false)
    expect(await seal(oneOClock - 1)).toEqual([])
    expect(await isSealDue(store.db, oneOClock)).toBe(true)
    expect(await seal(oneOClock)).toMatchObject([{ day: DAY, links: 1, previous_hash: '0'.repeat(64) }])
    expect(await seal(oneOClock)).toEqual([])
  })

  it('seals nothing before the first link', async () => {
    const { store, seal } = await openAudit()
    expect(await isSealDue(store.db, NOON_MS)).toBe(false)
    expect(await seal(NOON_MS)).toEqual([])
  })

  it('makes up for the days at which the service was off, those without links too', async () => {
    const { store, note, seal } = await openAudit()
    await note(NOON_MS)
    await note(NOON_MS + 3 * MS_PER_DAY)
    const roots = await seal(NOON_MS + 5 * MS_PER_DAY)
    expect(roots.map(({ day, links }) => [day - DAY, links])).toEqual([
      [0, 1],
      [1, 0],
      [2, 0],
      [3, 1],
      [4, 0],
    ])
    for (const [i, { previous_hash }] of roots.slice(1).entries()) expect(previous_hash).toBe(roots[i]!.hash)
    expect((await listRoots(store.db, { after: DAY, limit: 2 })).map(({ day }) => day)).toEqual([
      '2026-03-03',
      '2026-03-04',
    ])
  })

  it('seals years in portions', async () => {
    const { note, seal } = await openAudit()
    await note(NOON_MS)
    const nowMs = NOON_MS + 900 * MS_PER_DAY
    expect([(await seal(nowMs)).length, (await seal(nowMs)).length, (await seal(nowMs)).length]).toEqual([
      400, 400, 100,
    ])
    expect(await seal(nowMs)).toEqual([])
  })

  it('lets no link come to lie in a sealed day: it is dated after it, and says what the clock said', async () => {
    const { store, note, seal } = await openAudit()
    await note(NOON_MS)
    await seal(NOON_MS + MS_PER_DAY)
    await note(NOON_MS + MS_PER_HOUR)
    const late = await store.db
      .selectFrom('audit')
      .select(['at', 'detail'])
      .where('sequence', '=', 2)
      .execute()
    expect(late).toEqual([
      { at: dayStartMs(DAY + 1), detail: JSON.stringify({ clockSaid: '2026-03-02T05:00:00.000Z' }) },
    ])
    await seal(NOON_MS + 2 * MS_PER_DAY)
    expect(await verifyAudit(store.db, { kind: 'all' })).toMatchObject({ whole: true, links: 2, roots: 2 })
  })

  it('is done by an engine once, after a restart too', async () => {
    const station = await testStation()
    const nowMs = station.clock.now() + 2 * MS_PER_DAY
    const [first, second] = await Promise.all([
      station.engine.sealAudit(nowMs),
      station.engine.sealAudit(nowMs),
    ])
    expect([first.length, second.length]).toEqual([2, 0])
    await station.restart()
    expect(await station.engine.sealAudit(nowMs)).toEqual([])
    expect(await station.engine.sealAudit(nowMs + MS_PER_DAY)).toMatchObject([
      { previousHash: first[1]!.hash },
    ])
  })
})
