import { addCurves, colder, columnOf, warmer, withPowerFactor } from '../curve.ts'
import { clamp, whole } from '../draw.ts'
import { ordinaryWorks } from '../hosts.ts'
import { legal, type Scenario } from '../scenario.ts'
import { codedOrEveryday } from '../trades.ts'

const heating: Scenario = {
  name: 'winter-heating',
  family: 'seasonal',
  truth: 'legal',
  weight: 22,
  build: site => {
    const { random } = site
    const ratedKw = random.lognormal(120, 0.7)
    const perK = random.between(0.03, 0.12)
    const nights = random.between(0.3, 1.1)
    const kw = columnOf(site, ({ hour, temperatureC }) => {
      const level = clamp(perK * colder(temperatureC, 16) * (hour < 6 || hour >= 22 ? nights : 1), 0, 1)
      return ratedKw * level * random.normal(1, 0.04)
    })
    const heat = withPowerFactor(kw, { low: 0.99, high: 0.99 }, random)
    return legal(
      addCurves(heat, ordinaryWorks(site, ratedKw * random.between(0.05, 0.8))),
      codedOrEveryday(random, 0.8, ['4430', '8334']),
    )
  },
}

const aquaculture: Scenario = {
  name: 'aquaculture',
  family: 'seasonal',
  truth: 'legal',
  weight: 18,
  build: site => {
    const { random } = site
    const aerators = whole(random, 3, 20)
    const eachKw = random.between(0.75, 5.5)
    const nightMore = random.between(0.1, 0.5)
    const always = random.between(0.2, 0.7)
    const kw = columnOf(site, ({ hour, temperatureC }) => {
      const night = hour < 7 || hour >= 22 ? nightMore : 0
      const share = clamp(always + night + 0.02 * warmer(temperatureC, 20) + random.normal(0, 0.03), 0.05, 1)
      return Math.round(share * aerators) * eachKw * random.normal(1, 0.015)
    })
    const pf = random.between(0.74, 0.86)
    return legal(
      withPowerFactor(kw, { low: pf, high: pf }, random),
      codedOrEveryday(random, 0.3, ['0411', '0412', '0421']),
    )
  },
}

/** Barns that run for days around the clock, batch after batch, in a season of weeks. */
const drying: Scenario = {
  name: 'drying',
  family: 'seasonal',
  truth: 'legal',
  weight: 20,
  build: site => {
    const { random, world } = site
    const ratedKw = random.lognormal(60, 0.8)
    const kw = new Float64Array(world.days * 96).fill(ratedKw * 0.01)
    const first = whole(random, 0, Math.max(0, world.days - 30))
    const season = whole(random, 15, 45)
    for (let at = first * 96; at < Math.min(kw.length, (first + season) * 96); ) {
      const batch = Math.round(96 * random.between(2, 7))
      const level = random.between(0.6, 1)
      for (let i = 0; i < batch && at + i < kw.length; i++) {
        const stage = 0.75 + 0.25 * Math.sin((Math.PI * i) / batch)
        kw[at + i] = ratedKw * level * stage * random.normal(1, 0.02)
      }
      at += batch + Math.round(96 * random.between(0.3, 1.5))
    }
    const pf = random.between(0.8, 0.96)
    return legal(
      withPowerFactor(kw, { low: pf, high: pf }, random),
      codedOrEveryday(random, 0.4, ['0514', '0515', '1610', '1310', '0111']),
    )
  },
}

/** Loads of a season. */
export const SEASONAL_TRADES: readonly Scenario[] = [heating, aquaculture, drying]
