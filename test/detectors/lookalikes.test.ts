import { describe, expect, test } from 'vitest'
import { detectors } from '../../detectors/index.ts'
import { OPENING } from './support/highest.ts'
import { highestScore, LOOK_ALIKES } from './support/lookalike-catalogue.ts'

const SEEDS = [501, 502, 503, 504]
const SIGNATURES = detectors.map(({ signature }) => signature)

describe.each(LOOK_ALIKES.map(one => [one.name, one] as const))('%s', (_name, one) => {
  test.each(SIGNATURES)('is no %s', signature => {
    const { score, seed, variant } = highestScore(one, signature, SEEDS)
    expect(score, `seed ${seed}, ${variant}`).toBeLessThan(OPENING)
  })
})

/** What only the registry tells is taken for a suspect where the registry says nothing: the limit of the curve. */
test.each(LOOK_ALIKES.filter(({ onlyRegistry }) => onlyRegistry).map(one => [one.name, one] as const))(
  'a %s without its registry is taken for a suspect',
  (_name, one) => {
    const scores = SIGNATURES.map(signature => highestScore(one, signature, SEEDS, true).score)
    expect(Math.max(...scores)).toBeGreaterThanOrEqual(OPENING)
  },
)

test('a casting licence does not cover an induction furnace', () => {
  const foundry = LOOK_ALIKES.find(({ name }) => name === 'foundry')!
  const facts = { industryCode: '3391', licensedProcesses: ['sand-casting' as const] }
  const { score } = highestScore({ ...foundry, facts }, 'induction-furnace', SEEDS)
  expect(score).toBeGreaterThanOrEqual(OPENING)
})
