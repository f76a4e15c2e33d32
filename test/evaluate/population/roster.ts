import type { Random } from '../../../services/simulator/random.ts'
import { pickWeighted, shuffled } from './draw.ts'
import { BASED_TRADES } from './legal/based-trades.ts'
import { CHANGING_TRADES } from './legal/changing-trades.ts'
import { MELTING_TRADES } from './legal/melting-trades.ts'
import { NIGHT_TRADES } from './legal/night-trades.ts'
import { ORDINARY } from './legal/ordinary.ts'
import { SEASONAL_TRADES } from './legal/seasonal-trades.ts'
import { STEADY_TRADES } from './legal/steady-trades.ts'
import type { Scenario, Truth } from './scenario.ts'
import { SUSPECTS } from './suspects.ts'

const SUSPECT_SHARE = 0.028

/** All kinds of consumers there are. */
export const SCENARIOS: readonly Scenario[] = [
  ...ORDINARY,
  ...STEADY_TRADES,
  ...BASED_TRADES,
  ...MELTING_TRADES,
  ...NIGHT_TRADES,
  ...SEASONAL_TRADES,
  ...CHANGING_TRADES,
  ...SUSPECTS,
]

const drawn = (random: Random, truth: Truth, count: number): Scenario[] => {
  const options = SCENARIOS.filter(scenario => scenario.truth === truth)
  return Array.from({ length: count }, () => pickWeighted(random, options))
}

/** Who stands at which meter: 2.8 % furnaces, 2.8 % mines, at least one of each. */
export const drawRoster = (random: Random, meters: number): Scenario[] => {
  const suspects = Math.max(1, Math.round(meters * SUSPECT_SHARE))
  return shuffled(random, [
    ...drawn(random, 'induction-furnace', suspects),
    ...drawn(random, 'crypto-mining', suspects),
    ...drawn(random, 'legal', meters - 2 * suspects),
  ])
}
