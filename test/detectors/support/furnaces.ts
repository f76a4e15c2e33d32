import { type Curve, emptyCurve } from './curve.ts'
import type { Random } from './random.ts'

/** A furnace site: one supply of `kw`, single or feeding two crucibles, melting in a nightly window. */
export interface FurnaceSite {
  readonly days: number
  readonly kw: number
  readonly heatMinutes: number
  readonly gapMinutes: number
  readonly dual: boolean
  /** Diode rectifier: the power factor stays high at every power */
  readonly series: boolean
  readonly fromHour: number
  readonly hours: number
  readonly activeShare: number
}

/** A site as the trade builds them: 0.3 to 4 MW, heats of 45 to 110 minutes, two of five dual, mostly at night. */
export const drawFurnaceSite = (random: Random, days: number): FurnaceSite => ({
  days,
  kw: 300 * 13 ** random.between(0, 1),
  heatMinutes: random.between(45, 110),
  gapMinutes: random.between(8, 25),
  dual: random.chance(0.4),
  series: random.chance(0.4),
  fromHour: random.chance(0.5) ? 22 : 23,
  hours: random.between(7, 9),
  activeShare: random.between(0.6, 0.85),
})

/** Share of full power through a heat: charge, climb, plateau, one to three top-ups, full power. */
const heatShape = (progress: number, topUps: readonly number[]): number => {
  if (topUps.some(at => Math.abs(progress - at) < 0.025)) return 0.3
  if (progress < 0.1) return 0.22 + 2.3 * progress
  if (progress < 0.2) return 0.45 + 3 * (progress - 0.1)
  return progress < 0.42 ? 0.78 : 1
}

/** Power factor at the grid: a phase-angle rectifier lags at part load, a diode rectifier does not. */
const powerFactorAt = (share: number, series: boolean): number => {
  if (series) return 0.955
  if (share > 0.5) return 0.97
  return share > 0.2 ? 0.9 : 0.61
}

const nightOfHeats = (random: Random, site: FurnaceSite): number[] => {
  const minutes: number[] = []
  const length = site.hours * 60 + random.between(-20, 20)
  while (minutes.length < length - 0.6 * site.heatMinutes) {
    const heat = Math.round(site.heatMinutes * (1 + 0.08 * random.normal()))
    const topUps = [0.3, 0.45, 0.6]
      .filter(() => random.chance(0.6))
      .map(at => at + random.between(-0.05, 0.05))
    for (let i = 0; i < heat; i++) minutes.push(heatShape(i / heat, topUps))
    const gap = site.gapMinutes * Math.exp(0.35 * random.normal())
    for (let i = 0; i < gap; i++) minutes.push(random.between(0, 0.03))
  }
  return minutes
}

/** Two crucibles share the supply: what one leaves, down to the reserve, the other takes up. */
const shared = (single: readonly number[]): number[] =>
  single.map(share => Math.max(share, 0.84 + 0.1 * share))

/** The site's curve on 15-minute means of its minutes; stops come in bursts of days. */
export const furnaceCurve = (random: Random, site: FurnaceSite): Curve => {
  const curve = emptyCurve(site.days)
  const add = (minute: number, kw: number, powerFactor: number): void => {
    const slot = Math.floor(minute / 15)
    if (slot < 0 || slot >= curve.kw.length) return
    curve.kw[slot]! += kw / 15
    curve.kvar[slot]! += (kw * Math.tan(Math.acos(powerFactor))) / 15
  }
  let running = true
  for (let day = -1; day < site.days; day++) {
    if (random.chance(running ? (1 - site.activeShare) * 0.6 : 0.6 * site.activeShare)) running = !running
    if (!running) continue
    const start = (day * 24 + site.fromHour) * 60 + random.between(-20, 20)
    const night = nightOfHeats(random, site)
    const shares = site.dual ? shared(night) : night
    shares.forEach((share, i) => {
      add(
        Math.floor(start) + i,
        site.kw * share * (1 + 0.005 * random.normal()),
        powerFactorAt(share, site.series),
      )
    })
    for (let i = 0; i < 60; i++) add(Math.floor(start) + shares.length + i, 0.04 * site.kw, 0.82)
  }
  return curve
}
