import { describe, expect, it } from 'vitest'
import type { DecisionEntry } from '../../../schemas/decision.ts'
import type { PriceFault } from '../../../schemas/price-change.ts'
import { warningsOf } from '../../../services/price-changes/warnings.ts'
import { meter } from '../../support/meters.ts'
import { localRule } from './clerks.ts'
import { assessments, decision, pricingDesk } from './pricing-desk.ts'

const placesOf = (faults: readonly PriceFault[]) => faults.map(({ row, column }) => [row, column])

/** Lines that nobody can mean, beside none that anybody released. */
describe('a line of a decision', () => {
  const aluminium = { industry: '电解铝', category: '阶梯', line: '铝液' } as const

  it.each<[string, Partial<DecisionEntry>, string | null]>([
    ['of a rule with an amount', {}, null],
    ['of one day', { to: '2024-06-01' }, null],
    ['of nobody', { customerId: 'C9' }, 'customerId'],
    ['with dates the wrong way round', { to: '2024-05-31' }, 'to'],
    ['of an industry without a rule', { industry: '制糖' }, 'category'],
    ['of an industry without a rule, with its amount', { industry: '制糖', yuanPerKwh: '0.30' }, null],
    ['before any rule', { from: '2006-01-01' }, 'category'],
    ['of a remembered rule, with its amount', { industry: '虚拟货币挖矿', yuanPerKwh: '0.30' }, null],
    ['with an absurd amount', { yuanPerKwh: '50.00' }, 'yuanPerKwh'],
    ['without a step where the rule asks for one', { category: '阶梯' }, 'step'],
    ['with a step that the rule does not know', { category: '阶梯', step: 4 }, 'step'],
    ['with a step that it knows', { category: '阶梯', step: 3 }, null],
    ['without the line that the rule goes by', { ...aluminium, line: '' }, 'line'],
    [
      'with a line whose day of commissioning is not known',
      { industry: '水泥', category: '阶梯', line: '熟料' },
      'line',
    ],
    ['on a point of its own', { pointIds: ['M1'] }, null],
    ['on a point of somebody else', { pointIds: ['M1', 'M2'] }, 'pointIds'],
    ['on a point of nobody', { pointIds: ['M9'] }, 'pointIds'],
    ['by a case of no such number', { caseNumber: '2024-00009' }, 'caseNumber'],
    ['that is new, and names an earlier one', { entryId: 'change-000001-00001' }, 'entryId'],
    ['that corrects none', { action: 'correct' }, 'entryId'],
    ['that ends one nobody released', { action: 'end', entryId: 'change-000009-00001' }, 'entryId'],
  ])('%s', async (_, line, column) => {
    const { faults } = await pricingDesk()
    const found = await faults(decision(line))
    expect(placesOf(found)).toEqual(column === null ? [] : [[1, column]])
    for (const { reason } of found) expect(reason).toMatch(/\S[.?]$/)
  })

  it('may go by a released assessment', async () => {
    const { faults, release } = await pricingDesk()
    await release(assessments({}))
    expect(await faults(decision(aluminium))).toEqual([])
  })

  it('may wait for an assessment or the source of a rule, and is warned of', async () => {
    const { desk, faults } = await pricingDesk()
    const waiting = decision(aluminium, { customerId: 'C2', industry: '虚拟货币挖矿' })
    expect(await faults(waiting)).toEqual([])
    expect(placesOf(await warningsOf(desk.store.db, waiting))).toEqual([
      [1, 'line'],
      [2, 'yuanPerKwh'],
    ])
  })

  it('may go by a rule of the municipality that was read', async () => {
    const { faults, release } = await pricingDesk()
    await release({ kind: 'rules', rules: [localRule()] })
    expect(await faults(decision({ industry: '虚拟货币挖矿' }))).toEqual([])
  })

  it('is on points that are the customer’s on all of its days', async () => {
    const { faults } = await pricingDesk([
      meter({ meterId: 'M1', customerId: 'C1', validTo: '2024-08-31' }),
      meter({ meterId: 'M1', customerId: 'C2', validFrom: '2024-09-01' }),
    ])
    const days = (from: string, to: string | null) => faults(decision({ pointIds: ['M1'], from, to }))
    expect(await days('2024-06-01', '2024-08-31')).toEqual([])
    expect(await days('2024-06-01', null)).toEqual([])
    expect((await days('2024-06-01', '2024-09-01'))[0]!.reason).toContain('2024-09-01')
    expect(placesOf(await days('2024-09-01', null))).toEqual([[1, 'pointIds']])
  })

  it('names a case once a district was told of it', async () => {
    const { desk, faults } = await pricingDesk()
    await desk.suspect([{ score: 0.95 }])
    const { number } = await desk.theCase()
    expect(placesOf(await faults(decision({ caseNumber: number })))).toEqual([[1, 'caseNumber']])
    await desk.bringTo('reported')
    expect(await faults(decision({ caseNumber: number }))).toEqual([])
  })
})

