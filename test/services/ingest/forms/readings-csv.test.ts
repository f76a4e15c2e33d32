import { describe, expect, it } from 'vitest'
import { meter } from '../../../support/meters.ts'
import { METERS, profileOf, taken } from '../taken.ts'

const AT = '2026-05-06T00:15:00+08:00'
const GOOD = { meterId: 'M1', at: AT, kw: 1.5, kvar: 0.5, revision: 0 }

describe('the header', () => {
  it.each([
    ['in the usual order', 'meter_id,ts,kw,kvar', `M1,${AT},1.5,0.5`],
    ['in any order', 'kvar,kw,ts,meter_id', `0.5,1.5,${AT},M1`],
    ['with a byte order mark', '\uFEFFmeter_id,ts,kw,kvar', `M1,${AT},1.5,0.5`],
    ['with capitals and spaces', 'Meter_ID , TS,kW, kvar', `M1,${AT},1.5,0.5`],
    ['quoted', '"meter_id","ts","kw","kvar"', `"M1","${AT}","1.5","0.5"`],
    ['quoted behind a byte order mark', '\uFEFF"meter_id","ts","kw","kvar"', `M1,${AT},1.5,0.5`],
    [
      'with columns of the contract that nothing is made of',
      'meter_id,ts,kw,kvar,kwh,ia,ib,ic,ua,ub,uc,quality',
      `M1,${AT},1.5,0.5,1,2,3,4,5,6,7,ok`,
    ],
  ])('is read %s', async (_, header, row) => {
    const { readings, result } = await taken(`${header}\n${row}\n`)
    expect(readings).toEqual([GOOD])
    expect(result).toMatchObject({ form: 'readings', received: 1, accepted: 1, rejected: 0 })
  })

  it('names the columns that are missing and those that are not known', async () => {
    const refused = taken(`meter_id,time,kW,power\nM1,${AT},1,2\n`)
    await expect(refused).rejects.toMatchObject({ code: 'bad-columns' })
    await expect(refused).rejects.toThrow('ts missing; "time", "power" not known.')
  })

  it('may name a column once only', async () => {
    await expect(taken('meter_id,ts,kw,kw\n')).rejects.toThrow('kw named twice')
  })

  it('is refused when it is a registry', async () => {
    const header =
      'meter_id,customer_id,customer_name,district_code,industry_code,contract_kva,voltage_kv,interval_minutes,licensed_processes'
    await expect(taken(`${header}\n`)).rejects.toThrow('import it as the registry')
  })
})

describe('the header under a profile', () => {
  const profile = profileOf({ columns: { meter_id: '电表资产号', ts: '数据时间', kw: '有功' } })

  it('may have the names of the source, and columns nobody knows', async () => {
    const { readings } = await taken(`供电单位,电表资产号,数据时间,有功,KVAR\nX,M1,${AT},1.5,0.5\n`, {
      profile,
    })
    expect(readings).toEqual([GOOD])
  })

  it('may still have our names', async () => {
    expect((await taken(`meter_id,ts,kw,kvar\nM1,${AT},1.5,0.5\n`, { profile })).readings).toEqual([GOOD])
  })

  it('takes the mapped column where one of our name stands beside it', async () => {
    expect((await taken(`电表资产号,ts,有功,kw,kvar\nM1,${AT},1.5,9,0.5\n`, { profile })).readings).toEqual([
      GOOD,
    ])
  })

  it('names what is missing as it is called there', async () => {
    await expect(taken('电表资产号,数据时间\n', { profile })).rejects.toThrow('kw ("有功" here) missing.')
  })

  it('refuses to map a column that is not ours', async () => {
    const wrong = profileOf({ columns: { 'meter-id': '电表资产号' } })
    await expect(taken('meter_id,ts,kw\n', { profile: wrong })).rejects.toThrow(
      '"meter-id" of the profile is no column of ours',
    )
  })

  it('may be delimited otherwise', async () => {
    const tabs = profileOf({ delimiter: '\t' })
    expect(
      (await taken(`meter_id\tts\tkw\tkvar\nM1\t${AT}\t1.5\t"0.5"\n`, { profile: tabs })).readings,
    ).toEqual([GOOD])
  })
})

