import type { PriceFault } from '../../../schemas/price-change.ts'
import type { Placed } from './series.ts'

/** How many others a fault names at most; of the rest none is even counted, for they may be thousands. */
const NAMED = 5

/** A fault for each proposed rule that holds on a day on which another one of its series holds. */
export const overlaps = (series: readonly (readonly Placed[])[]): PriceFault[] => {
  const met = new Map<number, Set<Placed>>()
  for (const rules of series) {
    for (const [earlier, later] of meetings(rules)) {
      const [owner, other] = later.row === null ? [earlier, later] : [later, earlier]
      if (owner.row === null) continue
      const others = met.get(owner.row) ?? new Set()
      if (others.size <= NAMED) met.set(owner.row, others.add(other))
    }
  }
  return [...met].map(([row, others]) => ({
    row,
    column: 'effectiveFrom',
    reason: `It holds on the same days as ${namesOf(others)}: end the one before the other begins.`,
  }))
}

/** Of rules in the order of their first days those that hold on a common day, the earlier of two first. */
function* meetings(rules: readonly Placed[]): Generator<readonly [Placed, Placed]> {
  for (const [i, earlier] of rules.entries()) {
    for (let j = i + 1; j < rules.length && rules[j]!.from <= earlier.to; j++) yield [earlier, rules[j]!]
  }
}

const namesOf = (others: ReadonlySet<Placed>): string => {
  const names = [...others]
    .slice(0, NAMED)
    .map(({ rule, row }) => (row === null ? `${rule.id}, which is released` : `${rule.id} in row ${row}`))
  return others.size > NAMED ? `${names.join('; ')}; and others` : names.join('; ')
}
