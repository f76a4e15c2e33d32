import { describe, expect, it } from 'vitest'
import { detectors } from '../../detectors/index.ts'
import { everyFact } from './support/every-fact.ts'

const UNITS = new Set(['kWh', 'kVA', 'kvar', 'min'])
const HAN = /\p{Script=Han}/u

/** Latin words that are no units. */
const wordsIn = (text: string): string[] =>
  (text.match(/[A-Za-z]{3,}/g) ?? []).filter(word => !UNITS.has(word))

const told = everyFact().map(({ signature, fact }) => ({ signature, ...fact }))
const worded = told.filter(({ normal = '' }) => wordsIn(normal).length > 0)

describe('what is usual, said of a fact', () => {
  it('is seen of every detector, and of as many facts as there were', () => {
    expect(new Set(worded.map(({ signature }) => signature)).size).toBe(detectors.length)
    expect(new Set(worded.map(({ signature, name }) => `${signature} ${name}`)).size).toBeGreaterThanOrEqual(
      63,
    )
  })

  it('has Chinese words where it has English ones', () => {
    const without = worded.filter(({ normalZh = '' }) => !HAN.test(normalZh))
    expect(without.map(({ signature, name, normal }) => `${signature} ${name}: ${normal}`)).toEqual([])
  })

  it('has no English word among the Chinese ones', () => {
    const mixed = told.filter(({ normalZh = '', zh }) => wordsIn(normalZh).length + wordsIn(zh).length > 0)
    expect(
      mixed.map(({ signature, name, normalZh, zh }) => `${signature} ${name}: ${normalZh} ${zh}`),
    ).toEqual([])
  })

  it('has the same numbers in both languages', () => {
    const numbersIn = (text: string) =>
      text
        .replaceAll(',', '')
        .match(/\d+(?:\.\d+)?/g)
        ?.sort()
    const apart = told.filter(
      ({ normal, normalZh }) =>
        normal && normalZh && String(numbersIn(normal)) !== String(numbersIn(normalZh)),
    )
    expect(
      apart.map(({ signature, name, normal, normalZh }) => `${signature} ${name}: ${normal} ${normalZh}`),
    ).toEqual([])
  })
})
