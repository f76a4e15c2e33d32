import { describe, expect, it } from 'vitest'
import { parseDay } from '../../../schemas/day.ts'
import districts from '../../../services/territory/districts.data.json' with { type: 'json' }
import { districtName, districtToTell, isKnownDistrict } from '../../../services/territory/districts.ts'

const inUse = (date: string) =>
  districts.filter(one => one.gbt2260 && districtName(one.code, parseDay(date))).length

describe('districts', () => {
  it('are 38 until 2025-11-05 and 37 from the day after', () => {
    expect(inUse('2024-05-01')).toBe(38)
    expect(inUse('2025-11-05')).toBe(38)
    expect(inUse('2025-11-06')).toBe(37)
  })

  it('change on the day 两江新区 took over', () => {
    const before = parseDay('2025-11-05')
    expect(districtName('500112', before)).toBe('渝北区')
    expect(districtName('500157', before)).toBeUndefined()
    expect(districtName('500112', before + 1)).toBeUndefined()
    expect(districtName('500157', before + 1)).toBe('两江新区')
  })

  it('include the zones without a national code', () => {
    expect(districtName('CQ-GXQ', parseDay('2024-05-01'))).toBe('西部科学城重庆高新区')
  })

  it('do not know other codes', () => {
    for (const code of ['', '110101', '500199', 'constructor', '__proto__']) {
      expect(districtName(code, parseDay('2024-05-01')), code).toBeUndefined()
    }
  })

  it('hand what is to be told to their only successor, or keep it where there are several', () => {
    const before = parseDay('2025-11-05')
    expect(districtToTell('500105', before)).toEqual({ code: '500105', name: '江北区', by: 'itself' })
    expect(districtToTell('500105', before + 1)).toEqual({
      ...{ code: '500157', name: '两江新区', by: 'successor' },
    })
    expect(districtToTell('500112', before + 1)).toEqual({
      ...{ code: '500112', name: '渝北区', by: 'person' },
    })
    expect(districtToTell('999999', before)).toBeUndefined()
    expect([isKnownDistrict('500112'), isKnownDistrict('999999')]).toEqual([true, false])
  })

  it('before their code was in use are for a person to route: their land was of several', () => {
    const before = parseDay('2025-11-05')
    expect(districtToTell('500157', before)).toEqual({ code: '500157', name: '两江新区', by: 'person' })
    expect(districtToTell('500157', before + 1)).toMatchObject({ code: '500157', by: 'itself' })
    const sources = districts.filter(one => one.ceded.some(({ to }) => to === '500157'))
    expect(sources.map(one => one.code).sort()).toEqual(['500105', '500109', '500112', 'CQ-LJXQ'])
  })

  it('give their land to districts that are in use on that day', () => {
    const gone = districts.flatMap(one => one.ceded)
    expect(gone.length).toBeGreaterThan(0)
    expect(gone.filter(({ to, on }) => districtName(to, parseDay(on)) === undefined)).toEqual([])
    for (const { code, validTo, ceded } of districts.filter(one => one.validTo !== null)) {
      expect(
        ceded.map(({ on }) => parseDay(on)),
        code,
      ).toEqual(ceded.map(() => parseDay(validTo!) + 1))
    }
  })
})
