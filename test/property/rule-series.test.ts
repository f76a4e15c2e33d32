import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayText, type EpochDay, parseDay } from '../../schemas/day.ts'
import type { ReleasedRule, TariffFormula } from '../../schemas/tariff.ts'
import { faultsBeside } from '../../services/price-changes/faults-of-rules.ts'
import { chooseRule } from '../../services/pricing/index.ts'
import { assessment, rule } from '../services/pricing/rules.ts'

const FIRST = parseDay('2024-01-01')
const LAST = FIRST + 12
const CATEGORY = '阶梯'
const JURISDICTIONS = ['CN', 'CQ']
const INDUSTRIES = ['水泥', '钢铁', '*']
/** The last stands for any that no rule names */
const LINES = ['熟料', '粉磨站', '余热']
const PLANS = [null, 2023, 2024]
const COMMISSIONED = [0, 1, 2, 3].map(offset => dayText(FIRST + offset))

const steps = [{ upToKwhPerTonne: null, yuanPerKwh: '0.10' }]
const useStep = (lines: readonly string[], since: string | null, before: string | null): TariffFormula => ({
  kind: 'use-step',
  basis: 'made for a test',
  yearsBack: 1,
  commissionedFrom: since,
  commissionedBefore: before,
  lines: lines.map(line => ({ line, steps })),
})

const split = fc.constantFrom<[string | null, string | null]>(
  ...([
    [null, null],
    [null, COMMISSIONED[1]!],
    [COMMISSIONED[1]!, null],
    [COMMISSIONED[2]!, null],
    [null, COMMISSIONED[3]!],
  ] as [string | null, string | null][]),
)
const formula = fc.oneof(
  fc.constant<TariffFormula | null>({ kind: 'flat', yuanPerKwh: '0.30' }),
  fc
    .tuple(fc.constantFrom(['熟料'], ['粉磨站'], ['熟料', '粉磨站']), split)
    .map(([lines, [since, before]]) => useStep(lines, since, before)),
  fc.constant(null),
)
const days = fc
  .tuple(fc.integer({ min: FIRST, max: LAST }), fc.option(fc.integer({ min: 0, max: 5 })))
  .map(([from, length]) => ({
    effectiveFrom: dayText(from),
    effectiveTo: length === null ? null : dayText(from + length),
  }))

const rules = (ids: readonly string[]) =>
  fc.subarray([...ids]).chain(chosen =>
    fc.tuple(
      ...chosen.map(id =>
        fc
          .record({
            jurisdiction: fc.constantFrom('CN', 'CN', 'CQ'),
            industries: fc.subarray(INDUSTRIES, { minLength: 1, maxLength: 2 }),
            formula,
            planYear: fc.constantFrom(null, null, ...PLANS),
            gapReason: fc.constantFrom('', '', 'the document says so'),
            days,
          })
          .map(({ days, ...change }) => rule({ id, category: CATEGORY, ...change, ...days })),
      ),
    ),
  )

interface Cell {
  readonly jurisdiction: string
  readonly planYear: number | null
  readonly industry: string
  readonly line: string
  readonly commissionedOn: string
}

const CELLS: readonly Cell[] = JURISDICTIONS.flatMap(jurisdiction =>
  PLANS.flatMap(planYear =>
    INDUSTRIES.flatMap(industry =>
      LINES.flatMap(line =>
        COMMISSIONED.map(commissionedOn => ({ jurisdiction, planYear, industry, line, commissionedOn })),
      ),
    ),
  ),
)

/** Whether a rule applies there on that day, as whoever prices asks it. */
const applies = (one: ReleasedRule, cell: Cell, day: EpochDay): boolean =>
  one.planYear === cell.planYear &&
  one.industries.includes(cell.industry) &&
  chooseRule([one], {
    ...{ industry: cell.industry, category: CATEGORY, line: cell.line, day },
    jurisdictions: [cell.jurisdiction],
    assessment: () => assessment({ line: cell.line, commissionedOn: cell.commissionedOn }),
  }).rule !== null

/** Walks every day of every cell: who holds together, and who is left apart without a word. */
const walk = (all: readonly ReleasedRule[]) => {
  const together = new Set<string>()
  const apart = new Set<string>()
  for (const cell of CELLS) {
    let before: ReleasedRule[] = []
    let isGap = false
    for (let day = FIRST; day <= LAST + 8; day++) {
      const holding = all.filter(one => applies(one, cell, day))
      for (const a of holding) for (const b of holding) if (a !== b) together.add(`${a.id} ${b.id}`)
      if (holding.length > 0) {
        if (isGap && before.length > 0 && holding.every(({ gapReason }) => gapReason === '')) {
          for (const a of before) for (const b of holding) apart.add(`${a.id} ${b.id}`)
        }
        before = holding
      }
      isGap = holding.length === 0
    }
  }
  return { together, apart }
}

const pairsOf = (texts: ReadonlySet<string>) => [...texts].map(text => text.split(' ') as [string, string])

/** Which rows are at fault, by the walk. */
const expected = (released: readonly ReleasedRule[], proposed: readonly ReleasedRule[]) => {
  const kept = released.filter(({ id }) => !proposed.some(one => one.id === id))
  const all = [...kept, ...proposed]
  const { together, apart } = walk(all)
  const known = walk(released).apart
  const row = (id: string) => proposed.findIndex(one => one.id === id) + 1
  const at = (id: string) => all.findIndex(one => one.id === id)
  const overlapping = pairsOf(together).flatMap(([a, b]) => {
    if (row(a) === 0 || row(b) === 0) return row(a) + row(b)
    const [x, y] = [all[at(a)]!, all[at(b)]!]
    const isLater = x.effectiveFrom === y.effectiveFrom ? at(a) > at(b) : x.effectiveFrom! > y.effectiveFrom!
    return row(isLater ? a : b)
  })
  const gaps = new Set<string>()
  for (const [a, b] of pairsOf(apart)) {
    if (row(b) > 0) gaps.add(`${row(b)} effectiveFrom`)
    else if (row(a) > 0) gaps.add(`${row(a)} effectiveTo`)
    else if (!known.has(`${a} ${b}`)) gaps.add('0 ')
  }
  return { overlapping: new Set(overlapping.filter(found => found > 0)), gaps }
}

const found = (released: readonly ReleasedRule[], proposed: readonly ReleasedRule[]) => {
  const faults = faultsBeside(released, proposed)
  const isGap = ({ reason }: { reason: string }) => reason.includes('close the gap')
  return {
    overlapping: new Set(faults.filter(({ reason }) => reason.includes('same days')).map(({ row }) => row)),
    gaps: new Set(faults.filter(isGap).map(({ row, column }) => `${row} ${column}`)),
  }
}

describe('rules of one series', () => {
  it('overlap exactly where two of them apply on one day', () => {
    fc.assert(
      fc.property(rules(['A', 'B', 'C']), rules(['B', 'C', 'D', 'E']), (released, proposed) => {
        expect(found(released, proposed).overlapping).toEqual(expected(released, proposed).overlapping)
      }),
      { numRuns: 300 },
    )
  })

  it('leave a gap exactly where none applies on days between two that do', () => {
    fc.assert(
      fc.property(rules(['A', 'B', 'C']), rules(['B', 'C', 'D', 'E']), (released, proposed) => {
        const { overlapping, gaps } = expected(released, proposed)
        // Who is at fault for a gap is only plain where no two hold at once.
        fc.pre(overlapping.size === 0 && walk(released).together.size === 0)
        expect(found(released, proposed).gaps).toEqual(gaps)
      }),
      { numRuns: 300 },
    )
  })
})
