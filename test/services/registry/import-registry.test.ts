import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayText, parseDay } from '../../../schemas/day.ts'
import type { Meter } from '../../../schemas/meter.ts'
import {
  createRegistryView,
  type EntryChange,
  importRegistry,
  judgedDifference,
  listMeters,
} from '../../../services/registry/index.ts'
import { meter } from '../../support/meters.ts'
import { type Station, testStation } from '../../support/station.ts'
import { ALL_DAYS, DAYS, FIRST, holding, imported, type Model, rows, speaking } from './model.ts'

const take = ({ ports }: Station, meters: readonly Meter[], replace = false) =>
  ports.store.transact(trx => importRegistry(trx, meters, { replace }, 0))

/** Every entry, by pages. */
const allEntries = async ({ ports }: Station, limit = 2): Promise<Meter[]> => {
  const entries: Meter[] = []
  for (let after: string | undefined; ; ) {
    const page = await listMeters(ports.store.db, { after, limit })
    entries.push(...page.meters)
    if (page.next === null) return entries
    expect(entries.length).toBeLessThan(1_000)
    after = page.next
  }
}

const stored = (one: Meter): Meter => ({ ...one, licensedProcesses: one.licensedProcesses.toSorted() })

const inOrder = (model: Model): Meter[] =>
  model
    .map(stored)
    .sort((a, b) =>
      a.meterId === b.meterId
        ? (a.validFrom ?? '') < (b.validFrom ?? '')
          ? -1
          : 1
        : a.meterId < b.meterId
          ? -1
          : 1,
    )

const ids = ['M1', 'M2', 'M3']
const points = ['P1', 'P2']

const judged = (before: Meter | undefined, after: Meter | undefined, others: readonly string[] = []) =>
  (before || after) === undefined
    ? []
    : judgedDifference({ before: before && stored(before), after: after && stored(after) }).filter(
        name => !others.includes(name),
      )

/** Meters and points of which something judged is otherwise on a day. */
const differing = (before: Model, after: Model, day: number): { meters: string[]; points: string[] } => {
  const meters = ids.filter(
    id =>
      before.some(({ meterId }) => meterId === id) &&
      judged(holding(before, id, day), holding(after, id, day)).length > 0,
  )
  return {
    meters,
    points: points.filter(
      id =>
        before.some(({ pointId }) => pointId === id) &&
        (judged(speaking(before, id, day), speaking(after, id, day), ['multiplier']).length > 0 ||
          meters.some(name =>
            [holding(before, name, day), holding(after, name, day)].some(entry => entry?.pointId === id),
          )),
    ),
  }
}

const holds = (change: EntryChange, day: number) => change.from <= day && day <= change.to
const pointsOf = ({ before, after }: EntryChange) => [before, after].flatMap(entry => entry?.pointId ?? [])

