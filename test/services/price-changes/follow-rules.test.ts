import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { TariffRule } from '../../../schemas/tariff.ts'
import { findCorrection, listTierEffects } from '../../../services/corrections/index.ts'
import { loadTariffRules } from '../../../services/pricing/index.ts'
import { meter } from '../../support/meters.ts'
import { analyst, type Desk, openDesk, reviewer, testDesk } from '../cases/desk.ts'
import { clerk, localRule, second } from './clerks.ts'

const shipped = (id: string) => loadTariffRules().find(one => one.id === id)!
const steel = (yuanPerKwh: string): TariffRule => ({
  ...shipped('CN-STEEL-ELIM-2017'),
  formula: { kind: 'flat', yuanPerKwh },
})

/** Puts rules up and releases them; answers the number of the correction. */
const release = async (desk: Desk, rules: TariffRule[]): Promise<number | null> => {
  const body = { reason: '更正', content: { kind: 'rules' as const, rules } }
  const proposed = await desk.gives({ name: 'propose-price-change', body, actor: clerk })
  if ('refused' in proposed) throw new Error(JSON.stringify(proposed.refused))
  const decision = { id: proposed.change.id, action: 'release' as const, reason: '' }
  const decided = await desk.gives({ name: 'decide-price-change', body: decision, actor: second })
  if ('refused' in decided) throw new Error(JSON.stringify(decided.refused))
  await desk.settle()
  return decided.correctionId
}

const effectsOf = (desk: Desk, id: number | null) =>
  listTierEffects(desk.store.db, { id: id!, offset: 0, limit: 500 })

/** By customer: its version, and what each charge would cost. */
const standing = async (desk: Desk) =>
  Object.fromEntries(
    (await desk.cases()).map(({ customerId, version, charges }) => [
      customerId,
      {
        version,
        tiers: charges.map(({ tier }) => `${tier?.ruleId} ${tier?.ruleVersion} ${tier?.yuanPerKwh}`),
      },
    ]),
  )

const INDUSTRIES = { 'induction-furnace': '钢铁', 'crypto-mining': '虚拟货币挖矿', surge: '无' } as const

