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
    expect(districtToTell('500105', before)).toEqual({ code: '500105', name: '江北区' })
    expect(districtToTell('500105', before + 1)).toEqual({ code: '500157', name: '两江新区' })
    expect(districtToTell('500112', before + 1)).toEqual({ code: '500112', name: '渝北区' })
    expect(districtToTell('999999', before)).toBeUndefined()
    expect([isKnownDistrict('500112'), isKnownDistrict('999999')]).toEqual([true, false])
  })

  it('have successors that are districts, too', () => {
    const codes = new Set(districts.map(one => one.code))
    expect(districts.flatMap(one => one.successors).filter(code => !codes.has(code))).toEqual([])
  })
})
