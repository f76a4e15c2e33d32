import { describe, expect, it } from 'vitest'
import type { TariffRule } from '../../../schemas/tariff.ts'
import { openEmbeddedStore } from '../../../services/adapters/store/index.ts'
import { decidePriceChange, listPriceChanges, shipRules } from '../../../services/price-changes/index.ts'
import { loadRules, loadTariffRules } from '../../../services/pricing/index.ts'
import { second } from './clerks.ts'

const [first] = loadTariffRules()
const later: TariffRule[] = loadTariffRules().map(rule =>
  rule.id === first!.id ? { ...rule, note: '新版说明' } : rule,
)

describe('rules that come with the program', () => {
  it('are released at once in an empty store; what a later edition says is put up, once', async () => {
    const store = await openEmbeddedStore(':memory:')
    const start = (rules: readonly TariffRule[]) => store.transact(trx => shipRules(trx, rules, 1))
    const states = async () =>
      (await listPriceChanges(store.db, { limit: 9 })).changes.map(({ state, rows }) => `${state} ${rows}`)
    const noteNow = async () => (await loadRules(store.db)).find(({ id }) => id === first!.id)!.note
    try {
      await start(loadTariffRules())
      await start(loadTariffRules())
      expect(await states()).toEqual([`released ${loadTariffRules().length}`])
      await start(later)
      await start(later)
      // A process of the edition before starts once more.
      await start(loadTariffRules())
      expect(await states()).toEqual(['proposed 1', `released ${loadTariffRules().length}`])
      expect(await noteNow()).toBe(first!.note)
      const decision = { id: 'change-000002', action: 'release' as const, reason: '' }
      await store.transact(trx => decidePriceChange(trx, decision, second, 2))
      expect(await noteNow()).toBe('新版说明')
      await start(later)
      expect(await states()).toHaveLength(2)
    } finally {
      await store.close()
    }
  })

  it('are not put up again when somebody refused them', async () => {
    const store = await openEmbeddedStore(':memory:')
    try {
      await store.transact(trx => shipRules(trx, loadTariffRules(), 1))
      await store.transact(trx => shipRules(trx, later, 1))
      const decision = { id: 'change-000002', action: 'refuse' as const, reason: '未核' }
      await store.transact(trx => decidePriceChange(trx, decision, second, 2))
      await store.transact(trx => shipRules(trx, later, 3))
      expect((await listPriceChanges(store.db, { limit: 9 })).changes).toHaveLength(2)
    } finally {
      await store.close()
    }
  })
})
