import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CreditCode, isCreditCode } from '../../schemas/credit-code.ts'

/** Of public registers: Huawei, Tencent, Alibaba, and codes that GB 32100-2015 is explained by. */
const REAL = ['914403001922038216', '9144030071526726XG', '91330100799655058B']

describe('统一社会信用代码', () => {
  it.each(REAL)('%s is one', code => {
    expect(isCreditCode(code)).toBe(true)
  })

  it('is none with another letter anywhere', () => {
    const letters = [...'0123456789ABCDEFGHJKLMNPQRTUWXY']
    fc.assert(
      fc.property(
        fc.constantFrom(...REAL),
        fc.nat(17),
        fc.constantFrom(...letters),
        (code, place, letter) => {
          fc.pre(code[place] !== letter)
          expect(isCreditCode(code.slice(0, place) + letter + code.slice(place + 1))).toBe(false)
        },
      ),
    )
  })

  it.each(['91440300192203821', '9144030019220382160', '91440300192203821I', '９14403001922038216', ' '])(
    '"%s" is none',
    code => {
      expect(CreditCode.safeParse(code).success).toBe(false)
    },
  )

  it('may be empty', () => {
    expect(CreditCode.parse('')).toBe('')
  })
})