describe('a row', () => {
  const read = async (line: string) => (await taken(`meter_id,ts,kw,kvar,revision\n${line}\n`)).readings

  it.each([
    ['without kvar and revision', `M1,${AT},412.5,,`, { kw: 412.5, kvar: undefined, revision: 0 }],
    ['with NaN for no kvar', `M1,${AT},412.5,NaN,`, { kw: 412.5, kvar: undefined, revision: 0 }],
    ['with -- for no kvar', `M1,${AT},412.5,--,`, { kw: 412.5, kvar: undefined, revision: 0 }],
    ['with a revision', `M1,${AT},412.5,96.1,3`, { kw: 412.5, kvar: 96.1, revision: 3 }],
    ['with quoted cells', `"M1","${AT}","412.5","",""`, { kw: 412.5, kvar: undefined, revision: 0 }],
    ['with one quoted cell', `M1,"${AT}",412.5,,`, { kw: 412.5, kvar: undefined, revision: 0 }],
    ['with spaces around numbers', `M1, ${AT} , 1.5 , 2 ,`, { kw: 1.5, kvar: 2, revision: 0 }],
    ['with exponents', `M1,${AT},1e2,-2.5E-1,`, { kw: 100, kvar: -0.25, revision: 0 }],
    ['with many digits', `M1,${AT},12.345678901234567,,`, { kw: 12.345679, kvar: undefined, revision: 0 }],
    ['with bare points', `M1,${AT},5.,.5,`, { kw: 5, kvar: 0.5, revision: 0 }],
    ['with a space for the T', 'M1,2026-05-06 00:15:00+08:00,1,,', { kw: 1, kvar: undefined, revision: 0 }],
    ['in UTC', 'M1,2026-05-05T16:15:00Z,1,,', { kw: 1, kvar: undefined, revision: 0 }],
  ])('is read %s', async (_, line, expected) => {
    expect(await read(line)).toEqual([{ meterId: 'M1', at: AT, ...expected }])
  })

  it.each([
    ['a decimal comma', `M1,${AT},412,5,0.1,`, 'malformed'],
    ['a quoted decimal comma', `M1,${AT},"412,5",,`, 'not-a-number'],
    ['a cut line', 'M1,2026-05-06T00', 'malformed'],
    ['an open quote', `M1,"${AT},1,,`, 'malformed'],
    ['a letter that is no UTF-8', `M\uFFFD,${AT},1,,`, 'malformed'],
    ['a line without an end', `M1,${AT},1,,${'0'.repeat(9_000)}`, 'malformed'],
    ['kw NaN', `M1,${AT},NaN,,`, 'not-a-number'],
    ['kw in words', `M1,${AT},eleven,,`, 'not-a-number'],
    ['kw hexadecimal', `M1,${AT},0x10,,`, 'not-a-number'],
    ['kw infinite', `M1,${AT},Infinity,,`, 'not-a-number'],
    ['kw of a point alone', `M1,${AT},.,,`, 'not-a-number'],
    ['kw with two points', `M1,${AT},1.2.3,,`, 'not-a-number'],
    ['no meter', `,${AT},1,,`, 'missing-field'],
    ['no time', 'M1,,1,,', 'missing-field'],
    ['no kw', `M1,${AT},,,`, 'missing-field'],
    ['a time without offset', 'M1,2026-05-06T00:15:00,1,,', 'bad-time'],
    ['a date alone', 'M1,2026-05-06,1,,', 'bad-time'],
    ['a day that does not exist', 'M1,2026-02-30T00:15:00+08:00,1,,', 'bad-time'],
    ['the 31st of a short month', 'M1,2026-04-31T00:15:00+08:00,1,,', 'bad-time'],
    ['a month that does not exist', 'M1,2026-13-01T00:15:00+08:00,1,,', 'bad-time'],
    ['a negative revision', `M1,${AT},1,,-1`, 'not-a-number'],
    ['a broken revision', `M1,${AT},1,,1.5`, 'not-a-number'],
    ['a revision that is too high', `M1,${AT},1,,65536`, 'not-a-number'],
  ])('with %s is turned away with a reason of its own, and the next is taken', async (_, line, reason) => {
    const { result, readings, rejects } = await taken(`meter_id,ts,kw,kvar,revision\n${line}\nM1,${AT},7,,\n`)
    expect(readings).toEqual([{ meterId: 'M1', at: AT, kw: 7, kvar: undefined, revision: 0 }])
    expect(rejects).toMatchObject([{ reason, detail: expect.stringMatching(/^[^\n]+[.?]$/), line: 2 }])
    expect(result).toMatchObject({ received: 2, accepted: 1, rejected: 1, byReason: { [reason]: 1 } })
  })
})

describe('a power factor', () => {
  const kvarOf = async (kw: string, kvar: string, pf: string) =>
    (await taken(`meter_id,ts,kw,kvar,pf\nM1,${AT},${kw},${kvar},${pf}\n`)).readings[0]?.kvar

  it('gives kvar where that is absent, with its own sign', async () => {
    expect(await kvarOf('400', '', '0.8')).toBe(300)
    expect(await kvarOf('400', '', '-0.8')).toBe(-300)
    expect(await kvarOf('400', '', '1')).toBe(0)
    expect(await kvarOf('400', '7', '0.8')).toBe(7)
  })

  it.each(['0', '1.2', '-1.01', '95', 'high', ''])('of "%s" loses no kw', async pf => {
    const { readings } = await taken(`meter_id,ts,kw,pf\nM1,${AT},400,${pf}\n`)
    expect(readings).toMatchObject([{ kw: 400, kvar: undefined }])
  })
})

