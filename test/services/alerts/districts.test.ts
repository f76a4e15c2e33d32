import { describe, expect, it } from 'vitest'
import { parseDay } from '../../../schemas/day.ts'
import districts from '../../../services/alerts/districts.data.json' with { type: 'json' }
import { districtName, isKnownDistrict } from '../../../services/alerts/index.ts'

const inUse = (date: string) =>
  districts.filter(one => one.gbt2260 && isKnownDistrict(one.code, parseDay(date))).length

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

  it('have successors that are districts, too', () => {
    const codes = new Set(districts.map(one => one.code))
    expect(districts.flatMap(one => one.successors).filter(code => !codes.has(code))).toEqual([])
  })
})
