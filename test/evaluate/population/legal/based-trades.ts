import { addCurves, type Curve, columnOf } from '../curve.ts'
import { whole } from '../draw.ts'
import { anyHost, ordinaryWorks } from '../hosts.ts'
import { legal, type Scenario } from '../scenario.ts'
import { type Steady, steady, steadyLoad } from '../steady.ts'
import { codedOrEveryday } from '../trades.ts'
import type { Site } from '../world.ts'

/** Ventilation, compressed air, freezers or servers that an ordinary enterprise never switches off. */
const baseOf = ({ random }: Site, meanKw: number): Steady =>
  steady(random, meanKw, {
    noise: random.between(0.006, 0.05),
    daily: random.between(0.001, 0.1),
    weekendDip: random.chance(0.5) ? random.between(0, 0.25) : 0,
    holidayDip: random.chance(0.6) ? random.between(0, 0.7) : 0,
    perKelvin: random.between(0, 0.02),
    drift: random.between(0.004, 0.05),
    changesPerDay: random.chance(0.45) ? random.between(0.1, 3) : 0,
    change: random.between(0.03, 0.2),
    powerFactor: random.between(0.72, 0.99),
  })

const withBase = (site: Site): Curve => {
  const hostKw = site.random.lognormal(90, 0.8)
  return addCurves(
    anyHost(site, hostKw),
    steadyLoad(site, baseOf(site, hostKw * site.random.between(0.25, 2.5))),
  )
}

/** The same, put up within the period: a new line, a new cold room. */
const withNewBase = (site: Site): Curve => {
  const hostKw = site.random.lognormal(90, 0.8)
  const start = whole(site.random, 6, site.world.days - 10)
  const base = steadyLoad(site, baseOf(site, hostKw * site.random.between(0.3, 2)))
  const there = columnOf(site, ({ day }) => (day >= start ? 1 : 0))
  const added = {
    kw: base.kw.map((kw, i) => kw * there[i]!),
    kvar: base.kvar.map((kvar, i) => kvar * there[i]!),
  }
  return addCurves(ordinaryWorks(site, hostKw), added)
}

const based = (name: string, weight: number, curve: (site: Site) => Curve): Scenario => ({
  name,
  family: 'ordinary-with-base',
  truth: 'legal',
  weight,
  build: site => legal(curve(site), codedOrEveryday(site.random, 0.9, ['1353', '7010', '3841'])),
})

/** Ordinary loads over a floor that never goes off. */
export const BASED_TRADES: readonly Scenario[] = [
  based('ordinary-with-base', 70, withBase),
  based('ordinary-with-new-base', 24, withNewBase),
]
