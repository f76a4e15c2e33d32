import { dayText, type EpochDay, parseDay } from '../../schemas/day.ts'
import type { Language } from '../../schemas/finding.ts'
import type { openEmbeddedReader } from '../adapters/index.ts'
import { energyOfCustomer, type TriedRule, tryRule } from '../billing/index.ts'
import { createCalendar } from '../calendar/index.ts'
import { loadTariffRules } from '../pricing/index.ts'
import { createRegistryView } from '../registry/index.ts'
import { jurisdictionsOn } from '../territory/index.ts'
import { CommandError } from './command-error.ts'
import { type PricedCustomer, priceSheet } from './price-sheet.ts'
import { type ReplayOptions, replayed } from './replay.ts'

export interface PriceOptions extends ReplayOptions {
  /** Ids with commas between, each with `:` and the step or the kWh/t it goes by where it goes by one */
  readonly rule: string
  /** Only the days of this year */
  readonly year?: number
  readonly lang: Language
}

/**
 * Prices a file of readings under several rules, side by side and with the arithmetic, a line a month as bills are made.
 * The rules are those that come with the program, applied as if a decision had put them in force. Throws CommandError.
 */
export const price = (options: PriceOptions, print: (line: string) => void): Promise<void> => {
  const tried = options.rule.split(',').map(triedRule)
  return replayed('price', options, async (reader, { intake, registryFaults }) => {
    const period = await periodOf(reader.db, options.year)
    if (intake.rejected > 0) throw new CommandError(rejectedSentence(intake))
    if (registryFaults > 0) {
      throw new CommandError(`${registryFaults} rows of the registry cannot be used: mend them first.`)
    }
    const customers = await priceCustomers(reader, tried, period)
    for (const line of priceSheet(customers, tried, options.lang)) print(line)
  })
}

/** Money is not reckoned of half a file without a word. */
const rejectedSentence = (intake: { readonly rejected: number; readonly byReason: object }): string =>
  `${intake.rejected} readings were rejected (${Object.entries(intake.byReason)
    .map(([reason, count]) => `${count} ${reason}`)
    .join(', ')}): mend or leave them out first.`

const triedRule = (text: string): TriedRule => {
  const [id = '', given] = text.trim().split(':')
  const rule = loadTariffRules().find(one => one.id === id)
  if (!rule) {
    const known = loadTariffRules().map(one => one.id)
    throw new CommandError(`There is no rule ${id}. There are: ${known.join(', ')}.`)
  }
  const goesBy = given === undefined ? null : Number(given)
  if (goesBy !== null && !(goesBy > 0)) {
    throw new CommandError(`"${text}" names no step and no kWh/t after its colon.`)
  }
  return { rule, goesBy }
}

interface Period {
  readonly from: EpochDay
  readonly to: EpochDay
}

/** The judged days, or those of them that lie in the year. */
const periodOf = async (
  db: ReturnType<typeof openEmbeddedReader>['db'],
  year: number | undefined,
): Promise<Period> => {
  const { first, last } = await db
    .selectFrom('feature')
    .select(({ fn }) => [fn.min('day').as('first'), fn.max('day').as('last')])
    .executeTakeFirstOrThrow()
  if (first === null || last === null) throw new CommandError('There are no readings to be priced.')
  const bounds = year === undefined ? [first, last] : [parseDay(`${year}-01-01`), parseDay(`${year}-12-31`)]
  const period = { from: Math.max(Number(first), bounds[0]!), to: Math.min(Number(last), bounds[1]!) }
  if (period.to < period.from) {
    throw new CommandError(
      `There are no readings of ${year}: they are of ${dayText(first)} to ${dayText(last)}.`,
    )
  }
  return period
}

const priceCustomers = async (
  { db, history }: ReturnType<typeof openEmbeddedReader>,
  tried: readonly TriedRule[],
  period: Period,
): Promise<PricedCustomer[]> => {
  const registry = createRegistryView(db)
  await registry.refresh()
  const deps = { db, history, registry, calendar: createCalendar() }
  const customers = new Map(registry.entries().map(({ meter }) => [meter.customerId, meter]))
  const priced: PricedCustomer[] = []
  for (const [customerId, { customerName, districtCode }] of [...customers].sort(([a], [b]) =>
    a < b ? -1 : 1,
  )) {
    const energies = await energyOfCustomer(deps, { customerId, ...period, source: 'auto' })
    const months = Map.groupBy(
      [...energies].map(([day, { energy }]) => ({ day, energy })),
      ({ day }) => dayText(day).slice(0, 7),
    )
    const places = (day: EpochDay) => jurisdictionsOn(districtCode, day).codes
    priced.push({
      ...{ customerId, customerName },
      months: [...months].map(([month, days]) => ({
        month,
        byRule: tried.map(one => tryRule(one, days, places)),
      })),
    })
  }
  return priced
}
