import { describe, expect, it } from 'vitest'
import { Meter } from '../../schemas/meter.ts'
import { createRandom } from '../../services/simulator/random.ts'
import { type Member, makePopulation } from './population/population.ts'
import { drawRoster, SCENARIOS } from './population/roster.ts'
import type { Site } from './population/world.ts'
import { makeWorld, SLOTS } from './population/world.ts'

const small = makePopulation({ seed: 3, meters: 80, days: 20 })

const bytes = ({ kw, kvar }: Member) =>
  [kw, kvar].map(column => column && Buffer.from(column.buffer).toString('base64'))

const siteOf = (seed: number, days = 40): Site => {
  const world = makeWorld(seed, days)
  return { world, district: world.districts[0]!, random: createRandom(seed).fork('site') }
}

const kwhOf = (kw: Float64Array, from = 0, to = kw.length): number =>
  kw.subarray(from, to).reduce((sum, value) => sum + value / 4, 0)

const suspects = SCENARIOS.filter(({ truth }) => truth !== 'legal')

describe('a population', () => {
  it('is the same for the same seed, to the last reading, and another for another', () => {
    const again = makePopulation({ seed: 3, meters: 80, days: 20 })
    expect(again.world).toEqual(small.world)
    again.members.forEach((member, i) => {
      const { kw: _, kvar: __, ...told } = member
      expect(told).toEqual({ ...small.members[i], kw: undefined, kvar: undefined })
      expect(bytes(member)).toEqual(bytes(small.members[i]!))
    })
    const other = makePopulation({ seed: 4, meters: 80, days: 20 })
    const same = other.members.filter((member, i) => bytes(member)[0] === bytes(small.members[i]!)[0])
    expect(same).toEqual([])
  })

  it('holds 2.8 % of each suspect, in no order, and every kind of consumer in the long run', () => {
    const roster = drawRoster(createRandom(1), 1_500)
    expect(roster.filter(({ truth }) => truth === 'induction-furnace')).toHaveLength(42)
    expect(roster.filter(({ truth }) => truth === 'crypto-mining')).toHaveLength(42)
    expect(roster.slice(0, 84).every(({ truth }) => truth === 'legal')).toBe(false)
    const names = [1, 2, 3].flatMap(seed => drawRoster(createRandom(seed), 1_500).map(({ name }) => name))
    expect(SCENARIOS.filter(({ name }) => !names.includes(name)).map(({ name }) => name)).toEqual([])
  })

  it('gives registry entries that the product accepts, and readings of the whole period', () => {
    for (const { meter, kw, kvar } of small.members) {
      expect(Meter.safeParse(meter).success).toBe(true)
      expect(kw).toHaveLength(20 * SLOTS)
      if (kvar) expect(kvar).toHaveLength(20 * SLOTS)
    }
    expect(new Set(small.members.map(({ meter }) => meter.meterId)).size).toBe(80)
  })

  it('spoils a third of the meters and leaves the others whole', () => {
    const dirty = small.members.filter(({ dirt }) => dirt.length > 0)
    expect(dirty.length / 80).toBeGreaterThan(0.2)
    expect(dirty.length / 80).toBeLessThan(0.47)
    const whole = small.members.filter(({ dirt }) => dirt.length === 0)
    expect(whole.some(({ kw }) => kw.some(Number.isNaN))).toBe(false)
    const clean = makePopulation({ seed: 3, meters: 80, days: 20, dirty: false })
    expect(clean.members.some(({ dirt }) => dirt.length > 0)).toBe(false)
    const changed = clean.members.filter((member, i) => bytes(member)[0] !== bytes(small.members[i]!)[0])
    for (const { meter } of changed) expect(dirty.map(each => each.meter.meterId)).toContain(meter.meterId)
    expect(changed.length).toBeGreaterThan(dirty.length * 0.7)
  })

  it('needs twenty days', () => {
    expect(() => makePopulation({ seed: 1, days: 19 })).toThrow('at least 20 days')
  })
})

describe('labels', () => {
  it.each(suspects)(
    'of $name are honest: its energy is there from the onset on, and not before',
    ({ build }) => {
      for (let seed = 1; seed <= 3; seed++) {
        const { curve, onsetDay, suspectKwh } = build(siteOf(seed))
        expect(onsetDay).toBeGreaterThanOrEqual(0)
        expect(onsetDay).toBeLessThan(40)
        expect(suspectKwh).toBeGreaterThan(0)
        expect(suspectKwh).toBeLessThanOrEqual(kwhOf(curve.kw) * (1 + 1e-9))
        expect(kwhOf(curve.kw, onsetDay! * SLOTS)).toBeGreaterThanOrEqual(suspectKwh * (1 - 1e-9))
      }
    },
  )

  it('give a licence for melting to no suspect, and for servers to no mine', () => {
    for (const { build } of suspects)
      for (let seed = 1; seed <= 4; seed++)
        expect(build(siteOf(seed, 24)).licences).not.toEqual(
          expect.arrayContaining([expect.stringMatching(/^(induction-melting|isp)$/)]),
        )
  })

  it('give every licensed foundry its licence', () => {
    for (const { build } of SCENARIOS.filter(({ family }) => family === 'licensed-foundry'))
      expect(build(siteOf(2, 24)).licences).toContain('induction-melting')
  })
})

describe('the world', () => {
  it('has the seasons by seed: Spring Festival in every second and fourth, and weather that fits', () => {
    expect([1, 2, 3, 4, 5, 7, 12].map(seed => makeWorld(seed, 70).spansSpringFestival)).toEqual([
      false,
      true,
      false,
      true,
      false,
      true,
      true,
    ])
    const mean = (seed: number) => {
      const { temperature } = makeWorld(seed, 70).districts[0]!
      return temperature.reduce((a, b) => a + b, 0) / temperature.length
    }
    expect(mean(5)).toBeGreaterThan(24)
    expect(mean(2)).toBeLessThan(14)
  })
})
