import { dayText } from '../../../schemas/day.ts'
import type { PriceFault } from '../../../schemas/price-change.ts'
import type { Placed } from './series.ts'

/** Days of a series between rules that end and rules that begin, unless one of these says why. */
interface Gap {
  readonly ending: readonly Placed[]
  readonly beginning: readonly Placed[]
}

/**
 * A fault for each proposed rule that begins later than on the day after its predecessors ended, or ends before its
 * successors begin; and for the whole where released rules are left apart that were not `before`.
 */
export const gaps = (
  series: readonly (readonly Placed[])[],
  before: readonly (readonly Placed[])[],
): PriceFault[] => {
  const known = new Set(gapsOf(before).flatMap(pairsOf))
  const faults = gapsOf(series).flatMap(gap => faultsOf(gap, known))
  return [...new Map(faults.map(one => [JSON.stringify(one), one])).values()]
}

const gapsOf = (series: readonly (readonly Placed[])[]): Gap[] => series.flatMap(rules => [...gapsIn(rules)])

function* gapsIn(rules: readonly Placed[]): Generator<Gap> {
  let end = Number.NEGATIVE_INFINITY
  for (const { from, to } of rules) {
    if (end !== Number.NEGATIVE_INFINITY && from > end + 1) {
      const beginning = rules.filter(one => one.from === from)
      const last = end
      if (beginning.every(({ rule }) => rule.gapReason.trim() === '')) {
        yield { ending: rules.filter(one => one.to === last), beginning }
      }
    }
    end = Math.max(end, to)
  }
}

const pairsOf = ({ ending, beginning }: Gap): string[] =>
  ending.flatMap(a => beginning.map(b => `${a.rule.id}\n${b.rule.id}`))

const faultsOf = (gap: Gap, known: ReadonlySet<string>): PriceFault[] => {
  const { ending, beginning } = gap
  const [last, first] = [dayText(ending[0]!.to), dayText(beginning[0]!.from)]
  const [ender, beginner] = [ending[0]!.rule.id, beginning[0]!.rule.id]
  const begun = rowsOf(beginning).map(row => ({
    row,
    column: 'effectiveFrom',
    reason: `It begins on ${first}, while ${ender} before it ends on ${last}: close the gap, or say in gapReason why there is one.`,
  }))
  if (begun.length > 0) return begun
  const ended = rowsOf(ending).map(row => ({
    row,
    column: 'effectiveTo',
    reason: `It ends on ${last}, while ${beginner} after it begins on ${first}: close the gap, or put up ${beginner} too with a gapReason.`,
  }))
  if (ended.length > 0) return ended
  if (pairsOf(gap).every(pair => known.has(pair))) return []
  const reason = `Nothing would hold any more between ${ender}, up to ${last}, and ${beginner}, from ${first} on: close the gap, or put up ${beginner} with a gapReason.`
  return [{ row: 0, column: '', reason }]
}

const rowsOf = (placed: readonly Placed[]): number[] => placed.flatMap(({ row }) => row ?? [])
