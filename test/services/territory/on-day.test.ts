import { describe, expect, it } from 'vitest'
import { parseDay } from '../../../schemas/day.ts'
import { districtOnDay, listDistricts } from '../../../services/territory/index.ts'

const BEFORE = parseDay('2025-11-05')
const on = (code: string, day: number) => districtOnDay(code, day)

describe('the districts of a day', () => {
  it('are those in use then, with ours marked apart from GB/T 2260', () => {
    const codes = (day: number, all = false) => listDistricts(day, all).map(({ code }) => code)
    expect(codes(BEFORE)).toHaveLength(38 + 3)
    expect(codes(BEFORE + 1)).toHaveLength(37 + 2)
    expect(codes(BEFORE)).toEqual(expect.arrayContaining(['500105', '500112', 'CQ-LJXQ']))
    expect(codes(BEFORE + 1)).toContain('500157')
    expect(codes(BEFORE, true)).toEqual(codes(BEFORE + 1, true))
    expect(
      listDistricts(BEFORE, true)
        .filter(one => !one.gbt2260)
        .every(({ code }) => /^CQ-/.test(code)),
    ).toBe(true)
    expect(listDistricts(BEFORE, true).find(({ code }) => code === '500157')).toMatchObject({ inUse: false })
  })
})

describe('a code on a day', () => {
  it('of 渝北 leads to 北碚 and 两江新区, and is ambiguous until the registry says', () => {
    expect(on('500112', BEFORE)).toMatchObject({
      inUse: true,
      leadsTo: [],
      doubt: null,
      withoutDistrict: null,
    })
    const after = on('500112', BEFORE + 1)!
    expect(after).toMatchObject({
      inUse: false,
      jurisdictions: ['CQ', 'CN'],
      withoutDistrict: 'ambiguous',
      told: { code: '500112', by: 'person' },
      leadsTo: [
        { code: '500109', name: '北碚区', places: '大湾、统景、大盛、兴隆、茨竹5镇' },
        { code: '500157', name: '两江新区' },
      ],
    })
    expect(after.doubt?.zh).toMatch(/大湾.*北碚区.*两江新区/)
  })

  it('of 北碚 stays in use, and part of its land is doubtful', () => {
    expect(on('500109', BEFORE)).toMatchObject({ leadsTo: [], doubt: null })
    const after = on('500109', BEFORE + 1)!
    expect(after).toMatchObject({
      inUse: true,
      jurisdictions: ['500109', 'CQ', 'CN'],
      told: { code: '500109', by: 'itself' },
      leadsTo: [{ code: '500157' }],
    })
    expect(after.doubt?.zh).toMatch(/水土/)
  })

  it('with one successor leads there without a doubt', () => {
    expect(on('500105', BEFORE + 1)).toMatchObject({
      jurisdictions: ['500157', 'CQ', 'CN'],
      told: { code: '500157', by: 'successor' },
      leadsTo: [{ code: '500157', places: '全部' }],
      doubt: null,
    })
  })

  it('before it was in use says so', () => {
    expect(on('500157', BEFORE)).toMatchObject({ inUse: false, withoutDistrict: 'ambiguous', leadsTo: [] })
    expect(on('500157', BEFORE)!.doubt?.en).toMatch(/2025-11-06/)
    expect(on('500157', BEFORE + 1)).toMatchObject({ inUse: true, doubt: null })
  })

  it('that never was is none', () => {
    expect(on('999999', BEFORE)).toBeUndefined()
  })
})
