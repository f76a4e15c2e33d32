import { describe, expect, it } from 'vitest'
import { parseDay } from '../../../schemas/day.ts'
import type { RawMessage } from '../../../services/adapters/log/index.ts'
import { takeMessages } from '../../../services/ingest/index.ts'
import { finderOf, METERS, NOW_MS } from './taken.ts'

const deps = { meters: finderOf(METERS), nowMs: NOW_MS }

const message = (
  value: unknown,
  offset = 0,
  headers: RawMessage['headers'] = {},
  key: string | null = 'M1',
): RawMessage => ({
  offset,
  key: key === null ? null : Buffer.from(key),
  value:
    value === null || value instanceof Uint8Array
      ? (value as Uint8Array | null)
      : Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)),
  headers,
})

const reading = (change: object = {}) => ({
  meterId: 'M1',
  at: '2026-11-01T00:15:00+08:00',
  kw: 412.5,
  ...change,
})

const reasonsOf = (messages: readonly RawMessage[]): string[] =>
  takeMessages(messages, deps).flatMap(({ turnedAway }) =>
    turnedAway.flatMap(({ rejects }) => rejects.map(({ reason }) => reason)),
  )

describe('messages of producers', () => {
  it('are taken as the contracts say, each with its offset', () => {
    const [checked, ...more] = takeMessages(
      [
        message(reading(), 7),
        message(reading({ meterId: 'M2', kw: 1, kvar: 0.5, revision: 2 }), 9),
        message(reading({ at: '2026-11-01T00:30:00+08:00', kw: 0 }), 12),
      ],
      deps,
    )
    expect(more).toEqual([])
    expect(checked!.late).toBe('store')
    const [tracked] = checked!.batches
    expect([...tracked!.offsets]).toEqual([7, 9, 12])
    const { batch } = tracked!
    if (batch.kind !== 'readings') throw new Error('no readings')
    expect(batch.side).toBe('primary')
    expect(Array.from(batch.meter, meter => batch.meterIds[meter])).toEqual(['M1', 'M2', 'M1'])
    expect([...batch.kw]).toEqual([412.5, 1, 0])
    expect([...batch.kvar]).toEqual([Number.NaN, 0.5, Number.NaN])
    expect([...batch.revision]).toEqual([0, 2, 0])
  })

  it('are sorted by kind, and day rows by their points', () => {
    const row = (points: number) => ({ meterId: 'M1', date: '2026-11-01', kw: Array(points).fill(1) })
    const register = { meterId: 'M1', date: '2026-11-01', total: 5 }
    const [checked] = takeMessages(
      [message(row(96), 1), message(register, 2), message(row(24), 3), message(row(96), 4)],
      deps,
    )
    expect(checked!.batches.map(({ batch, offsets }) => [batch.kind, ...offsets])).toEqual([
      ['days', 1, 4],
      ['registers', 2],
      ['days', 3],
    ])
  })

  it('more than one batch holds are all taken', () => {
    const many = Array.from({ length: 20_001 }, (_, i) => message(reading(), i))
    const [checked] = takeMessages(many, deps)
    expect(checked!.batches.map(({ offsets }) => offsets.length)).toEqual([20_000, 1])
    expect(checked!.batches[1]!.offsets[0]).toBe(20_000)
  })

  it('are taken as their headers say', () => {
    const row = { meterId: 'M2', date: '2026-11-02', kw: Array(24).fill(1) }
    const ways = takeMessages(
      [
        message(row, 1, { side: 'secondary', 'first-point': '00:00', trace: 'x' }),
        message(reading(), 2, { late: 'judge' }),
        message(reading(), 3),
      ],
      deps,
    )
    expect(
      ways.map(({ late, batches: [first] }) => [
        late,
        first!.batch.side,
        first!.batch.kind === 'days' && first!.batch.firstAtMidnight,
      ]),
    ).toEqual([
      ['store', 'secondary', true],
      ['judge', 'primary', false],
      ['store', 'primary', false],
    ])
  })

  it.each([
    ['null', null, 'malformed'],
    ['an empty value', '', 'malformed'],
    ['what is no JSON', 'kw=1', 'malformed'],
    ['a list', [1], 'malformed'],
    ['bytes that are no UTF-8', Uint8Array.of(0x7b, 0xff, 0x7d), 'malformed'],
    ['a line without end', `{"meterId":"M1","x":"${'a'.repeat(9_000)}`, 'malformed'],
    ['a meter nobody knows', reading({ meterId: 'M9' }), 'unknown-meter'],
    ['a time without offset', reading({ at: '2026-11-01T00:15:00' }), 'bad-time'],
    ['a clock in 1970', reading({ at: '1970-01-01T00:15:00+08:00' }), 'time-before-2005'],
    ['next year', reading({ at: '2027-11-01T00:15:00+08:00' }), 'time-in-future'],
    ['negative power', reading({ kw: -1 }), 'negative-power'],
    ['a wrong unit', reading({ meterId: 'M2', kw: 412_500 }), 'implausible-power'],
    ['no power', reading({ kw: undefined }), 'missing-field'],
  ])('turns away %s, and nothing beside it', (_name, value, reason) => {
    const ways = takeMessages([message(reading(), 1), message(value, 2), message(reading(), 3)], deps)
    expect(ways.flatMap(({ batches }) => batches.flatMap(({ offsets }) => [...offsets]))).toEqual([1, 3])
    const [away, ...more] = ways.flatMap(({ turnedAway }) => turnedAway)
    expect(more).toEqual([])
    expect([away!.message.offset, away!.isWhole, away!.rejects.map(one => one.reason)]).toEqual([
      2,
      true,
      [reason],
    ])
  })

  it('turns away headers that say nothing known', () => {
    expect(reasonsOf([message(reading(), 1, { side: 'tertiary' })])).toEqual(['malformed'])
  })

  it('turns single points of a day row away as readings of their own, and takes the others', () => {
    const kw = [-1, ...Array(23).fill(2)]
    const [checked] = takeMessages([message({ meterId: 'M1', date: '2026-11-01', kw }, 5)], deps)
    const [away] = checked!.turnedAway
    expect([away!.isWhole, away!.rejects.map(({ reason }) => reason)]).toEqual([false, ['negative-power']])
    expect(JSON.parse(away!.rejects[0]!.raw)).toEqual({
      meterId: 'M1',
      at: '2026-11-01T01:00:00+08:00',
      kw: -1,
    })
    const { batch } = checked!.batches[0]!
    if (batch.kind !== 'days') throw new Error('no days')
    expect([batch.day[0], batch.kw[0], batch.kw[1]]).toEqual([parseDay('2026-11-01'), Number.NaN, 2])
  })

  it('takes nothing of a day row without a good point', () => {
    const kw = Array(24).fill(-1)
    const [checked] = takeMessages([message({ meterId: 'M1', date: '2026-11-01', kw })], deps)
    expect(checked!.batches).toEqual([])
    expect(checked!.turnedAway[0]!.rejects).toHaveLength(24)
  })
})
