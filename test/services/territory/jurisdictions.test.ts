import { describe, expect, it } from 'vitest'
import { parseDay } from '../../../schemas/day.ts'
import { jurisdictionsOn } from '../../../services/territory/index.ts'

const on = (code: string, date: string) => jurisdictionsOn(code, parseDay(date))

describe('jurisdictions', () => {
  it('go from the district to the country', () => {
    expect(on('500115', '2024-05-01')).toEqual({ codes: ['500115', 'CQ', 'CN'], withoutDistrict: null })
  })

  it('of a zone go by the district it lies in', () => {
    expect(on('CQ-WSJKQ', '2024-05-01').codes).toEqual(['CQ-WSJKQ', '500110', 'CQ', 'CN'])
  })

  it('follow an abolished district to its only successor, from the day on', () => {
    expect(on('500105', '2025-11-05').codes).toEqual(['500105', 'CQ', 'CN'])
    expect(on('500105', '2025-11-06').codes).toEqual(['500157', 'CQ', 'CN'])
  })

  it('name no district where several took over, or before there was one', () => {
    expect(on('500112', '2025-11-06')).toEqual({ codes: ['CQ', 'CN'], withoutDistrict: 'ambiguous' })
    expect(on('500157', '2024-05-01')).toEqual({ codes: ['CQ', 'CN'], withoutDistrict: 'ambiguous' })
  })

  it('are national alone under a code that nobody knows', () => {
    expect(on('999999', '2024-05-01')).toEqual({ codes: ['CN'], withoutDistrict: 'unknown' })
  })
})
