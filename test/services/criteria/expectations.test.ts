import { describe, expect, it } from 'vitest'
import { Level } from '../../../schemas/case.ts'
import { Signature } from '../../../schemas/finding.ts'
import { expectationOf, expectationSentence } from '../../../services/criteria/index.ts'

const expectations = Signature.options.flatMap(signature =>
  Level.options.map(level => expectationOf(signature, level)),
)

describe('what a level may be expected to mean', () => {
  it('is measured of the suspects alone, and says so of the others', () => {
    const measured = new Set(expectations.flatMap(one => (one.precision === null ? [] : one.signature)))
    expect([...measured]).toEqual(['induction-furnace', 'crypto-mining'])
    expect(expectationOf('surge', 'red')).toMatchObject({ source: 'not measured', sourceZh: '未测定' })
  })

  it('is one sentence in each language, of that language alone', () => {
    const sentences = expectations.map(expectationSentence)
    expect(sentences.filter(({ zh }) => /[a-z]/i.test(zh))).toEqual([])
    expect(sentences.filter(({ en }) => /\p{Script=Han}/u.test(en))).toEqual([])
    expect(sentences[0]!.zh).toMatch(/仿真总体 \d+ 户，随机种子 \d+/)
    expect(sentences[0]!.en).toMatch(/simulated population: \d+ meters, seeds \d+/)
  })
})
