import { describe, expect, it } from 'vitest'
import { meter } from '../../../support/meters.ts'
import { METERS, profileOf, taken } from '../taken.ts'

const names = (prefix: string, count: number): string =>
  Array.from({ length: count }, (_, i) => `${prefix}${i + 1}`).join(',')
const HEADER = `meter_id,date,${names('P', 24)}`
/** 24 cells: those given, then ones. */
const cells = (...first: string[]): string =>
  [...first, ...Array<string>(24 - first.length).fill('1')].join(',')
const values = (...first: (number | undefined)[]) => [...first, ...Array<number>(24 - first.length).fill(1)]

describe('the header of day rows', () => {
  it.each([96, 48, 24])('may name %i points', async count => {
    const row = Array.from({ length: count }, (_, i) => i / 4)
    const { days, result, batches } = await taken(
      `meter_id,date,${names('P', count)}\nM1,2026-11-01,${row}\n`,
    )
    expect(days).toEqual([{ meterId: 'M1', date: '2026-11-01', kw: row, kvar: null, revision: 0 }])
    expect(batches).toMatchObject([{ points: count, side: 'primary', firstAtMidnight: false }])
    expect(result).toMatchObject({ form: 'day-rows', received: count, accepted: count })
  })

  it('may have as many reactive points, a revision, and any order', async () => {
    const header = `revision,${names('Q', 24)},date,${names('P', 24)},meter_id`
    const { days } = await taken(`${header}\n2,${cells('5')},2026-11-01,${cells('7')},M1\n`)
    expect(days).toEqual([{ meterId: 'M1', date: '2026-11-01', kw: values(7), kvar: values(5), revision: 2 }])
  })

  it('may have other names, with zeros before the number', async () => {
    const points = Array.from({ length: 24 }, (_, i) => `有功${String(i + 1).padStart(2, '0')}`)
    const profile = profileOf({ points: '有功', columns: { meter_id: '资产号', date: '日期' } })
    const { days } = await taken(`资产号,名称,日期,${points}\nM1,某厂,2026-11-01,${cells('7')}\n`, {
      profile,
    })
    expect(days).toMatchObject([{ kw: values(7) }])
  })

  it.each([
    ['25 points', `meter_id,date,${names('P', 25)}`, '25 points P found'],
    ['a hole', `meter_id,date,${names('P', 23)},P25`, '24 points P found'],
    [
      'reactive points that are fewer',
      `meter_id,date,${names('P', 24)},${names('Q', 23)}`,
      '23 points Q for 24 of P',
    ],
    ['no date', `meter_id,${names('P', 24)}`, 'date missing'],
    ['a point twice', `meter_id,date,${names('P', 24)},P1`, 'p1 named twice'],
    ['a column nobody knows', `meter_id,date,name,${names('P', 24)}`, '"name" not known'],
  ])('with %s is refused', async (_, header, sentence) => {
    await expect(taken(`${header}\n`)).rejects.toThrow(sentence)
    await expect(taken(`${header}\n`)).rejects.toMatchObject({ code: 'bad-columns' })
  })
})