describe('rules that are released', () => {
  it('price open charges anew, and leave what was submitted or released as it was', async () => {
    const desk = await testDesk()
    for (const customer of ['C1', 'C2', 'C3']) await desk.suspect([{ score: 0.95 }], customer)
    await desk.suspect([{ score: 0.95, signature: 'crypto-mining' }], 'C4')
    const [, c2, c3] = await desk.cases()
    for (const { id } of [c2!, c3!]) await desk.move({ caseId: id, action: 'submit' })
    await desk.move({ caseId: c3!.id, action: 'release' })
    const before = await standing(desk)
    const id = await release(desk, [steel('0.60')])
    const after = await standing(desk)
    expect(after.C1).toEqual({
      ...{ version: before.C1!.version + 1, tiers: ['CN-STEEL-ELIM-2017 2 0.60'] },
    })
    for (const still of ['C2', 'C3', 'C4']) expect(after[still]).toEqual(before[still])
    expect(await effectsOf(desk, id)).toMatchObject(
      [
        ['C1', true, 'to-check'],
        ['C2', false, 'to-review'],
        ['C3', false, 'reported'],
      ].map(([customerId, follows, caseState]) => ({
        ...{ customerId, follows, caseState, signature: 'induction-furnace' },
        before: { ruleVersion: 1, yuanPerKwh: '0.50' },
        after: { ruleVersion: 2, yuanPerKwh: '0.60' },
      })),
    )
    expect(await findCorrection(desk.store.db, id!)).toMatchObject({
      ...{ kind: 'tariff', actor: 'Sun', effects: 3, points: 3, waiting: 0 },
      changes: [{ meterId: null, ruleId: 'CN-STEEL-ELIM-2017' }],
    })
  })

  it('are followed by a case that was under review meanwhile, once it is returned', async () => {
    const desk = await testDesk()
    await desk.suspect([{ score: 0.95 }])
    await desk.move({ action: 'submit' })
    await release(desk, [steel('0.60')])
    await desk.move({ action: 'return' })
    await desk.settle()
    expect((await desk.theCase()).charges[0]!.tier).toMatchObject({ yuanPerKwh: '0.60' })
  })

  it('price the word of a person anew, and what nothing supports any more', async () => {
    const desk = await testDesk()
    const tip = { signature: 'induction-furnace', source: 'tip', note: '有人举报', level: 'yellow' } as const
    await desk.order('open-by-hand', { customerId: 'C1', ...tip }, analyst)
    await desk.suspect([{ score: 0.95 }], 'C2')
    await desk.store.transact(trx =>
      trx.updateTable('finding').set({ current: 0 }).where('customer_id', '=', 'C2').execute(),
    )
    await release(desk, [steel('0.60')])
    await release(desk, [steel('0.70')])
    const after = await standing(desk)
    for (const customer of ['C1', 'C2']) {
      expect(after[customer]!.tiers).toEqual(['CN-STEEL-ELIM-2017 3 0.70'])
    }
  })

  it('leave a charge that has its outcome', async () => {
    const desk = await testDesk()
    await desk.suspect([{ score: 0.95 }, { score: 0.95, signature: 'crypto-mining' }])
    for (const actor of [analyst, reviewer]) await desk.answer({ outcome: 'confirmed' }, { actor })
    const id = await release(desk, [steel('0.60')])
    expect(await effectsOf(desk, id)).toMatchObject([{ follows: false }])
    expect((await desk.theCase()).charges.map(({ tier }) => tier?.yuanPerKwh)).toEqual(['0.30', '0.50'])
  })

  it('of one district touch its customers alone', async () => {
    const districts = { C1: '500107', C2: '500112', C3: 'CQ-LJ' }
    const desk = await testDesk(
      Object.entries(districts).map(([customerId, districtCode], i) =>
        meter({ meterId: `M${i + 1}`, customerId, districtCode }),
      ),
    )
    for (const customer of Object.keys(districts)) {
      await desk.suspect([{ score: 0.95, signature: 'crypto-mining' }], customer)
    }
    const id = await release(desk, [localRule({ jurisdiction: '500112' })])
    expect((await effectsOf(desk, id)).map(({ customerId }) => customerId)).toEqual(['C2'])
    const tiers = Object.values(await standing(desk)).map(one => one.tiers[0])
    expect(tiers).toEqual(['CN-MINING-2021 1 0.30', 'CQ-MINING 1 0.80', 'CN-MINING-2021 1 0.30'])
  })

  it('that no open charge is priced by make no correction', async () => {
    const desk = await testDesk()
    await desk.suspect([{ score: 0.95 }])
    const before = await standing(desk)
    expect(await release(desk, [localRule()])).toBeNull()
    const cement = shipped('CN-CEMENT-ELIM-2014')
    expect(await release(desk, [{ ...cement, note: '已核' }])).toBeNull()
    expect(await standing(desk)).toEqual(before)
  })

  it('touch exactly the customers whose tier is another, whatever the rules', {
    timeout: 60_000,
  }, async () => {
    const customers = ['C1', 'C2', 'C3', 'C4']
    const change = fc.record({
      jurisdiction: fc.constantFrom('CN', 'CQ', 'CQ', '500107', '500112'),
      industries: fc.constantFrom<string[]>(['钢铁'], ['虚拟货币挖矿'], ['钢铁', '虚拟货币挖矿'], ['*']),
      enabled: fc.constantFrom(true, true, true, false),
      formula: fc.constantFrom(
        ...['0.30', '0.50', '0.80'].map(yuanPerKwh => ({ kind: 'flat' as const, yuanPerKwh })),
      ),
      effectiveFrom: fc.constantFrom('2024-01-01', '2024-01-02', '2024-05-08'),
    })
    const place = fc.record({
      districtCode: fc.constantFrom('500107', '500112', '500112', 'nowhere'),
      signature: fc.constantFrom('induction-furnace' as const, 'crypto-mining' as const, 'surge' as const),
      dayOffset: fc.integer({ min: 0, max: 3 }),
      isSubmitted: fc.constantFrom(true, false, false),
    })
    const world = fc.tuple(
      fc.tuple(place, place, place, place),
      fc.array(change, { minLength: 1, maxLength: 3 }),
    )
    let touched = 0
    await fc.assert(
      fc.asyncProperty(world, async ([places, changes]) => {
        const desk = await openDesk(
          places.map(({ districtCode }, i) =>
            meter({ meterId: `M${i + 1}`, customerId: `C${i + 1}`, districtCode }),
          ),
        )
        try {
          for (const [i, { isSubmitted, districtCode, ...one }] of places.entries()) {
            await desk.suspect([{ score: 0.95, ...one }], customers[i])
          }
          for (const { id, customerId } of await desk.cases()) {
            if (places[customers.indexOf(customerId)]!.isSubmitted) {
              await desk.move({ caseId: id, action: 'submit' })
            }
          }
          for (const [i, one] of changes.entries()) {
            const before = await standing(desk)
            const rule = localRule({ id: `RULE-${i}`, ...one })
            const id = await release(desk, [rule]).catch(() => undefined)
            // Rules that overlap are refused: nothing happened.
            if (id === undefined) continue
            const after = await standing(desk)
            const effects = id === null ? [] : await effectsOf(desk, id)
            const following = effects.filter(({ follows }) => follows).map(({ customerId }) => customerId)
            touched += following.length
            for (const [i, customer] of customers.entries()) {
              const isOther = JSON.stringify(before[customer]) !== JSON.stringify(after[customer])
              expect(isOther).toBe(following.includes(customer))
              const { signature, districtCode, isSubmitted } = places[i]!
              const mayTouch =
                (rule.jurisdiction === districtCode || ['CN', 'CQ'].includes(rule.jurisdiction)) &&
                rule.enabled &&
                ['*', INDUSTRIES[signature]].some(one => rule.industries.includes(one))
              if (!mayTouch || isSubmitted) expect(following).not.toContain(customer)
              else expect(after[customer]!.version - before[customer]!.version).toBe(Number(isOther))
            }
          }
        } finally {
          await desk.store.close()
        }
      }),
      { numRuns: 25 },
    )
    expect(touched).toBeGreaterThan(10)
  })
})
