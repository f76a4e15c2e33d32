import type { Decision, DecisionEntry } from '../../schemas/decision.ts'
import type { PriceFault } from '../../schemas/price-change.ts'
import type { Db } from '../adapters/store/index.ts'
import { checkAmount } from './decision-checks/amounts.ts'
import { checkCase } from './decision-checks/cases.ts'
import type { EntryCheck } from './decision-checks/check.ts'
import { collisions } from './decision-checks/collisions.ts'
import { checkDates } from './decision-checks/dates.ts'
import { loadGround } from './decision-checks/ground.ts'
import { checkPoints } from './decision-checks/points.ts'
import { checkReference } from './decision-checks/references.ts'
import { unknownCustomers } from './known-customers.ts'
import { repeated } from './repeated.ts'

const CHECKS: readonly EntryCheck[] = [checkDates, checkCase]
/** Of a customer that is not known nothing of these can be told. */
const CHECKS_OF_KNOWN: readonly EntryCheck[] = [checkReference, checkAmount, checkPoints]

/**
 * Why a decision cannot be: all reasons at once, none of one that can. Of a decision of which rows are missing
 * (`isPart`) it is not asked whether its lines meet: a missing one may end what they meet.
 */
export const faultsOfDecision = async (
  db: Db,
  decision: Decision,
  { isPart = false }: { readonly isPart?: boolean | undefined } = {},
): Promise<PriceFault[]> => {
  const { entries } = decision
  const ground = await loadGround(db, entries)
  const strangers = await unknownCustomers(db, entries)
  const strange = new Set(strangers.map(({ row }) => row))
  const own = entries.flatMap((entry, i) => {
    const row = i + 1
    const checks = strange.has(row) ? CHECKS : [...CHECKS, ...CHECKS_OF_KNOWN]
    return checks.flatMap(check => check(entry, ground)).map(fault => ({ row, ...fault }))
  })
  const faults = [...strangers, ...own, ...sameLineTwice(entries)]
  if (isPart) return faults
  const faulty = new Set(faults.map(({ row }) => row))
  return [...faults, ...collisions(decision, ground, row => !faulty.has(row))]
}

/** A line is corrected or ended once in a decision. */
const sameLineTwice = (entries: readonly DecisionEntry[]): PriceFault[] =>
  repeated(entries, ({ entryId }) => [entryId])
    .filter(({ row }) => entries[row - 1]!.entryId !== null)
    .map(({ row, first }) => ({
      ...{ row, column: 'entryId' },
      reason: `Row ${first} corrects or ends the same line already.`,
    }))
