import { describe, expect, it } from 'vitest'
import { isPersonal, masked, maskedAddress, maskedId } from '../../../services/personal/index.ts'

const byName = (name: string) => isPersonal({ name, creditCode: '' })

describe('a customer', () => {
  it.each(['92500107MA5U0QFK2K', '92500000000000000X'])('with the code %s is a sole trader', creditCode => {
    expect(isPersonal({ name: '重庆某铸造有限公司', creditCode })).toBe(true)
  })

  it('with a code of a company is none, whatever its name', () => {
    expect(isPersonal({ name: '张三', creditCode: '914403001922038216' })).toBe(false)
  })

  it.each([
    ...['张三', '王𬭎', '欧阳小明', '李秀英', '阿里·买买提', '张三（临时用电）', '张三2#', ' 刘洋 '],
    ...['九龙坡区李记五金店（个体工商户）', '王𬭎,个体', '居民用户0012'],
  ])('without a code named %s is taken for a person', name => {
    expect(byName(name)).toBe(true)
  })

  it.each([
    ...['某仓储有限公司', '宏达铸造', '长寿钢厂', '沙坪坝小学校', '红星市场', '某铸造厂', 'Hengtai Steel'],
    ...['演示·星火物资回收站', '重庆某合作社', '供电所', '', '9900000054'],
  ])('without a code named %s is taken for none', name => {
    expect(byName(name)).toBe(false)
  })
})

describe('what leaves the house of a person', () => {
  it('is the first letter of the name, however it is written', () => {
    expect([masked('张三'), masked('𬭎氏五金'), masked('')]).toEqual(['张＊', '𬭎＊', '＊'])
  })

  it('is too little of the 户号 to look it up', () => {
    expect([maskedId('5001234567'), maskedId('12345678')]).toEqual(['＊4567', '＊'])
  })

  it('is the street office or town of the address, else its district, else nothing', () => {
    expect([
      maskedAddress('重庆市永川区大安街道8号附2号'),
      maskedAddress('渝北区玉峰山镇香溪村3社'),
      maskedAddress('九龙坡区科园一路12号'),
      maskedAddress('科园一路12号'),
    ]).toEqual(['重庆市永川区大安街道＊', '渝北区玉峰山镇＊', '九龙坡区＊', ''])
  })
})