describe('a zone', () => {
  const read = async (ts: string, zone = '+08:00') => {
    const { readings, reasons } = await taken(`meter_id,ts,kw\nM1,${ts},1\n`, {
      profile: profileOf({ zone }),
    })
    return readings[0]?.at ?? reasons[0]
  }

  it.each([
    ['2026-11-01 00:15', '2026-11-01T00:15:00+08:00'],
    ['2026-11-01 00:15:00', '2026-11-01T00:15:00+08:00'],
    ['2026-11-01T00:15:00', '2026-11-01T00:15:00+08:00'],
    ['2026/11/1 0:15', '2026-11-01T00:15:00+08:00'],
    ['2026/11/01 00:15:00.000', '2026-11-01T00:15:00+08:00'],
    ['20261101001500', '2026-11-01T00:15:00+08:00'],
    ['202611010015', '2026-11-01T00:15:00+08:00'],
    ['2026-11-01 24:00', '2026-11-02T00:00:00+08:00'],
    ['20261031240000', '2026-11-01T00:00:00+08:00'],
    ['2026/11/1', '2026-11-01T00:00:00+08:00'],
    ['2026-11-01T00:15:00+07:00', '2026-11-01T01:15:00+08:00'],
  ])('lets %s be read without an offset', async (ts, at) => {
    expect(await read(ts)).toBe(at)
  })

  it('is that of the source', async () => {
    expect(await read('2026-11-01 00:15', '-05:30')).toBe('2026-11-01T13:45:00+08:00')
  })

  it.each([
    '2026-11-01 24:15',
    '2026-11-31 00:15',
    '2026-11-01 00:60',
    '2026-13-01 00:15',
    '0:15',
    '1.11.2026 0:15',
  ])('does not make a time of %s', async ts => {
    expect(await read(ts)).toBe('bad-time')
  })
})

describe('a unit', () => {
  it.each([
    ['W', '1500', '500'],
    ['kW', '1.5', '0.5'],
    ['MW', '0.0015', '0.0005'],
  ] as const)('of %s makes kW', async (unit, kw, kvar) => {
    const text = `meter_id,ts,kw,kvar\nM1,${AT},${kw},${kvar}\n`
    expect((await taken(text, { profile: profileOf({ unit }) })).readings).toEqual([GOOD])
  })

  it('counts before a power is called implausible', async () => {
    const text = `meter_id,ts,kw\nM2,${AT},90000\n`
    expect((await taken(text)).reasons).toEqual(['implausible-power'])
    expect((await taken(text, { profile: profileOf({ unit: 'W' }) })).readings).toMatchObject([{ kw: 90 }])
  })
})

describe('the secondary side', () => {
  it('is told of the batch, and its multiplier counts before a power is called implausible', async () => {
    const text = `meter_id,ts,kw\nM2,${AT},41\nM2,${AT},40\nM1,${AT},41\n`
    const { batches, readings, reasons } = await taken(text, { profile: profileOf({ side: 'secondary' }) })
    expect(batches.map(({ side }) => side)).toEqual(['secondary'])
    expect(readings.map(({ kw }) => kw)).toEqual([40, 41])
    expect(reasons).toEqual(['implausible-power'])
  })
})

describe('the entry of the day', () => {
  const meters = [
    meter({ validFrom: '2026-05-01', validTo: '2026-05-05', contractKva: 1 }),
    meter({ validFrom: '2026-05-06', validTo: '2026-05-31', contractKva: 1_000 }),
    ...METERS.slice(1),
  ]

  it('is that of the day the reading belongs to: midnight ends the day before', async () => {
    const rows = ['2026-05-06T00:00:00+08:00', '2026-05-06T00:15:00+08:00', '2026-06-01T00:00:00+08:00']
    const text = `meter_id,ts,kw\n${rows.map(at => `M1,${at},100`).join('\n')}\n`
    const { readings, reasons } = await taken(text, { meters })
    expect(reasons).toEqual(['implausible-power'])
    expect(readings.map(({ at }) => at)).toEqual(rows.slice(1))
  })

  it.each([
    ['on another day', `M1,2026-06-01T00:15:00+08:00,1`, 'no-entry-that-day'],
    ['of a meter nobody knows', `M9,${AT},1`, 'unknown-meter'],
    ['of 1970', 'M1,1970-01-01T00:15:00+08:00,1', 'time-before-2005'],
    ['of next year', 'M1,2027-01-01T00:15:00+08:00,1', 'time-in-future'],
  ])('is missing for a reading %s', async (_, row, reason) => {
    expect((await taken(`meter_id,ts,kw\n${row}\n`, { meters })).reasons).toEqual([reason])
  })
})
