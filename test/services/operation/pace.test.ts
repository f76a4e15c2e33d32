import { expect, it } from 'vitest'
import { openEmbeddedStore } from '../../../services/adapters/store/index.ts'
import { countOutcomes, outcomeCounts } from '../../../services/ingest/index.ts'
import { createPace } from '../../../services/operation/index.ts'

it('tells what came over the last minutes, and forgets what came before them', async () => {
  const store = await openEmbeddedStore(':memory:')
  let nowMs = 1_000_000
  const pace = createPace(() => nowMs)
  const later = async (seconds: number, accepted: number) => {
    nowMs += seconds * 1000
    await store.transact(trx => countOutcomes(trx, new Map([['accepted', accepted]])))
    return pace.look(await outcomeCounts(store.db))
  }
  expect(await later(0, 500)).toBeNull()
  expect(await later(5, 10)).toEqual({ readings: 10, seconds: 5 })
  expect(await later(55, 50)).toEqual({ readings: 60, seconds: 60 })
  expect(await later(240, 1)).toEqual({ readings: 61, seconds: 300 })
  expect(await later(60, 2)).toEqual({ readings: 3, seconds: 300 })
  await store.close()
})
