import { type Curve, columnOf, scaleCurve } from '../curve.ts'
import { pick, whole } from '../draw.ts'
import { drawWorks, ordinaryWorks } from '../hosts.ts'
import { recordedLoad, WORKS } from '../recorded.ts'
import { legal, type Scenario } from '../scenario.ts'
import { steady, steadyLoad } from '../steady.ts'
import { codedOrEveryday } from '../trades.ts'
import { worksLoad } from '../works.ts'
import type { Site } from '../world.ts'

const FACTORY_CODES = ['3311', '3484', '3670', '2929', '3399', '1721']

const changing = (
  name: string,
  weight: number,
  curve: (site: Site) => Curve,
  codes: readonly string[] = FACTORY_CODES,
): Scenario => ({
  name,
  family: 'changing',
  truth: 'legal',
  weight,
  build: site => legal(curve(site), codedOrEveryday(site.random, 0.5, codes)),
})

const times = ({ kw, kvar }: Curve, factor: Float64Array): Curve => ({
  kw: kw.map((value, i) => value * factor[i]!),
  kvar: kvar.map((value, i) => value * factor[i]!),
})

const spliced = (before: Curve, after: Curve, slot: number): Curve => ({
  kw: before.kw.map((value, i) => (i < slot ? value : after.kw[i]!)),
  kvar: before.kvar.map((value, i) => (i < slot ? value : after.kvar[i]!)),
})

const growth = (site: Site): Curve => {
  const { random, world } = site
  const start = random.between(0, world.days * 0.6)
  const long = random.between(2, 30)
  const more = random.between(0.3, 2.5)
  const factor = columnOf(
    site,
    ({ index }) => 1 + more * Math.min(1, Math.max(0, (index / 96 - start) / long)),
  )
  return times(ordinaryWorks(site, random.lognormal(120, 0.8)), factor)
}

const newShift = (site: Site): Curve => {
  const { random, world } = site
  const meanKw = random.lognormal(150, 0.7)
  const one = worksLoad(site, drawWorks(random, 'one-shift', meanKw))
  const more = worksLoad(
    site,
    drawWorks(
      random,
      pick(random, ['two-shift', 'three-shift', 'three-shift'] as const),
      meanKw * random.between(1.5, 2.5),
    ),
  )
  return spliced(one, more, 96 * whole(random, 8, world.days - 8))
}

const nightShift = (site: Site): Curve => {
  const { random, world } = site
  const meanKw = random.lognormal(150, 0.7)
  const days = drawWorks(random, 'one-shift', meanKw)
  const nights = {
    ...days,
    hours: days.hours.map((_, hour) => days.hours[(hour + 12) % 24]!),
    meanKw: meanKw * random.between(0.8, 2),
  }
  return spliced(worksLoad(site, days), worksLoad(site, nights), 96 * whole(random, 0, world.days - 8))
}

const stopsAndReturns = (site: Site): Curve => {
  const { random, world } = site
  const first = whole(random, 3, world.days - 20)
  const long = whole(random, 4, 25)
  const rest = random.between(0.02, 0.15)
  const factor = columnOf(site, ({ day }) => (day >= first && day < first + long ? rest : 1))
  return times(ordinaryWorks(site, random.lognormal(200, 0.8)), factor)
}

/** Two feeds take the load in turn: this meter is empty while the other carries it. */
const dualFeed = (site: Site): Curve => {
  const { random } = site
  let here = random.chance(0.5)
  let until = 0
  const factor = columnOf(site, ({ index }) => {
    if (index >= until) {
      here = !here
      until = index + Math.round(96 * random.lognormal(5, 0.9))
    }
    return here ? 1 : 0.01
  })
  return times(
    random.chance(0.5) ? ordinaryWorks(site, 250) : steadyLoad(site, steady(random, 250, {})),
    factor,
  )
}

/** A controller that sheds what would go over the agreed demand: a flat ceiling. */
const demandControl = (site: Site): Curve => {
  const { random } = site
  const curve = random.chance(0.5) ? recordedLoad(site, WORKS, 200) : ordinaryWorks(site, 200)
  const sorted = curve.kw.toSorted()
  const limit = sorted[Math.floor(sorted.length * random.between(0.6, 0.92))]!
  const factor = curve.kw.map(value => (value > limit ? (limit * random.between(0.97, 1)) / value : 1))
  return scaleCurve(times(curve, factor), random.lognormal(1, 0.7))
}

/** Boring and blasting, day and night, in cycles of hours. */
const tunnel = (site: Site): Curve => {
  const { random, world } = site
  const meanKw = random.lognormal(300, 0.6)
  const base = steadyLoad(
    site,
    steady(random, 1, { noise: random.between(0.05, 0.15), powerFactor: random.between(0.75, 0.88) }),
  )
  const factor = new Float64Array(world.days * 96)
  for (let at = 0; at < factor.length; ) {
    const round = Math.round(4 * random.lognormal(3, 0.4))
    const boring = Math.round(round * random.between(0.35, 0.65))
    factor.fill(meanKw * random.between(0.9, 1.2), at, at + boring)
    factor.fill(meanKw * random.between(0.35, 0.6), at + boring, at + round)
    at += round
  }
  return times(base, factor)
}

/** A mixer, a crusher or a press with cycles of its own, in a day shift. */
const cyclingPlant = (site: Site): Curve => {
  const { random } = site
  const ratedKw = random.lognormal(150, 0.7)
  const cycle = random.between(3, 10)
  const works = worksLoad(
    site,
    drawWorks(random, pick(random, ['one-shift', 'two-shift', 'three-shift'] as const), 1),
  )
  const duty = random.between(0.35, 0.75)
  let phase = 0
  const factor = columnOf(site, () => {
    phase += random.lognormal(1, 0.25) / cycle
    return ratedKw * (phase % 1 < duty ? 1 : random.between(0.2, 0.6))
  })
  return times(works, factor)
}

/** Loads whose way of working changes, or jumps. */
export const CHANGING_TRADES: readonly Scenario[] = [
  changing('growth', 22, growth),
  changing('new-shift', 20, newShift),
  changing('night-shift', 16, nightShift),
  changing('stop-and-return', 24, stopsAndReturns),
  changing('dual-feed', 14, dualFeed),
  changing('demand-control', 18, demandControl),
  changing('tunnel-works', 14, tunnel, ['4811', '4812', '4813']),
  changing('cycling-plant', 26, cyclingPlant),
]
