import { describe, expect, it } from 'vitest'
import { profileOf, taken } from '../taken.ts'

const AT = '2026-05-06T00:15:00+08:00'
const SENTENCE = expect.stringMatching(/^[^\n]+[.?]$/)
const reading = (change: Record<string, unknown> = {}): string =>
  JSON.stringify({ meterId: 'M1', at: AT, kw: 1.5, ...change })
const points = (...first: unknown[]): unknown[] => [...first, ...Array<number>(24 - first.length).fill(1)]
const dayRow = (change: Record<string, unknown> = {}): string =>
  JSON.stringify({ meterId: 'M1', date: '2026-05-06', kw: points(), ...change })
const register = (change: Record<string, unknown> = {}): string =>
  JSON.stringify({ meterId: 'M1', date: '2026-05-06', total: 7, ...change })

describe('a reading', () => {
  it.each([
    ['the least there can be', {}, { kvar: undefined, revision: 0 }],
    ['kvar and revision', { kvar: 0.5, revision: 2 }, { kvar: 0.5, revision: 2 }],
    ['nulls', { kvar: null, revision: null, pf: null }, { kvar: undefined, revision: 0 }],
    ['keys that are not ours', { quality: 'estimated' }, { kvar: undefined, revision: 0 }],
    ['a power factor', { pf: -0.8 }, { kvar: -1.125, revision: 0 }],
    ['a power factor beside kvar', { pf: 0.8, kvar: 3 }, { kvar: 3, revision: 0 }],
    ['a power factor that is none', { pf: 95 }, { kvar: undefined, revision: 0 }],
    ['a power factor in words', { pf: 'high' }, { kvar: undefined, revision: 0 }],
  ])('with %s is taken', async (_, change, expected) => {
    const { readings, result } = await taken(`${reading(change)}\n`)
    expect(readings).toEqual([{ meterId: 'M1', at: AT, kw: 1.5, ...expected }])
    expect(result).toMatchObject({ form: 'readings', received: 1, accepted: 1 })
  })

  it.each([
    ['cut', reading().slice(0, 30), 'malformed'],
    ['not JSON', '{"meterId":"M1","kw":NaN}', 'malformed'],
    ['an array', '[1]', 'malformed'],
    ['a number', '5', 'malformed'],
    ['null', 'null', 'malformed'],
    ['without a meter', reading({ meterId: undefined }), 'missing-field'],
    ['with an empty meter', reading({ meterId: '' }), 'missing-field'],
    ['without kw', reading({ kw: null }), 'missing-field'],
    ['without a time', reading({ at: undefined }), 'missing-field'],
    ['with kw as text', reading({ kw: '1,5' }), 'not-a-number'],
    ['with kw beyond doubles', `{"meterId":"M1","at":"${AT}","kw":1e999}`, 'not-a-number'],
    ['with a broken revision', reading({ revision: 1.5 }), 'not-a-number'],
    ['with a time without offset', reading({ at: '2026-05-06T00:15:00' }), 'bad-time'],
    ['with a day that does not exist', reading({ at: '2026-02-30T00:15:00+08:00' }), 'bad-time'],
    ['with a time as a number', reading({ at: 1_714_925_700_000 }), 'bad-time'],
    ['with a meter as a number', reading({ meterId: 5 }), 'malformed'],
    ['with a bad power factor and a bad kw', reading({ kw: '1,5', pf: 9 }), 'not-a-number'],
  ])('that is %s is turned away with a reason of its own', async (_, text, reason) => {
    const { rejects, readings } = await taken(`${text}\n${reading()}\n`, { form: 'ndjson' })
    expect(rejects).toMatchObject([
      { reason, detail: SENTENCE, line: 1, raw: text, layout: { header: null } },
    ])
    expect(readings).toHaveLength(1)
  })
})

