import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { profileOf, taken } from '../taken.ts'

const ALL = 'meter_id,date,reg_total,reg_sharp,reg_peak,reg_flat,reg_valley,max_kw,max_kw_at,revision'
const TOTALS = 'meter_id,date,reg_total'
const NONE = {
  sharp: undefined,
  peak: undefined,
  flat: undefined,
  valley: undefined,
  maxKw: undefined,
  maxKwAt: undefined,
  revision: 0,
}

describe('a register row', () => {
  it('may tell all there is', async () => {
    const { registers, result, batches } = await taken(
      `${ALL}\nM1,2026-11-01,123456.78,1.25,2,3,4,250.5,2026-11-01T09:45:00+08:00,2\n`,
    )
    expect(registers).toEqual([
      {
        meterId: 'M1',
        date: '2026-11-01',
        total: 123456.78,
        sharp: 1.25,
        peak: 2,
        flat: 3,
        valley: 4,
        maxKw: 250.5,
        maxKwAt: '2026-11-01T09:45:00+08:00',
        revision: 2,
      },
    ])
    expect(batches).toMatchObject([{ kind: 'registers', side: 'primary' }])
    expect(result).toMatchObject({ form: 'registers', received: 1, accepted: 1 })
  })

  it.each([
    ['columns that are not there', `${TOTALS}\nM1,2026-11-01,7\n`],
    ['cells that are empty', `${ALL}\nM1,20261101,7,,null,-,--,,,\n`],
  ])('may leave all but the total out: %s', async (_, text) => {
    expect((await taken(text)).registers).toEqual([{ meterId: 'M1', date: '2026-11-01', total: 7, ...NONE }])
  })

  it('of the start of a day ends the day before', async () => {
    const profile = profileOf({ registerAt: 'day-start' })
    const { registers } = await taken('meter_id,date,reg_total,max_kw,max_kw_at\nM1,2026-11-01,7,5,9:45\n', {
      profile,
    })
    expect(registers).toMatchObject([{ date: '2026-10-31', maxKwAt: '2026-10-31T09:45:00+08:00' }])
  })

  it.each([
    ['with an offset', '2026-11-01T02:45:00+01:00', undefined, '2026-11-01T09:45:00+08:00'],
    ['without one', '2026-11-01 09:45:00', undefined, '2026-11-01T09:45:00+08:00'],
    ['without one, in the zone told', '2026/11/1 9:45', '+07:00', '2026-11-01T10:45:00+08:00'],
    ['without a date', '09:45', undefined, '2026-11-01T09:45:00+08:00'],
    ['without a date, in the zone told', '09:45:30', '+07:00', '2026-11-01T10:45:30+08:00'],
    ['at the end of the day', '24:00', undefined, '2026-11-02T00:00:00+08:00'],
  ])('may tell the time of its demand %s', async (_, time, zone, at) => {
    const text = `meter_id,date,reg_total,max_kw,max_kw_at\nM1,2026-11-01,7,5,${time}\n`
    expect((await taken(text, { profile: profileOf({ zone }) })).registers).toMatchObject([{ maxKwAt: at }])
  })

  it('has its demand, but not its energy, in the unit of the profile', async () => {
    const text = 'meter_id,date,reg_total,max_kw\nM1,2026-11-01,7000,5000\n'
    expect((await taken(text, { profile: profileOf({ unit: 'W' }) })).registers).toMatchObject([
      { total: 7000, maxKw: 5 },
    ])
  })

  it.each([
    ['a bad total', 'M1,2026-11-01,x,,,,,,,', 'not-a-number'],
    ['no total', 'M1,2026-11-01,,1,,,,,,', 'missing-field'],
    ['no date', 'M1,,1,,,,,,,', 'missing-field'],
    ['a bad register', 'M1,2026-11-01,1,x,,,,,,', 'not-a-number'],
    ['a negative total', 'M1,2026-11-01,-1,,,,,,,', 'negative-register'],
    ['a negative register', 'M1,2026-11-01,1,,,,-0.5,,,', 'negative-register'],
    ['a bad demand', 'M1,2026-11-01,1,,,,,x,,', 'not-a-number'],
    ['a negative demand', 'M1,2026-11-01,1,,,,,-1,,', 'negative-power'],
    ['an implausible demand', 'M2,2026-11-01,1,,,,,2001,,', 'implausible-power'],
    ['a bad time of its demand', 'M1,2026-11-01,1,,,,,1,noon,', 'bad-time'],
    ['a total beyond doubles', 'M1,2026-11-01,1e999,,,,,,,', 'not-a-number'],
    ['a demand of 1970', 'M1,2026-11-01,1,,,,,1,1970-01-01 08:00,', 'time-before-2005'],
    ['a demand to come', 'M1,2026-11-01,1,,,,,1,2027-01-01 08:00,', 'time-in-future'],
    ['a bad date', 'M1,1.11.2026,1,,,,,,,', 'bad-time'],
    ['a bad revision', 'M1,2026-11-01,1,,,,,,,x', 'not-a-number'],
    ['a value too few', 'M1,2026-11-01,1,,,,,,', 'malformed'],
    ['a meter nobody knows', 'M9,2026-11-01,1,,,,,,,', 'unknown-meter'],
    ['a day to come', 'M1,2026-12-02,1,,,,,,,', 'time-in-future'],
    ['a day of 2004', 'M1,2004-12-30,1,,,,,,,', 'time-before-2005'],
  ])('with %s is turned away, and the next is taken', async (_, row, reason) => {
    const { result, rejects, registers } = await taken(`${ALL}\n${row}\nM1,2026-11-01,7,,,,,,,\n`)
    expect(rejects).toMatchObject([
      { reason, raw: row, line: 2, detail: expect.stringMatching(/^[^\n]+[.?]$/), layout: { header: ALL } },
    ])
    expect(registers).toHaveLength(1)
    expect(result).toMatchObject({ received: 2, accepted: 1, rejected: 1 })
  })

  it('without a total in the header is refused', async () => {
    await expect(taken('meter_id,date,reg_peak\n')).rejects.toThrow('reg_total missing')
  })

  it('has its numbers read as JavaScript would', async () => {
    const decimal = fc.tuple(fc.maxSafeNat(), fc.nat(12)).map(([digits, places]) => {
      const text = String(digits).padStart(places + 1, '0')
      return places === 0 ? text : `${text.slice(0, -places)}.${text.slice(-places)}`
    })
    await fc.assert(
      fc.asyncProperty(fc.array(decimal, { minLength: 1, maxLength: 30 }), async texts => {
        const { registers } = await taken(
          `${TOTALS}\n${texts.map(text => `M1,2026-11-01,${text}`).join('\n')}\n`,
        )
        expect(registers.map(({ total }) => total)).toEqual(texts.map(Number))
      }),
    )
  })
})
