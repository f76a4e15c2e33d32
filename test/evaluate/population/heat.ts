import type { Random } from '../../../services/simulator/random.ts'
import { whole } from './draw.ts'

/** How heats of one furnace look; shares are of the rated power. */
export interface HeatStyle {
  /** Share of the heat until full power is reached */
  readonly climb: number
  /** Power of the cold charge, and of the plateau half way up */
  readonly coldLevel: number
  readonly plateau: number
  readonly topUpsMost: number
  readonly topUpDepth: number
  /** Deviation of the flat top within a heat, and from heat to heat */
  readonly topNoise: number
  readonly topSpread: number
  /** Minutes of holding at low power before the metal is poured; 0: none */
  readonly holdMinutes: number
  readonly holdLevel: number
  /** What the second crucible keeps taking while the first is low; 0 for a single one */
  readonly floor: number
}

/**
 * A measured heat climbs for half of its time, dips where metal is added and stands flat within 2 % from then on
 * (median of 352 heats of a 450 kW furnace, public repository pawakrai/smart-factory-ds); other supplies climb
 * faster, the constant-power ones in minutes.
 */
export const drawHeatStyle = (random: Random, dual: boolean): HeatStyle => ({
  climb: random.chance(0.35) ? random.between(0.04, 0.2) : random.between(0.2, 0.52),
  coldLevel: random.between(0.1, 0.6),
  plateau: random.between(0.62, 0.9),
  topUpsMost: whole(random, 1, 4),
  topUpDepth: random.between(0.1, 0.75),
  topNoise: random.between(0.003, 0.015),
  topSpread: random.between(0.003, 0.025),
  holdMinutes: random.chance(0.4) ? random.between(3, 15) : 0,
  holdLevel: random.between(0.1, 0.5),
  floor: dual ? random.between(0.74, 0.93) : 0,
})

const climbLevel = ({ climb, coldLevel, plateau }: HeatStyle, at: number): number => {
  const part = at / climb
  if (part >= 1) return 1
  if (part < 0.4) return coldLevel + ((plateau - coldLevel) * part) / 0.4
  if (part < 0.75) return plateau
  return plateau + ((1 - plateau) * (part - 0.75)) / 0.25
}

const topUp = (levels: Float64Array, style: HeatStyle, random: Random): void => {
  for (let i = whole(random, 0, style.topUpsMost); i > 0; i--) {
    const start = Math.floor(levels.length * random.between(0.15, 0.65))
    const minutes = whole(random, 2, 8)
    const depth = style.topUpDepth * random.between(0.6, 1.2)
    for (let m = start; m < Math.min(levels.length, start + minutes); m++)
      levels[m]! *= Math.max(0.05, 1 - depth)
  }
}

/** One heat of about `minutes`, minute by minute, as shares of the rated power. */
export const heatLevels = (style: HeatStyle, minutes: number, random: Random): Float64Array => {
  const levels = Float64Array.from({ length: Math.max(8, Math.round(minutes)) }, (_, i) =>
    climbLevel(style, (i + 0.5) / minutes),
  )
  topUp(levels, style, random)
  const top = random.normal(1 - style.topSpread, style.topSpread)
  const hold = levels.length - style.holdMinutes
  return levels.map((level, i) => {
    const held = i >= hold ? style.holdLevel : level
    return Math.min(1.04, Math.max(held, style.floor) * random.normal(top, style.topNoise))
  })
}
