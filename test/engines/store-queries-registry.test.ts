import { expect, it } from 'vitest'
import type { Meter } from '../../schemas/meter.ts'
import { createRegistryView, importRegistry, listMeters } from '../../services/registry/index.ts'
import { readMeters } from '../../services/registry/list-meters.ts'
import { createRandom } from '../detectors/support/random.ts'
import { meter } from '../support/meters.ts'
import { MONDAY } from '../support/readings.ts'
import { type Scene, sameOnBoth } from './support/both-stores.ts'

const NOW_MS = Date.parse('2024-06-01T08:00:00+08:00')

/** Ids whose order differs between locales, beside such as `listMeters` takes apart. */
const IDS = ['M1', 'm1', 'M-1', 'M 1', 'é', 'z', '表', '表1', 'A@5', 'A', 'A@', '\u{1F600}', '10', '9']

const METERS: readonly Meter[] = IDS.flatMap(meterId => [
  meter({ meterId, contractKva: 0.1, multiplier: 1 / 3, licensedProcesses: ['rolling', 'forging'] }),
  meter({ meterId, pointId: `P ${meterId}`, validFrom: '2024-02-01', validTo: '2024-03-31', feed: 'backup' }),
  meter({ meterId, customerId: 'C1', customerName: "某'厂", validFrom: '2024-04-01', multiplier: 400 }),
])

const bring = ({ store }: Scene, meters: readonly Meter[], replace = false) =>
  store.transact(trx => importRegistry(trx, meters, { replace }, NOW_MS))

const pages = async ({ store }: Scene, limit: number, customer?: string): Promise<string[]> => {
  const seen: string[] = []
  for (let after: string | undefined; ; ) {
    const { meters, next } = await listMeters(store.db, { limit, after, customer })
    seen.push(...meters.map(({ meterId, validFrom }) => `${meterId} ${validFrom}`))
    if (next === null) return seen
    after = next
  }
}

it('keeps the registry alike, and tells pages of it in one order', async () => {
  const answers = await sameOnBoth(async scene => {
    const first = await bring(scene, METERS)
    const changes = [
      await bring(scene, METERS),
      await bring(scene, [
        meter({ meterId: 'M1', validTo: '2024-12-31' }),
        meter({ meterId: '表', customerId: 'C2' }),
      ]),
      await bring(scene, [meter({ meterId: 'é' })], true),
    ]
    const view = createRegistryView(scene.store.db)
    await view.refresh()
    return {
      first,
      changes,
      all: [...(await readMeters(scene.store.db))],
      pages: [await pages(scene, 4), await pages(scene, 100), await pages(scene, 2, 'C1')],
      after: [
        (await listMeters(scene.store.db, { limit: 3, after: 'A@' })).meters,
        (await listMeters(scene.store.db, { limit: 3, after: 'nobody' })).meters,
      ],
      view: IDS.map(id => [view.find(id, MONDAY), view.pointsOf(id), view.atPoint(`P ${id}`, MONDAY)]),
    }
  })
  const byCodePoint = IDS.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
  expect([...new Set(answers.pages[1]!.map(line => line.split(/ (?=\S+$)/)[0]))]).toEqual(byCodePoint)
  expect(answers.pages[0]).toEqual(answers.pages[1])
  expect(answers.first.change.added).toBe(METERS.length)
  expect(answers.changes.map(({ corrections }) => corrections.length)).toEqual([0, 3, 3])
})

it('keeps a registry of thousands alike', async () => {
  const random = createRandom(5)
  const many = Array.from({ length: 2_000 }, (_, i) =>
    meter({ meterId: `${i}`, contractKva: random.between(0, 1e6), multiplier: random.between(0.001, 1e4) }),
  )
  const answers = await sameOnBoth(async scene => {
    await bring(scene, many)
    const { change } = await bring(
      scene,
      many.map((one, i) => (i % 2 ? one : { ...one, districtCode: '500108' })),
    )
    return { change, all: [...(await readMeters(scene.store.db)).values()] }
  })
  expect(answers.change).toEqual({ added: 0, changed: 1_000, unchanged: 1_000 })
})
