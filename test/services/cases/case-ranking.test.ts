import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Charge, type Level } from '../../../schemas/case.ts'
import type { Signature } from '../../../schemas/finding.ts'
import { rankingOf } from '../../../services/cases/case-ranking.ts'
import { rankOlderCases } from '../../../services/cases/index.ts'
import { expectationOf } from '../../../services/criteria/index.ts'
import { type Desk, testDesk } from './desk.ts'

const KWH = 1_000
const NOT_MEASURED = 0.5

const tierOf = (yuanPerKwh: string) => ({ yuanPerKwh }) as NonNullable<Charge['tier']>

const likelihood = (signature: Signature, level: Level): number =>
  expectationOf(signature, level).precision ?? NOT_MEASURED

const charge = fc.record({
  signature: fc.constantFrom(...Charge.shape.signature.options),
  level: fc.constantFrom(...Charge.shape.level.options),
  score: fc.double({ min: 0, max: 1, noNaN: true }),
  attributableKwh: fc.integer({ min: 0, max: 10_000_000 }),
  tier: fc.option(fc.constantFrom('0.1', '0.2', '0.3', '0.5').map(tierOf), { nil: null }),
})
const charges = fc.uniqueArray(charge, { selector: ({ signature }) => signature, maxLength: 4 })

describe('the rank of charges', () => {
  it('weighs 1,000 kWh at 0.5 yuan as 500 yuan, times how likely its level is', () => {
    const one = {
      signature: 'induction-furnace' as const,
      level: 'red' as const,
      score: 0.9,
      attributableKwh: KWH,
      tier: tierOf('0.5'),
    }
    expect(rankingOf([one])).toEqual({
      level_rank: 3,
      score: 0.9,
      signatures: 'induction-furnace',
      stake_yuan: 500,
      stake_kwh: 1_000,
      priority: Math.round(50_000 * likelihood('induction-furnace', 'red')) / 100,
    })
    expect(rankingOf([])).toEqual({
      level_rank: 0,
      score: 0,
      signatures: '',
      stake_yuan: 0,
      stake_kwh: 0,
      priority: 0,
    })
  })

  it('is the sum of what each charge weighs, in any order, and never more than the stake', () =>
    fc.assert(
      fc.property(charges, held => {
        const whole = rankingOf(held)
        const parts = held.map(one => rankingOf([one]))
        const sum = (key: 'stake_yuan' | 'priority') => parts.reduce((total, part) => total + part[key], 0)
        expect(rankingOf(held.toReversed())).toEqual(whole)
        expect(Math.abs(whole.stake_yuan - sum('stake_yuan'))).toBeLessThan(0.05)
        expect(Math.abs(whole.priority - sum('priority'))).toBeLessThan(0.05)
        expect(whole.priority).toBeLessThanOrEqual(whole.stake_yuan)
        expect(whole.level_rank).toBe(Math.max(0, ...parts.map(({ level_rank }) => level_rank)))
      }),
    ))
})

/** What stands in the rows, beside what the charges that are kept weigh. */
const ranks = async ({ store }: Desk) => {
  const cases = await store.db
    .selectFrom('cases')
    .select(['id', 'customer_id', 'level_rank', 'score', 'signatures', 'stake_yuan', 'stake_kwh', 'priority'])
    .orderBy('customer_id')
    .execute()
  const rows = await store.db.selectFrom('charge').select(['case_id', 'body']).execute()
  const expected = cases.map(({ id }) =>
    rankingOf(rows.filter(({ case_id }) => case_id === id).map(({ body }) => JSON.parse(body) as Charge)),
  )
  const found = cases.map(({ id, customer_id, ...rank }) => rank)
  return { found, expected }
}

const expectRight = async (desk: Desk) => {
  const { found, expected } = await ranks(desk)
  expect(found).toEqual(expected)
  return found
}

describe('the rank of a case', () => {
  it('is the attributable energy at its tier, times how likely its level is', async () => {
    const desk = await testDesk()
    await desk.suspect([{ score: 0.95 }])
    const { charges } = await desk.theCase()
    const [{ tier, level }] = charges as [Charge]
    const [rank] = await expectRight(desk)
    const yuan = KWH * Number(tier!.yuanPerKwh)
    expect(rank!.stake_yuan).toBe(yuan)
    expect(yuan).toBeGreaterThan(0)
    expect(rank!.priority).toBeCloseTo(yuan * likelihood('induction-furnace', level), 2)
  })

  it('follows new evidence, and another charge beside', async () => {
    const desk = await testDesk()
    await desk.suspect([{ score: 0.72 }])
    const [first] = await expectRight(desk)
    await desk.suspect([{ score: 0.97, dayOffset: 1 }])
    const [graver] = await expectRight(desk)
    expect(graver!.level_rank).toBeGreaterThan(first!.level_rank)
    expect(graver!.score).toBe(0.97)
    await desk.suspect([{ score: 0.95, dayOffset: 2, signature: 'crypto-mining' }])
    const [both] = await expectRight(desk)
    expect(both!.signatures).toBe('crypto-mining;induction-furnace')
    expect(both!.stake_yuan).toBeGreaterThan(graver!.stake_yuan)
    expect(both!.priority).toBeGreaterThan(graver!.priority)
  })

  it('has a level and nothing at stake on the word of a person alone, until readings speak', async () => {
    const desk = await testDesk()
    const tip = {
      customerId: 'C1',
      signature: 'induction-furnace' as const,
      source: 'tip' as const,
      level: 'orange' as const,
      note: '夜间有钢水火光',
    }
    await desk.order('open-by-hand', tip)
    const [told] = await expectRight(desk)
    expect(told).toEqual({
      level_rank: 2,
      score: 0,
      signatures: 'induction-furnace',
      stake_yuan: 0,
      stake_kwh: 0,
      priority: 0,
    })
    await desk.suspect([{ score: 0.95 }])
    const [seen] = await expectRight(desk)
    expect(seen!.stake_yuan).toBeGreaterThan(0)
  })

  it('stays its own when cases are merged and split again', async () => {
    const desk = await testDesk()
    await desk.suspect([{ score: 0.95 }], 'C1')
    await desk.suspect([{ score: 0.72 }], 'C2')
    const before = await expectRight(desk)
    const [lead, member] = await desk.cases()
    const reason = 'same site'
    const merged = await desk.order('merge', { caseId: lead!.id, with: [member!.number], reason })
    expect(merged).toMatchObject({ case: { id: lead!.id } })
    expect(await expectRight(desk)).toEqual(before)
    await desk.suspect([{ score: 0.97, dayOffset: 1 }], 'C2')
    const grown = await expectRight(desk)
    expect(grown[0]).toEqual(before[0])
    expect(grown[1]!.level_rank).toBeGreaterThan(before[1]!.level_rank)
    await desk.order('split', { caseId: lead!.id, member: member!.number, reason: 'not so' })
    expect(await expectRight(desk)).toEqual(grown)
  })

  it('is made up for cases of before there was one', async () => {
    const desk = await testDesk()
    await desk.suspect([{ score: 0.95 }], 'C1')
    await desk.suspect([{ score: 0.72 }], 'C2')
    const before = await expectRight(desk)
    await desk.store.db.updateTable('cases').set({ priority: -1, stake_yuan: 0 }).execute()
    await rankOlderCases(desk.store)
    expect(await expectRight(desk)).toEqual(before)
  })
})
