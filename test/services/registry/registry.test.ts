import { describe, expect, it } from 'vitest'
import { parseDay } from '../../../schemas/day.ts'
import { createRegistryView, importRegistry, listMeters } from '../../../services/registry/index.ts'
import { meter } from '../../support/meters.ts'
import { testStation } from '../../support/station.ts'

const merge = { replace: false }
const day = parseDay

const stationWith = async (...imports: readonly (readonly ReturnType<typeof meter>[])[]) => {
  const station = await testStation()
  for (const meters of imports) await station.engine.importRegistry(meters, merge, 'test')
  const view = createRegistryView(station.ports.store.db)
  await view.refresh()
  return { ...station, view }
}

describe('importRegistry', () => {
  it('tells what it added, changed and left as it was', async () => {
    const { engine } = await testStation()
    const [one, other] = [meter(), meter({ meterId: 'M2', licensedProcesses: ['forging', 'isp'] })]
    const counts = (added: number, changed: number, unchanged: number) => ({ added, changed, unchanged })
    expect(await engine.importRegistry([one, other], merge, 'test')).toMatchObject(counts(2, 0, 0))
    const changed = [one, { ...other, contractKva: 5 }]
    expect(await engine.importRegistry(changed, merge, 'test')).toMatchObject(counts(0, 1, 1))
    expect(await engine.importRegistry([], merge, 'test')).toMatchObject(counts(0, 0, 0))
  })

  it('leaves a meter that it does not name as it is', async () => {
    const { view } = await stationWith([meter(), meter({ meterId: 'M2' })], [meter({ contractKva: 9 })])
    expect(view.find('M1', day('2026-01-01'))?.contractKva).toBe(9)
    expect(view.find('M2', day('2026-01-01'))).toEqual(meter({ meterId: 'M2' }))
    expect(view.knows('M3')).toBe(false)
  })

  it('begins an entry with a first day, and corrects the latest one without', async () => {
    const dated = meter({ customerId: 'C2', validFrom: '2026-03-01' })
    const { view } = await stationWith([meter()], [dated], [meter({ customerId: 'C3' })])
    expect(view.find('M1', day('2026-02-28'))?.customerId).toBe('C-M1')
    expect(view.find('M1', day('2026-03-01'))).toMatchObject({ customerId: 'C3', validFrom: '2026-03-01' })
  })

  it('makes the rows of a meter all that is known of it when it replaces', async () => {
    const { engine, ports } = await stationWith(
      [meter()],
      [meter({ customerId: 'C2', validFrom: '2026-03-01' })],
    )
    await engine.importRegistry([meter({ customerId: 'C9' })], { replace: true }, 'test')
    expect((await listMeters(ports.store.db, { limit: 10 })).meters.map(one => one.customerId)).toEqual([
      'C9',
    ])
  })

  it('lets a point be found by its day, through an exchange of its meter', async () => {
    const before = meter({ pointId: 'P7', validTo: '2026-03-09' })
    const after = meter({ meterId: 'M2', pointId: 'P7', validFrom: '2026-03-10' })
    const { view } = await stationWith([before, after])
    expect(view.atPoint('P7', day('2026-03-09'))?.meterId).toBe('M1')
    expect(view.atPoint('P7', day('2026-03-10'))?.meterId).toBe('M2')
    expect(view.find('M1', day('2026-03-10'))).toBeUndefined()
    expect(view.hasPoint('M1')).toBe(false)
  })

  it('pages through every entry once', async () => {
    const entries = ['A', 'A@1', 'B'].flatMap(meterId => [
      meter({ meterId }),
      meter({ meterId, validFrom: '2026-03-01' }),
    ])
    const { ports } = await stationWith(entries)
    const seen: string[] = []
    for (let after: string | undefined; ; ) {
      const { meters, next } = await listMeters(ports.store.db, { limit: 2, after })
      seen.push(...meters.map(({ meterId, validFrom }) => `${meterId} ${validFrom}`))
      if (next === null) break
      after = next
    }
    expect(seen).toHaveLength(6)
    expect(new Set(seen).size).toBe(6)
  })

  it('makes no correction of what nobody judges', async () => {
    const { engine } = await stationWith([meter()])
    const renamed = meter({ customerName: '改名', supplyUnit: '城区', status: 'suspended' })
    expect((await engine.importRegistry([renamed], merge, 'test')).correctionId).toBeNull()
  })

  it('is undone whole when it fails', async () => {
    const { ports } = await stationWith([meter()])
    const failed = ports.store.transact(async trx => {
      await importRegistry(trx, [meter({ contractKva: 7 })], merge, 0)
      throw new Error('no')
    })
    await expect(failed).rejects.toThrow('no')
    expect((await listMeters(ports.store.db, { limit: 10 })).meters).toEqual([meter()])
  })
})