describe('a day row', () => {
  it('is taken like a row of CSV', async () => {
    const { days, result } = await taken(
      `${dayRow({ kw: points(5, null), kvar: points(0.25), revision: 2 })}\n`,
    )
    const kw = points(5, undefined)
    const kvar = points(0.25, undefined)
    expect(days).toEqual([{ meterId: 'M1', date: '2026-05-06', kw, kvar, revision: 2 }])
    expect(result).toMatchObject({ form: 'day-rows', received: 23, accepted: 23 })
  })

  it('with bad points keeps the others', async () => {
    const { days, rejects, result } = await taken(
      `${dayRow({ kw: points('1,5', -1, true, 'x'), kvar: null, revision: 1 })}\n`,
    )
    expect(days).toMatchObject([{ kw: points(undefined, undefined, undefined, undefined), kvar: null }])
    expect(rejects.map(({ reason, raw }) => [reason, JSON.parse(raw).at, JSON.parse(raw).kw])).toEqual([
      ['not-a-number', '2026-05-06T01:00:00+08:00', '1,5'],
      ['not-a-number', '2026-05-06T03:00:00+08:00', 'true'],
      ['not-a-number', '2026-05-06T04:00:00+08:00', 'x'],
      ['negative-power', '2026-05-06T02:00:00+08:00', -1],
    ])
    expect(result).toMatchObject({ received: 24, accepted: 20, rejected: 4 })
  })

  it.each([
    ['25 points', dayRow({ kw: [...points(), 1] }), 'malformed'],
    ['no points', dayRow({ kw: [] }), 'malformed'],
    ['fewer reactive points', dayRow({ kvar: points().slice(1) }), 'malformed'],
    ['no date', dayRow({ date: undefined }), 'missing-field'],
    ['a date that does not exist', dayRow({ date: '2026-02-30' }), 'bad-time'],
    ['a date with a time', dayRow({ date: AT }), 'bad-time'],
    ['a broken revision', dayRow({ revision: -1 }), 'not-a-number'],
  ])('with %s is turned away whole', async (_, text, reason) => {
    const { rejects, result } = await taken(`${text}\n`)
    expect(rejects).toMatchObject([{ reason, detail: SENTENCE, raw: text }])
    expect(result).toMatchObject({ received: 1, accepted: 0, rejected: 1 })
  })
})

describe('a register', () => {
  it('may tell all there is', async () => {
    const told = { total: 7.5, sharp: 1, peak: 2, flat: 3, valley: 1.5, maxKw: 9, maxKwAt: AT, revision: 3 }
    const { registers, result } = await taken(`${register(told)}\n`)
    expect(registers).toEqual([{ meterId: 'M1', date: '2026-05-06', ...told }])
    expect(result).toMatchObject({ form: 'registers', received: 1, accepted: 1 })
  })

  it.each([
    ['no total', register({ total: null }), 'missing-field'],
    ['a negative total', register({ total: -1 }), 'negative-register'],
    ['a negative register', register({ flat: -1 }), 'negative-register'],
    ['a negative demand', register({ maxKw: -1 }), 'negative-power'],
    ['a register as text', register({ peak: '1' }), 'not-a-number'],
    ['a demand at no instant', register({ maxKwAt: '09:45' }), 'bad-time'],
    ['a bad date', register({ date: '2026-5-6' }), 'bad-time'],
  ])('with %s is turned away', async (_, text, reason) => {
    expect((await taken(`${text}\n`)).rejects).toMatchObject([{ reason, detail: SENTENCE, raw: text }])
  })
})

describe('lines of several contracts', () => {
  it('may stand in one input', async () => {
    const lines = [register(), dayRow(), reading(), dayRow({ kw: Array<number>(96).fill(2) })]
    const { readings, days, registers, result, batches } = await taken(lines.join('\n'))
    expect([readings.length, days.length, registers.length]).toEqual([1, 2, 1])
    expect(batches).toHaveLength(4)
    expect(result).toMatchObject({ form: 'registers', received: 122, accepted: 122 })
  })

  it('follow the profile where it is about values', async () => {
    const profile = profileOf({ unit: 'W', side: 'secondary', firstPoint: '00:00', registerAt: 'day-start' })
    const lines = [reading({ kvar: 500 }), dayRow({ kvar: points() }), register({ maxKw: 2_000 })]
    const { readings, days, registers, batches } = await taken(lines.join('\n'), { profile })
    expect(readings).toMatchObject([{ kw: 0.0015, kvar: 0.5 }])
    expect(days[0]).toMatchObject({ date: '2026-05-06', kw: Array<number>(24).fill(0.001) })
    expect(registers).toMatchObject([{ date: '2026-05-05', total: 7, maxKw: 2 }])
    expect(batches.every(({ side }) => side === 'secondary')).toBe(true)
    expect(batches.find(batch => batch.kind === 'days')).toMatchObject({ firstAtMidnight: true })
  })
})
