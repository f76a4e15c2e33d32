import { describe, expect, it } from 'vitest'
import type { TariffRule } from '../../../schemas/tariff.ts'
import { loadTariffRules } from '../../../services/pricing/index.ts'
import { clerk, localRule, second } from '../price-changes/clerks.ts'
import { foundIn, testWitness, type Witness } from './witness.ts'

const steel = loadTariffRules().find(one => one.id === 'CN-STEEL-ELIM-2017')!
const raised: TariffRule = { ...steel, formula: { kind: 'flat', yuanPerKwh: '0.60' } }

const release = async ({ station: { engine } }: Witness, rule: TariffRule): Promise<void> => {
  const content = { kind: 'rules' as const, rules: [rule] }
  const body = { reason: '更正', content }
  const proposed = await engine.carryOut({ name: 'propose-price-change', body, actor: clerk })
  if ('refused' in proposed) throw new Error(proposed.refused.detail)
  const decision = { id: proposed.change.id, action: 'release' as const, reason: '' }
  const decided = await engine.carryOut({ name: 'decide-price-change', body: decision, actor: second })
  if ('refused' in decided) throw new Error(decided.refused.detail)
  await engine.settle()
}

const rateIn = async ({ station }: Witness): Promise<string[]> =>
  (await station.ports.store.db.selectFrom('charge').select('body').execute()).map(
    ({ body }) => JSON.parse(body).tier?.yuanPerKwh,
  )

describe('a charge whose rule was corrected afterwards', () => {
  it('comes out identical by the rule as it was, once it was told', async () => {
    const witness = await testWitness()
    await witness.report()
    const { clock } = witness.station
    clock.set(clock.now() + 60_000)
    await release(witness, raised)
    expect(await rateIn(witness)).toEqual(['0.50'])
    expect(foundIn(await witness.verify())).toEqual({})
    clock.set(clock.now() + 60_000)
    await release(witness, { ...raised, note: '再次更正' })
    expect((await witness.verify()).verdict).toBe('identical')
  })

  it('comes out identical by the present rule while it follows', async () => {
    const witness = await testWitness()
    await release(witness, raised)
    expect(await rateIn(witness)).toEqual(['0.60'])
    expect(foundIn(await witness.verify())).toEqual({})
    await witness.report()
    await release(witness, { ...raised, formula: { kind: 'flat', yuanPerKwh: '0.70' } })
    expect(await rateIn(witness)).toEqual(['0.60'])
    expect(foundIn(await witness.verify())).toEqual({})
  })

  it('comes out identical by the rule of its district', async () => {
    const witness = await testWitness()
    const { db } = witness.station.ports.store
    const { district_code: jurisdiction } = await db
      .selectFrom('cases')
      .select('district_code')
      .executeTakeFirstOrThrow()
    await release(
      witness,
      localRule({ jurisdiction, industries: ['钢铁'], formula: { kind: 'flat', yuanPerKwh: '0.90' } }),
    )
    expect(await rateIn(witness)).toEqual(['0.90'])
    expect(foundIn(await witness.verify())).toEqual({})
  })

  it('is told as the difference it is, where it did not follow though it should have', async () => {
    const witness = await testWitness()
    await release(witness, raised)
    const { store } = witness.station.ports
    await store.transact(async trx => {
      const { body } = await trx.selectFrom('charge').select('body').executeTakeFirstOrThrow()
      const charge = JSON.parse(body)
      const tier = { ...charge.tier, yuanPerKwh: '0.50', ruleVersion: 1 }
      await trx
        .updateTable('charge')
        .set({ body: JSON.stringify({ ...charge, tier }) })
        .execute()
    })
    expect(foundIn(await witness.verify())).toEqual({ tier: ['tier.ruleVersion', 'tier.yuanPerKwh'] })
  })
})
