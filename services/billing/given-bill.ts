import Big from 'big.js'
import type { Cycle, GivenBillBody } from '../../schemas/bill.ts'
import { dayOf, type EpochDay, parseDay } from '../../schemas/day.ts'
import { refusal } from '../../schemas/problem.ts'
import { type BillAnswer, type BillDeps, makeBill } from './customer-bill.ts'
import { daysOfCycle } from './cycle-days.ts'
import type { DayEnergy } from './energy.ts'
import { meteringTree } from './metered.ts'

const DAYS_AT_MOST = 400
const KWH_AT_MOST = 9e12

/** The surcharge of a customer on the energy of given cycles, by the mean day of each. All faults are told at once. */
export const billGiven = async (
  deps: Pick<BillDeps, 'db' | 'registry' | 'nowMs'>,
  { customerId, cycles }: Pick<GivenBillBody, 'customerId' | 'cycles'>,
  knownAtMs?: number,
): Promise<BillAnswer> => {
  const faults = cycleFaults(cycles, deps.nowMs())
  if (faults.length > 0) return { refused: refusal('bad-request', faults.join(' ')) }
  const days = new Map<EpochDay, DayEnergy>(
    cycles
      .flatMap(cycle => daysOfCycle({ from: parseDay(cycle.from), to: parseDay(cycle.to), wh: whOf(cycle) }))
      .map(one => [one.day, one]),
  )
  const told = [...days.keys()]
  const period = { from: Math.min(...told), to: Math.max(...told) }
  const tree = meteringTree(deps.registry.entries(), deps.registry.atPoint)
  const used = new Set<EpochDay>()
  let isTwice = false
  const answer = await makeBill(
    deps,
    tree,
    { customerId, ...period, knownAtMs },
    async (_part, _other, asked) => {
      for (const day of asked) {
        isTwice ||= used.has(day)
        used.add(day)
      }
      return new Map(asked.map(day => [day, { energy: days.get(day) ?? null, isNet: false }]))
    },
  )
  return isTwice
    ? {
        refused: refusal(
          'bad-request',
          'More than one line of a decision holds on these days: given energy says not which part is of which. Ask for the bill of the readings.',
        ),
      }
    : answer
}

const whOf = ({ kwh, registerFrom, registerTo, multiplier }: Cycle): number =>
  (kwh === null ? new Big(registerTo!).minus(registerFrom!).times(multiplier!) : new Big(kwh))
    .times(1000)
    .round(0, Big.roundHalfUp)
    .toNumber()

const cycleFaults = (cycles: readonly Cycle[], nowMs: number): string[] => {
  const faults = cycles.flatMap((cycle, i) => {
    const fault = cycleFault(cycle, dayOf(nowMs))
    return fault ? [`Cycle ${i + 1}: ${fault}`] : []
  })
  const sorted = cycles
    .map((cycle, i) => ({ ...cycle, row: i + 1 }))
    .sort((a, b) => (a.from < b.from ? -1 : 1))
  for (const [i, { from, row }] of sorted.entries()) {
    const before = sorted[i - 1]
    if (before && from <= before.to) faults.push(`Cycle ${row}: it begins before cycle ${before.row} ends.`)
  }
  const [first, last] = [
    sorted[0]!.from,
    sorted
      .map(({ to }) => to)
      .sort()
      .at(-1)!,
  ]
  if (parseDay(last) - parseDay(first) >= DAYS_AT_MOST) {
    faults.push(`The cycles reach over more than ${DAYS_AT_MOST} days: ask for less at once.`)
  }
  return faults
}

const cycleFault = (cycle: Cycle, today: EpochDay): string | undefined => {
  const { from, to, kwh, registerFrom, registerTo, multiplier } = cycle
  if (to < from) return `it ends on ${to}, before it begins on ${from}.`
  if (parseDay(to) >= today) return `${to} is not over yet.`
  const registers = [registerFrom, registerTo, multiplier]
  if (kwh !== null && registers.some(one => one !== null)) return 'give "kwh" or registers, not both.'
  if (kwh === null && registers.includes(null)) {
    return 'give "kwh", or "registerFrom", "registerTo" and "multiplier".'
  }
  if (kwh === null && registerTo! < registerFrom!) {
    return `the register went back from ${registerFrom} to ${registerTo}: give "kwh" where it rolled over or was exchanged.`
  }
  if (kwh === null && multiplier! <= 0) return `the multiplier ${multiplier} is not above 0.`
  const used = kwh ?? (registerTo! - registerFrom!) * multiplier!
  if (used < 0) return `${used} kWh is negative.`
  return used > KWH_AT_MOST ? `${used} kWh is more than any customer uses.` : undefined
}
