import { dayText, parseDay } from '../../schemas/day.ts'
import type { ReleasedEntry } from '../../schemas/decision.ts'
import type { HandOverLine, WithheldLine } from '../../schemas/hand-over.ts'
import { type StandingEntry, standingEntries } from '../pricing/index.ts'
import type { Gathered } from './gather.ts'
import { markOf } from './mark.ts'
import { type Span, type Stretch, stretchesOf } from './rates.ts'

/** What is handed over, and what is not and why. */
export interface Composed {
  readonly lines: readonly HandOverLine[]
  readonly withheld: readonly WithheldLine[]
}

/**
 * The lines of a period: entries that hold, begin or end in it, and those told before that were amended since, whenever
 * they held. Days without an amount are withheld, with the reason. Sorted by customer, then by entry.
 */
export const compose = (gathered: Gathered, span: Span): Composed => {
  const lines: HandOverLine[] = []
  const withheld: WithheldLine[] = []
  for (const released of gathered.entries.values()) {
    const standing = standingEntries(released)
    for (const entry of standing) {
      const stretches = stretchesIn(entry, span, gathered)
      const line = lineOf(entry, released, stretches, span, gathered)
      if (line) lines.push(line)
      withheld.push(...stretches.flatMap(stretch => withheldOf(entry, stretch, gathered)))
    }
    lines.push(...replacedLines(released, standing, gathered))
  }
  return { lines: lines.sort(byCustomer), withheld: withheld.sort(byCustomer) }
}

const byCustomer = (
  a: Pick<HandOverLine, 'customerId' | 'entryId' | 'from'>,
  b: Pick<HandOverLine, 'customerId' | 'entryId' | 'from'>,
): number => compare(a.customerId, b.customerId) || compare(a.entryId, b.entryId) || compare(a.from, b.from)

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The days of the period on which an entry holds, with their amounts; none when it holds on no day of it. */
const stretchesIn = (entry: StandingEntry, span: Span, { ground }: Gathered): Stretch[] => {
  const from = Math.max(span.from, parseDay(entry.from))
  const to = entry.lastDay === null ? span.to : Math.min(span.to, parseDay(entry.lastDay))
  return from <= to ? stretchesOf(entry, { from, to }, ground) : []
}

const lineOf = (
  entry: StandingEntry,
  released: readonly ReleasedEntry[],
  stretches: readonly Stretch[],
  span: Span,
  { told, ground }: Gathered,
): HandOverLine | undefined => {
  const before = told.get(entry.id)
  const rates = stretches.flatMap(({ from, to, ...said }) =>
    said.gap === null ? [{ from: dayText(from), to: dayText(to), ...said.amount }] : [],
  )
  if (rates.length === 0 && (!before || stretches.length > 0)) return undefined
  const { id, lastDay, endedBy } = entry
  const place = ground.places.on(entry.customerId, lastDayIn(entry, span), entry.pointIds)
  const line = {
    entryId: id,
    customerName: place?.customerName ?? '',
    districtCode: place?.districtCode ?? '',
    ...askedBy(entry),
    to: lastDay,
    holds: lastDay === null || entry.from <= lastDay,
    rates,
    endedBy: endedBy === null ? null : endingOf(released, endedBy),
  }
  const mark = markOf(line, before)
  return rates.length > 0 || mark !== 'unchanged' ? { mark, ...line } : undefined
}

const lastDayIn = ({ lastDay }: StandingEntry, { to }: Span) =>
  lastDay === null ? to : Math.min(to, parseDay(lastDay))

const askedBy = ({
  customerId,
  industry,
  category,
  step,
  line,
  pointIds,
  from,
  document,
}: ReleasedEntry) => ({
  ...{ customerId, industry, category, step, line, pointIds, from, document },
})

const endingOf = (released: readonly ReleasedEntry[], id: string): HandOverLine['endedBy'] => {
  const { action, document } = released.find(one => one.id === id)!
  return action === 'apply' ? null : { entryId: id, action, document }
}

/** What was handed over and is replaced from its beginning: the billing is told once. */
const replacedLines = (
  released: readonly ReleasedEntry[],
  standing: readonly StandingEntry[],
  { told }: Gathered,
): HandOverLine[] => {
  const stands = new Set(standing.map(({ id }) => id))
  return released.flatMap(({ id, action }) => {
    const before = told.get(id)
    if (action === 'end' || stands.has(id) || !before?.holds) return []
    const by = released.find(one => one.action === 'correct' && one.entryId === id)!
    return [
      { ...before, mark: 'ended' as const, holds: false, rates: [], endedBy: endingOf(released, by.id) },
    ]
  })
}

const withheldOf = (entry: StandingEntry, stretch: Stretch, { told, ground }: Gathered): WithheldLine[] => {
  if (stretch.gap === null) return []
  const { customerId, category, id, document } = entry
  return [
    {
      ...{ entryId: id, customerId, category, documentNo: document.documentNo },
      customerName: ground.places.on(customerId, stretch.to)?.customerName ?? '',
      from: dayText(stretch.from),
      to: dayText(stretch.to),
      toldBefore: told.has(id),
      reason: stretch.gap,
      sentence: stretch.sentence,
    },
  ]
}
