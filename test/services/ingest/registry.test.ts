import { describe, expect, it } from 'vitest'
import { createRegistryView, importRegistry } from '../../../services/ingest/index.ts'
import { meter } from '../../support/meters.ts'
import { testStation } from '../../support/station.ts'

describe('importRegistry', () => {
  it('tells what it added, changed and left as it was', async () => {
    const { engine } = await testStation()
    const [one, other] = [meter(), meter({ meterId: 'M2', licensedProcesses: ['forging', 'isp'] })]
    expect(await engine.importRegistry([one, other])).toEqual({ added: 2, changed: 0, unchanged: 0 })
    expect(await engine.importRegistry([one, { ...other, contractKva: 5 }])).toEqual({
      added: 0,
      changed: 1,
      unchanged: 1,
    })
    expect(await engine.importRegistry([])).toEqual({ added: 0, changed: 0, unchanged: 0 })
  })

  it('leaves a meter that it does not name as it is', async () => {
    const { ports } = await testStation({ meters: [meter(), meter({ meterId: 'M2' })] })
    await ports.store.transact(trx => importRegistry(trx, [meter({ contractKva: 9 })], 0))
    const view = createRegistryView(ports.store.db)
    await view.refresh()
    expect(view.find('M1')?.contractKva).toBe(9)
    expect(view.find('M2')).toEqual(meter({ meterId: 'M2' }))
    expect(view.find('M3')).toBeUndefined()
  })

  it('finds the meter that stands at a point', async () => {
    const { ports } = await testStation({ meters: [meter({ pointId: 'P7' })] })
    const view = createRegistryView(ports.store.db)
    await view.refresh()
    expect(view.atPoint('P7')?.meterId).toBe('M1')
    expect(view.atPoint('M1')).toBeUndefined()
  })
})
