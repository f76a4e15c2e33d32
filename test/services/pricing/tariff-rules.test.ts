import { describe, expect, it } from 'vitest'
import { loadTariffRules, sayVerification } from '../../../services/pricing/index.ts'

const rules = loadTariffRules()
const rule = (id: string) => rules.find(one => one.id === id)

describe('tariff rules', () => {
  it('are read once and have each its own id', () => {
    expect(loadTariffRules()).toBe(rules)
    expect(new Set(rules.map(one => one.id)).size).toBe(rules.length)
    expect(rules.length).toBeGreaterThanOrEqual(25)
  })

  it('never decide by an amount that was not seen', () => {
    expect(rules.filter(one => one.sourceStatus === 'original')).toEqual([])
    expect(rule('CN-STEEL-ELIM-2017')).toMatchObject({
      formula: { yuanPerKwh: '0.50' },
      sourceStatus: 'secondary',
    })
    expect(rule('CN-MINING-2021')).toMatchObject({ formula: { yuanPerKwh: '0.30' }, sourceStatus: 'memory' })
    for (const id of [
      'CN-DP-CEMENT-ELIM-2010',
      'CN-DP6-REST-2010',
      'CN-CEMENT-TIER-2016-PRE',
      'CN-PUNITIVE-2010-GE2X',
    ]) {
      expect(rule(id)?.sourceStatus, id).toBe('memory')
    }
  })

  it('say of a rule that was not found nothing but that', () => {
    for (const one of rules.filter(({ sourceStatus }) => sourceStatus === 'not-found')) {
      expect(one).toMatchObject({ formula: null, enabled: false, documentNo: null })
    }
  })

  it('of one industry and category have no two national rules in force on a day', () => {
    const clashes = rules.flatMap(a =>
      rules.filter(b => a.id < b.id && isSameGround(a, b) && isOverlapping(a, b)).map(b => `${a.id} ${b.id}`),
    )
    expect(clashes).toEqual([])
  })

  it('say in Chinese alone, and in English, what was seen where', () => {
    const words = rules.map(({ verification }) => sayVerification(verification))
    expect(words.filter(({ zh }) => !/\p{Script=Han}/u.test(zh) || /[a-z]{3}/i.test(zh))).toEqual([])
    expect(words.filter(({ en }) => !/[a-z]{3}/i.test(en))).toEqual([])
  })

  it('name where each amount comes from', () => {
    for (const one of rules) expect(one.source.length * one.verification.length, one.id).toBeGreaterThan(0)
  })
})

type Rule = (typeof rules)[number]
// Two step rules for cement stand side by side: which one holds depends on when a kiln was commissioned.
const isSameGround = (a: Rule, b: Rule): boolean =>
  a.jurisdiction === 'CN' &&
  b.jurisdiction === 'CN' &&
  a.category === b.category &&
  a.formula?.kind === 'flat' &&
  b.formula?.kind === 'flat' &&
  a.industries.some(industry => b.industries.includes(industry))
const isOverlapping = (a: Rule, b: Rule): boolean =>
  (a.effectiveFrom ?? '') <= (b.effectiveTo ?? '9999') && (b.effectiveFrom ?? '') <= (a.effectiveTo ?? '9999')