describe('any sequence of imports', () => {
  it('ends in what a plain list asked day by day says, and tells exactly the days that are otherwise', async () => {
    const station = await testStation()
    const { db } = station.ports.store
    const view = createRegistryView(db)
    const steps = fc.array(fc.record({ rows, replace: fc.boolean() }), { maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(steps, async imports => {
        await db.deleteFrom('meter').execute()
        let model: Model = []
        for (const { rows: meters, replace } of imports) {
          const before = model
          model = imported(model, meters, replace)
          const { change, corrections } = await take(station, meters, replace)
          expect(change.added + change.changed + change.unchanged).toBe(meters.length)
          expect(await allEntries(station)).toEqual(inOrder(model))
          await view.refresh()
          for (const day of ALL_DAYS) {
            for (const id of ids) {
              const held = holding(model, id, day)
              expect(view.find(id, day)).toEqual(held && stored(held))
            }
            for (const id of points) {
              const speaker = speaking(model, id, day)
              expect(view.atPoint(id, day)).toEqual(speaker && stored(speaker))
              const own = view.customerDays(id, day)
              for (const other of ALL_DAYS) {
                const there = speaking(model, id, other)?.customerId
                if (there) expect(own?.holds(other)).toBe(speaker && there === speaker.customerId)
              }
            }
            const expected = differing(before, model, day)
            const told = corrections.filter(one => holds(one, day))
            expect(
              new Set(told.flatMap(pointsOf).filter(id => before.some(({ pointId }) => pointId === id))),
            ).toEqual(new Set(expected.points))
            for (const one of told) expect(judgedDifference(one)).not.toEqual([])
          }
          for (const id of ids) {
            const own = model.filter(({ meterId }) => meterId === id)
            expect(view.knows(id)).toBe(own.length > 0)
            expect(new Set(view.pointsOf(id))).toEqual(new Set(own.map(({ pointId }) => pointId)))
          }
          for (const id of points) expect(view.hasPoint(id)).toBe(model.some(({ pointId }) => pointId === id))
        }
      }),
      { numRuns: 80 },
    )
  })
})

describe('importRegistry', () => {
  it('finds nothing otherwise in entries told in another order of fields, of licences, or by sentinel dates', async () => {
    const station = await testStation()
    const one = meter({ licensedProcesses: ['forging', 'isp'], validTo: '9999-12-31' })
    await take(station, [one])
    const turned = Object.fromEntries(Object.entries(one).reverse()) as unknown as Meter
    for (const same of [
      turned,
      { ...one, licensedProcesses: ['isp' as const, 'forging' as const] },
      { ...one, validFrom: '1900-01-01' },
    ]) {
      expect(await take(station, [same])).toMatchObject({
        change: { added: 0, changed: 0, unchanged: 1 },
        corrections: [],
      })
    }
  })

  it('keeps the days of the entry that a row without dates corrects', async () => {
    const station = await testStation()
    await take(station, [
      meter({ validTo: '2024-03-31' }),
      meter({ customerId: 'C2', validFrom: '2024-04-01' }),
    ])
    await take(station, [meter({ customerId: 'C3' })])
    expect(await allEntries(station)).toEqual([
      meter({ validTo: '2024-03-31' }),
      meter({ customerId: 'C3', validFrom: '2024-04-01' }),
    ])
  })

  it('takes a first day far ahead', async () => {
    const station = await testStation({ meters: [meter()] })
    const { corrections } = await take(station, [meter({ customerId: 'C2', validFrom: '2999-01-01' })])
    expect(corrections).toMatchObject([{ from: parseDay('2999-01-01'), to: parseDay('9999-12-31') }])
  })
})

describe('a point with several meters', () => {
  it('is corrected when a meter that was not known turns out to have stood there', async () => {
    const station = await testStation({ meters: [meter({ pointId: 'P' })] })
    const newer = meter({ meterId: 'M2', pointId: 'P', customerId: 'C2', validFrom: '2024-06-01' })
    const { corrections } = await take(station, [newer])
    expect(corrections).toMatchObject([
      {
        meterId: 'M2',
        from: parseDay('2024-06-01'),
        before: { customerId: 'C-M1' },
        after: { customerId: 'C2' },
      },
    ])
  })

  it('is not corrected when the new meter stands for the same', async () => {
    const station = await testStation({ meters: [meter({ pointId: 'P' })] })
    const newer = meter({
      meterId: 'M2',
      pointId: 'P',
      customerId: 'C-M1',
      multiplier: 7,
      validFrom: '2024-06-01',
    })
    expect((await take(station, [newer])).corrections).toEqual([])
  })

  it('is corrected when main and backup feed were mixed up', async () => {
    const main = meter({ pointId: 'P' })
    const backup = meter({ meterId: 'M2', pointId: 'P', customerId: 'C2', feed: 'backup' })
    const station = await testStation({ meters: [main, backup] })
    const swapped = [
      { ...main, feed: 'backup' as const },
      { ...backup, feed: 'main' as const },
    ]
    expect((await take(station, swapped)).corrections).toMatchObject([
      { before: { customerId: 'C-M1' }, after: { customerId: 'C2' } },
    ])
  })
})

describe('listMeters', () => {
  const odd = ['@', 'a', 'a@', 'a@5', 'a@5@7', '表 1', "x'y", '"q"', 'a\nb', '%', '一@一']

  it('covers every entry once by pages of any length, whatever ids look like', async () => {
    const station = await testStation()
    const meters = odd.flatMap(meterId =>
      [null, dayText(FIRST), dayText(FIRST + DAYS)].map(validFrom => meter({ meterId, validFrom })),
    )
    await take(station, meters)
    for (const limit of [1, 2, 3, 7, 500]) {
      const entries = await allEntries(station, limit)
      expect(entries).toHaveLength(meters.length)
      expect(new Set(entries.map(one => `${one.meterId}|${one.validFrom}`)).size).toBe(meters.length)
    }
  })

  it('lists the entries of one customer', async () => {
    const station = await testStation()
    await take(station, [
      meter(),
      meter({ customerId: 'C2', validFrom: '2024-04-01' }),
      meter({ meterId: 'M2' }),
    ])
    const { meters, next } = await listMeters(station.ports.store.db, { customer: 'C2', limit: 10 })
    expect(meters).toEqual([meter({ customerId: 'C2', validFrom: '2024-04-01' })])
    expect(next).toBeNull()
  })
})