describe('a day row', () => {
  it.each(['2026-11-01', '2026/11/1', '20261101', '2026-11-01 00:00:00', '2026/11/1 0:00'])(
    'may write its date %s',
    async date => {
      expect((await taken(`${HEADER}\nM1,${date},${cells()}\n`)).days).toMatchObject([{ date: '2026-11-01' }])
    },
  )

  it.each(['', 'null', 'NULL', 'NaN', '-', '--', ' '])('has no reading where "%s" stands', async cell => {
    const { days, result } = await taken(`${HEADER}\nM1,2026-11-01,${cells(cell, '2')}\n`)
    expect(days).toMatchObject([{ kw: values(undefined, 2) }])
    expect(result).toMatchObject({ received: 23, accepted: 23, rejected: 0 })
  })

  it('without any reading is nothing', async () => {
    const { batches, result } = await taken(`${HEADER}\nM1,2026-11-01,${','.repeat(23)}\n`)
    expect(batches).toEqual([])
    expect(result).toMatchObject({ received: 0, accepted: 0, rejected: 0 })
  })

  it.each([
    ['text', '1kW', 'not-a-number', { kw: '1kW' }],
    ['a negative value', '-1', 'negative-power', { kw: -1 }],
    ['an implausible value', '2001', 'implausible-power', { kw: 2001 }],
  ])('with %s at one point keeps the others', async (_, cell, reason, kept) => {
    const header = `meter_id,date,${names('P', 24)},revision`
    const { days, rejects, result } = await taken(`${header}\nM2,2026-11-01,${cells('2', cell)},3\n`)
    expect(days).toMatchObject([{ kw: values(2, undefined) }])
    expect(result).toMatchObject({ received: 24, accepted: 23, rejected: 1, byReason: { [reason]: 1 } })
    expect(rejects).toMatchObject([{ reason, line: 2, layout: { header: null } }])
    expect(JSON.parse(rejects[0]!.raw)).toEqual({
      meterId: 'M2',
      at: '2026-11-01T02:00:00+08:00',
      ...kept,
      revision: 3,
    })
  })

  it('with a bad reactive value loses that point alone', async () => {
    const { days, rejects } = await taken(
      `${HEADER},${names('Q', 24)}\nM2,2026-11-01,${cells('2', '3', '')},${cells('x', '-9000', 'x')}\n`,
    )
    expect(days).toMatchObject([
      { kw: values(undefined, undefined, undefined), kvar: values(undefined, undefined, undefined) },
    ])
    expect(rejects.map(({ reason, raw }) => [reason, JSON.parse(raw)])).toEqual([
      ['not-a-number', { meterId: 'M2', at: '2026-11-01T01:00:00+08:00', kw: 2, kvar: 'x' }],
      ['implausible-power', { meterId: 'M2', at: '2026-11-01T02:00:00+08:00', kw: 3, kvar: -9000 }],
    ])
  })

  it('gives points that are turned away in kW of their side, to be taken in again', async () => {
    const profile = profileOf({ unit: 'W', side: 'secondary', points: 'P' })
    const { rejects } = await taken(`${HEADER}\nM2,2026-11-01,${cells('90000')}\n`, { profile })
    expect(JSON.parse(rejects[0]!.raw)).toMatchObject({ kw: 90 })
    const again = await taken(rejects[0]!.raw, { profile: rejects[0]!.layout.profile })
    expect(again.reasons).toEqual(['implausible-power'])
    expect(again.rejects[0]!.raw).toBe(rejects[0]!.raw)
    const meters = [meter({ meterId: 'M2', contractKva: 1_000, multiplier: 50 })]
    const mended = await taken(rejects[0]!.raw, { profile: rejects[0]!.layout.profile, meters })
    expect(mended.readings).toMatchObject([{ at: '2026-11-01T01:00:00+08:00', kw: 90 }])
    expect(mended.batches).toMatchObject([{ side: 'secondary' }])
  })

  it.each([
    ['a wrong date', `M1,2026-11-31,${cells()}`, 'bad-time'],
    ['a date with a time', `M1,2026-11-01 08:00:00,${cells()}`, 'bad-time'],
    ['no date', `M1,,${cells()}`, 'missing-field'],
    ['no meter', `,2026-11-01,${cells()}`, 'missing-field'],
    ['a value too few', `M1,2026-11-01,${cells().slice(2)}`, 'malformed'],
    ['a meter nobody knows', `M9,2026-11-01,${cells()}`, 'unknown-meter'],
    ['a day of 2004', `M1,2004-12-30,${cells()}`, 'time-before-2005'],
    ['a day to come', `M1,2026-12-02,${cells()}`, 'time-in-future'],
  ])('with %s is turned away whole, and counts one', async (_, row, reason) => {
    const { result, rejects, days } = await taken(`${HEADER}\n${row}\nM1,2026-12-01,${cells()}\n`)
    expect(result).toMatchObject({ received: 25, accepted: 24, rejected: 1, byReason: { [reason]: 1 } })
    expect(rejects).toMatchObject([{ raw: row, layout: { header: HEADER } }])
    expect(days).toHaveLength(1)
  })
})

describe('a first point at midnight', () => {
  const profile = profileOf({ firstPoint: '00:00' })

  it('is told of the batch, and of the time of a point that is turned away', async () => {
    const { batches, rejects } = await taken(`${HEADER}\nM1,2026-11-01,${cells('x', 'x')}\n`, { profile })
    expect(batches).toMatchObject([{ firstAtMidnight: true }])
    expect(rejects.map(({ raw }) => JSON.parse(raw).at)).toEqual([
      '2026-11-01T00:00:00+08:00',
      '2026-11-01T01:00:00+08:00',
    ])
  })

  it('belongs to the day before, and to its entry', async () => {
    const row = `${HEADER}\nM1,2026-11-01,${cells('5')}\n`
    const since = [meter({ validFrom: '2026-11-01' }), ...METERS.slice(1)]
    const first = await taken(row, { profile, meters: since })
    expect(first.reasons).toEqual(['no-entry-that-day'])
    expect(first.days).toMatchObject([{ kw: values(undefined) }])
    const small = meter({ validTo: '2026-10-31', contractKva: 0.1 })
    expect((await taken(row, { profile, meters: [small, ...since] })).reasons).toEqual(['implausible-power'])
    expect((await taken(row, { meters: since })).reasons).toEqual([])
  })
})

describe('many day rows', () => {
  it('come in batches of 2,000', async () => {
    const rows = Array.from(
      { length: 4_100 },
      (_, i) => `M1,${2006 + Math.floor(i / 240)}-0${1 + (i % 9)}-1${i % 9},${cells(String(i))}`,
    )
    const { batches, result } = await taken(`${HEADER}\n${rows.join('\n')}\n`)
    expect(batches.map(({ meter }) => meter.length)).toEqual([2_000, 2_000, 100])
    expect(result).toMatchObject({ received: 4_100 * 24, accepted: 4_100 * 24 })
  })
})
