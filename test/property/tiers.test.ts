import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDay } from '../../schemas/day.ts'
import type { ReleasedEntry } from '../../schemas/decision.ts'
import type { ReleasedRule } from '../../schemas/tariff.ts'
import { openEmbeddedStore } from '../../services/adapters/store/index.ts'
import {
  chooseRule,
  createRuleShelf,
  holdsOn,
  priceEntry,
  rulesOf,
  standingEntries,
} from '../../services/pricing/index.ts'
import { jurisdictionsOn } from '../../services/territory/index.ts'
import { answerTier, listCustomers, priceHistory } from '../../services/tiers/index.ts'
import { person } from '../support/people.ts'
import { CUSTOMER, type History, histories } from './tiers/histories.ts'
import { keep, releasedMs } from './tiers/keep.ts'
import { type Held, heldOn } from './tiers/oracle.ts'

const HISTORIES = 10_000
const STORED = 100
const SUPERVISOR = person('supervisor', 'supervisor')

describe('tiers of random histories', () => {
  it('are those that brute force finds', () => {
    let lines = 0
    let amounts = 0
    fc.assert(
      fc.property(histories, history => {
        const reckoned = byFunctions(history)
        for (const day of history.days) {
          const held = heldOn(history, day)
          expect(reckoned(day), day).toEqual(held)
          lines += Object.keys(held).length
          amounts += Object.values(held).filter(({ yuan }) => yuan !== null).length
        }
      }),
      { numRuns: HISTORIES },
    )
    // Else it would prove nothing.
    expect(lines).toBeGreaterThan(HISTORIES)
    expect(amounts).toBeGreaterThan(HISTORIES / 10)
  }, 120_000)

  it('are the same out of the store: of one customer, on the list, and as a time line', async () => {
    await fc.assert(
      fc.asyncProperty(histories, async history => {
        const store = await openEmbeddedStore(':memory:')
        try {
          await store.transact(trx => keep(trx, history))
          await compareStored(store.db, history)
        } finally {
          await store.close()
        }
      }),
      { numRuns: STORED },
    )
  }, 120_000)
})

/** The program's own functions on what is known, without a store. */
const byFunctions = ({ releases, residence, known }: History): ((day: string) => Held) => {
  const rules = new Map<string, ReleasedRule>()
  const entries: ReleasedEntry[] = []
  const assessments = new Map<string, (typeof releases)[number] & { kind: 'assessment' }>()
  for (const [i, release] of releases.slice(0, known).entries()) {
    const at = { changeId: `change-${i}`, releasedAt: new Date(releasedMs(i + 1)).toISOString() }
    if (release.kind === 'rule') rules.set(release.rule.id, { ...release.rule, version: i + 1, ...at })
    if (release.kind === 'assessment') {
      assessments.set(`${release.assessment.line} ${release.assessment.year}`, release)
    }
    if (release.kind === 'line') entries.push(entryOf(release, at))
  }
  const shelf = rulesOf([...rules.values()])
  const assessed = [...assessments.values()].map(({ assessment }) => assessment)
  return date => {
    const day = parseDay(date)
    const district = date < residence.moved ? residence.first : residence.later
    const ground = { jurisdictions: jurisdictionsOn(district, day).codes, day, assessments: assessed }
    return heldOf(
      standingEntries(entries)
        .filter(entry => holdsOn(entry, day))
        .map(entry => {
          const { rule, rate } = priceEntry(entry, shelf, ground)
          // Rules that cannot apply are left out beforehand: that changes nothing.
          const { rule: ofAll } = priceEntry(entry, { ...shelf, of: () => shelf.all }, ground, chooseRule)
          expect(ofAll?.id).toBe(rule?.id)
          return [entry.id, rule?.id ?? null, rate.yuanPerKwh]
        }),
    )
  }
}

const entryOf = (
  { id, line }: { readonly id: string; readonly line: object },
  at: { readonly changeId: string; readonly releasedAt: string },
): ReleasedEntry => ({
  ...(line as ReleasedEntry),
  ...{ id, ...at, enteredBy: 'a', releasedBy: 'b' },
  document: { documentNo: id, title: id, issuer: 'x', issuedOn: '1970-01-01', restsOn: 'x' },
})

type Line = readonly [id: string, rule: string | null, yuan: string | null]

const heldOf = (lines: readonly Line[]): Held =>
  Object.fromEntries(lines.map(([id, rule, yuan]) => [id, { rule, yuan }]))

const compareStored = async (db: Parameters<typeof answerTier>[0], history: History): Promise<void> => {
  const shelf = createRuleShelf(db)
  const knownAt = releasedMs(history.known)
  const asked = { account: SUPERVISOR, customerId: CUSTOMER, knownAt }
  const days = history.days.toSorted()
  const to = parseDay(days.at(-1)!)
  const { stretches } = await priceHistory(db, shelf, { ...asked, to })
  for (const date of days) {
    const held = heldOn(history, date)
    const day = parseDay(date)
    const { inForce, considered } = await answerTier(db, shelf, { ...asked, day })
    expect(heldOf(inForce.map(one => [one.entry.id, one.ruleId, one.yuanPerKwh]))).toEqual(held)
    const applying = considered.filter(({ verdict }) => verdict === 'applies').map(({ ruleId }) => ruleId)
    expect(new Set(applying)).toEqual(new Set(Object.values(held).flatMap(({ rule }) => rule ?? [])))
    const query = { day: date, knownAt: new Date(knownAt).toISOString(), limit: 500 }
    const { customers } = await listCustomers(db, shelf, SUPERVISOR, query, day)
    expect(heldOf(customers.map(one => [one.entryId!, one.ruleId, one.yuanPerKwh]))).toEqual(held)
    const stretch = stretches.find(one => one.from <= date && date <= one.to)
    expect(heldOf((stretch?.tiers ?? []).map(one => [one.entryId, one.ruleId, one.yuanPerKwh]))).toEqual(held)
  }
}
