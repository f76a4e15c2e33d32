import { describe, expect, test } from 'vitest'
import { detectors } from '../../detectors/index.ts'
import { OPENING } from './support/highest.ts'
import { highestScore, LOOK_ALIKES, type LookAlike } from './support/lookalike-catalogue.ts'

const SEEDS = [501, 502, 503, 504]
const SIGNATURES = detectors.map(({ signature }) => signature)

describe.each(LOOK_ALIKES.map(one => [one.name, one] as const))('%s', (_name, one) => {
  test.each(SIGNATURES)('is no %s', signature => {
    const { score, seed, variant } = highestScore(one, signature, SEEDS)
    expect(score, `seed ${seed}, ${variant}`).toBeLessThan(OPENING)
  })
})

const named = (name: string): LookAlike => LOOK_ALIKES.find(one => one.name === name)!

/** What only the registry tells is taken for a suspect where the registry says nothing: the limit of the curve. */
describe('without its registry', () => {
  test.each([
    ['foundry', 'induction-furnace'],
    ['licensed resumption', 'induction-furnace'],
  ] as const)('a %s is taken for %s', (name, signature) => {
    expect(highestScore(named(name), signature, SEEDS, true).score).toBeGreaterThanOrEqual(OPENING)
  })
})

test('a casting licence does not cover an induction furnace', () => {
  const casting = {
    ...named('foundry'),
    facts: { industryCode: '3391', licensedProcesses: ['sand-casting'] },
  }
  const { score } = highestScore(casting as LookAlike, 'induction-furnace', SEEDS)
  expect(score).toBeGreaterThanOrEqual(OPENING)
})
