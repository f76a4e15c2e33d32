import { describe, expect, it } from 'vitest'
import { amountOf } from '../../../services/cases/fact-amounts.ts'
import { everyFact } from '../../detectors/support/every-fact.ts'

describe('the amount of a fact', () => {
  const all = everyFact().map(({ fact }) => amountOf(fact))

  it('is in Chinese a number with a sign of a unit, or has Chinese words', () => {
    const others = all.filter(({ zh }) => !/^-?[\d.]+( (%|kW|kWh|kWh\/kVA))?$|\p{Script=Han}/u.test(zh))
    expect([...new Set(others.map(({ zh }) => zh))]).toEqual([])
  })

  it('is in English without Chinese words', () => {
    expect(all.filter(({ en }) => /\p{Script=Han}/u.test(en))).toEqual([])
  })

  it.each([
    [{ value: 6, unit: 'days' }, '6 天', '6 days'],
    [{ value: 4.5, unit: 'heats/day' }, '4.5 炉/日', '4.5 heats/day'],
    [{ value: 0.956, unit: '' }, '0.956', '0.956'],
    [{ value: 'no', unit: '' }, '无', 'no'],
    [{ value: 'red-card', unit: '' }, '红牌', 'red card'],
    [{ value: 'an answer of later', unit: 'MW' }, 'an answer of later MW', 'an answer of later MW'],
  ])('of %o is %s', (fact, zh, en) => {
    expect(amountOf(fact)).toEqual({ zh, en })
  })
})
