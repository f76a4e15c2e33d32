import type { HandOverLine, HandOverMark, HandOverRate } from '../../schemas/hand-over.ts'

type Unmarked = Omit<HandOverLine, 'mark'>

/** What became of an entry since it was handed over last. */
export const markOf = (now: Unmarked, before: HandOverLine | undefined): HandOverMark => {
  if (!before) return 'new'
  if (now.endedBy && !same(now.endedBy, before.endedBy)) return 'ended'
  return isUnchanged(now, before) ? 'unchanged' : 'changed'
}

const isUnchanged = (now: Unmarked, before: HandOverLine): boolean =>
  same(askedBy(now), askedBy(before)) && ratesAlike(before.rates, now.rates)

/** What the billing goes by, but for the amounts. */
const askedBy = ({ customerId, pointIds, from, to, holds, document, endedBy, ...line }: Unmarked) => [
  ...[customerId, pointIds, from, to, holds, document, endedBy],
  ...[line.industry, line.category, line.step, line.line],
]

/** Whether amounts of a period say of their days what was said before: of these days, or of the last before them. */
const ratesAlike = (before: readonly HandOverRate[], now: readonly HandOverRate[]): boolean =>
  now.every(rate => {
    const told = before.filter(({ from, to }) => from <= rate.to && rate.from <= to)
    const last = told.length > 0 ? told : before.filter(({ to }) => to < rate.from).slice(-1)
    return last.every(one => one.yuanPerKwh === rate.yuanPerKwh && same(one.rule, rate.rule))
  })

/** Both were put together by the same lines of this program, so their keys stand in the same order. */
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
