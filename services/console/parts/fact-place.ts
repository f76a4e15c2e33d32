import type { Charge } from '../api/client.ts'
import { type Span, spanOf } from './curve.ts'
import { dayPlus, dayStart } from './times.ts'

type Fact = Charge['evidence'][number]

/** What stands in the registry, beside the peers or in how much was read is no stretch of the curve. */
const NOWHERE = /licence|^peers-|^trade-|^(data|judged|register)-days$|^watched$|^inherited-by$/
const DATES = /\d{4}-\d{2}-\d{2}/g

/** Where a fact is to be seen in the curve: on the dates it tells of, else when the load last ran. null: nowhere. */
export const placeOf = ({ name, zh }: Fact, dates: Charge['dates']): Span | null => {
  if (NOWHERE.test(name)) return null
  const told = (zh.match(DATES) ?? []).toSorted()
  if (told.length > 0)
    return { from: dayStart(dayPlus(told[0]!, -1)), to: dayStart(dayPlus(told.at(-1)!, 2)) }
  const last = dates.at(-1)
  return last ? spanOf(last) : null
}