describe('lines that ask for the same energy', () => {
  it('are refused among themselves, at the later one', async () => {
    const { faults } = await pricingDesk()
    const lines = decision(
      { to: '2024-06-30' },
      { from: '2024-06-30', pointIds: ['M1'] },
      { from: '2024-07-01', to: '2024-07-31' },
      { customerId: 'C2' },
    )
    expect(placesOf(await faults(lines))).toEqual([
      [2, 'from'],
      [3, 'from'],
    ])
  })

  it('are refused beside a released one, unless that is ended or corrected', async () => {
    const { faults, release, entriesOf } = await pricingDesk()
    await release(decision({}))
    const { id } = (await entriesOf('C1'))[0]!
    const found = await faults(decision({ from: '2025-01-01' }))
    expect(placesOf(found)).toEqual([[1, 'from']])
    expect(found[0]!.reason).toContain(id)
    const end = { action: 'end', entryId: id, from: '2025-01-01' } as const
    expect(await faults(decision(end, { from: '2025-01-01', category: '限制类' }))).toEqual([])
    expect(placesOf(await faults(decision(end, { from: '2024-12-31' })))).toEqual([[2, 'from']])
    expect(
      await faults(decision({ action: 'correct', entryId: id, from: '2024-07-01' }, { to: '2024-06-30' })),
    ).toEqual([])
  })

  it('may be on a point and on one behind it: what the hindmost measures is taken off the other', async () => {
    const { faults } = await pricingDesk([
      meter({ meterId: 'M1', customerId: 'C1' }),
      meter({ meterId: 'M2', customerId: 'C1', parentPointId: 'M1' }),
    ])
    const nested = decision({ pointIds: ['M1'] }, { pointIds: ['M2'], category: '限制类' })
    expect(await faults(nested)).toEqual([])
  })

  it('are found again when a change is released after another', async () => {
    const { propose, decide } = await pricingDesk()
    const [first, late] = [await propose(decision({})), await propose(decision({}))]
    expect(await decide(first)).toEqual([])
    expect(placesOf(await decide(late))).toEqual([[1, 'from']])
  })
})

describe('a line that corrects or ends', () => {
  it('is of the same customer, and of a line that still stands', async () => {
    const { faults, release, entriesOf } = await pricingDesk()
    await release(decision({ to: '2024-12-31' }, { customerId: 'C2' }))
    const { id } = (await entriesOf('C1'))[0]!
    const ends = (more: Partial<DecisionEntry> = {}) =>
      faults(decision({ action: 'end', entryId: id, from: '2024-09-01', ...more }))
    expect(await ends()).toEqual([])
    expect(placesOf(await ends({ customerId: 'C2' }))).toEqual([[1, 'entryId']])
    expect(placesOf(await ends({ to: '2024-10-01' }))).toEqual([[1, 'to']])
    expect(placesOf(await ends({ from: '2024-05-01' }))).toEqual([[1, 'entryId']])
    expect(placesOf(await ends({ from: '2025-02-01' }))).toEqual([[1, 'entryId']])
    const twice = decision(
      { action: 'end', entryId: id, from: '2024-09-01' },
      { action: 'correct', entryId: id, from: '2024-09-01' },
    )
    expect(placesOf(await faults(twice))).toEqual([[2, 'entryId']])
  })

  it('does so once: what was ended is corrected, what was corrected is neither', async () => {
    const { faults, release, entriesOf } = await pricingDesk()
    await release(decision({}))
    const { id } = (await entriesOf('C1'))[0]!
    await release(decision({ action: 'end', entryId: id, from: '2024-09-01' }))
    const end = { action: 'end', entryId: id, from: '2024-10-01' } as const
    expect(placesOf(await faults(decision(end)))).toEqual([[1, 'entryId']])
    await release(decision({ action: 'correct', entryId: id }))
    expect(placesOf(await faults(decision(end)))).toEqual([[1, 'entryId']])
    expect(placesOf(await faults(decision({ action: 'correct', entryId: id })))).toEqual([[1, 'entryId']])
  })

  it('is not released when another corrected the line meanwhile', async () => {
    const { propose, decide, release, entriesOf } = await pricingDesk()
    await release(decision({}))
    const { id } = (await entriesOf('C1'))[0]!
    const correction = decision({ action: 'correct', entryId: id, from: '2024-07-01' })
    const [first, second] = [await propose(correction), await propose(correction)]
    expect(await decide(first)).toEqual([])
    expect(placesOf(await decide(second))).toContainEqual([1, 'entryId'])
  })
})
