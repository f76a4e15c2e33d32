import { describe, expect, it } from 'vitest'
import { ProblemError } from '../../../schemas/problem.ts'
import { createRowReader } from '../../../services/ingest/readings-csv.ts'

const AT = '2024-05-06T00:15:00+08:00'
const AT_MS = Date.parse(AT)
const read = createRowReader('meter_id,ts,kw,kvar,revision')
const problemOf = (header: string): ProblemError => {
  try {
    createRowReader(header)
  } catch (error) {
    if (error instanceof ProblemError) return error
    throw error
  }
  throw new Error(`the header ${header} was taken`)
}

describe('the header', () => {
  it.each([
    ['in the usual order', 'meter_id,ts,kw,kvar', `M1,${AT},1.5,0.5`],
    ['in any order', 'kvar,kw,ts,meter_id', `0.5,1.5,${AT},M1`],
    ['with a byte order mark', '\uFEFFmeter_id,ts,kw,kvar', `M1,${AT},1.5,0.5`],
    ['with capitals and spaces', 'Meter_ID , TS,kW, kvar', `M1,${AT},1.5,0.5`],
    ['quoted', '"meter_id","ts","kw","kvar"', `"M1","${AT}","1.5","0.5"`],
    ['quoted behind a byte order mark', '\uFEFF"meter_id","ts","kw","kvar"', `M1,${AT},1.5,0.5`],
  ])('is read %s', (_, header, row) => {
    expect(createRowReader(header)(row)).toEqual({
      meterId: 'M1',
      atMs: AT_MS,
      kw: 1.5,
      kvar: 0.5,
      revision: 0,
    })
  })

  it('names the columns that are missing and those that are not known', () => {
    const problem = problemOf('meter_id,time,kW,power')
    expect(problem.code).toBe('bad-columns')
    expect(problem.message).toContain('ts missing')
    expect(problem.message).toContain('"time", "power" not known')
  })

  it('may name a column once only', () => {
    expect(problemOf('meter_id,ts,kw,kw').code).toBe('bad-columns')
  })
})

describe('a row', () => {
  it.each([
    ['without kvar and revision', `M1,${AT},412.5,,`, { kw: 412.5, kvar: Number.NaN, revision: 0 }],
    ['with NaN for no kvar', `M1,${AT},412.5,NaN,`, { kw: 412.5, kvar: Number.NaN, revision: 0 }],
    ['with a revision', `M1,${AT},412.5,96.1,3`, { kw: 412.5, kvar: 96.1, revision: 3 }],
    ['with quoted cells', `"M1","${AT}","412.5","",""`, { kw: 412.5, kvar: Number.NaN, revision: 0 }],
    ['with spaces around numbers', `M1, ${AT} , 1.5 , 2 ,`, { kw: 1.5, kvar: 2, revision: 0 }],
    ['with exponents', `M1,${AT},1e2,-2.5E-1,`, { kw: 100, kvar: -0.25, revision: 0 }],
    ['with a space for the T', `M1,2024-05-06 00:15:00+08:00,1,,`, { kw: 1, kvar: Number.NaN, revision: 0 }],
    ['in UTC', `M1,2024-05-05T16:15:00Z,1,,`, { kw: 1, kvar: Number.NaN, revision: 0 }],
  ])('is read %s', (_, line, expected) => {
    expect(read(line)).toEqual({ meterId: 'M1', atMs: AT_MS, ...expected })
  })

  it.each([
    ['a decimal comma', `M1,${AT},412,5,0.1,`, 'malformed'],
    ['a quoted decimal comma', `M1,${AT},"412,5",,`, 'not-a-number'],
    ['a cut line', `M1,2024-05-06T00`, 'malformed'],
    ['an open quote', `M1,"${AT},1,,`, 'malformed'],
    ['kw NaN', `M1,${AT},NaN,,`, 'not-a-number'],
    ['kw in words', `M1,${AT},eleven,,`, 'not-a-number'],
    ['kw hexadecimal', `M1,${AT},0x10,,`, 'not-a-number'],
    ['kw infinite', `M1,${AT},Infinity,,`, 'not-a-number'],
    ['no meter', `,${AT},1,,`, 'missing-field'],
    ['no time', `M1,,1,,`, 'missing-field'],
    ['no kw', `M1,${AT},,,`, 'missing-field'],
    ['a time without offset', 'M1,2024-05-06T00:15:00,1,,', 'bad-time'],
    ['a day that does not exist', 'M1,2024-02-30T00:15:00+08:00,1,,', 'bad-time'],
    ['the 31st of a short month', 'M1,2024-04-31T00:15:00+08:00,1,,', 'bad-time'],
    ['a month that does not exist', 'M1,2024-13-01T00:15:00+08:00,1,,', 'bad-time'],
    ['a negative revision', `M1,${AT},1,,-1`, 'not-a-number'],
    ['a broken revision', `M1,${AT},1,,1.5`, 'not-a-number'],
    ['a revision that is too high', `M1,${AT},1,,65536`, 'not-a-number'],
  ])('with %s is a fault of its own reason', (_, line, reason) => {
    expect(read(line)).toEqual({ reason, detail: expect.stringMatching(/^[^\n]+[.?]$/) })
  })
})
