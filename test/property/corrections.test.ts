import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayText } from '../../schemas/day.ts'
import type { Meter } from '../../schemas/meter.ts'
import { findCorrection, listEffects } from '../../services/corrections/index.ts'
import { furnaceSamples, shopSamples } from '../support/furnace.ts'
import { meter } from '../support/meters.ts'
import { batchOf, MONDAY, type Sample } from '../support/readings.ts'
import { type Result, resultOf } from '../support/result.ts'
import { type Station, withStation } from '../support/station.ts'

const DAYS = 9
const RATIO = 40
const samples = (seed: number): Sample[] =>
  [...furnaceSamples('M1', MONDAY, DAYS, { seed }), ...shopSamples('M2', MONDAY, DAYS, seed)].map(one => ({
    ...one,
    kw: one.kw / RATIO,
    ...(one.kvar === undefined ? {} : { kvar: one.kvar / RATIO }),
  }))

const RIGHT = [meter({ multiplier: RATIO }), meter({ meterId: 'M2', multiplier: RATIO })]

const takeAll = async ({ engine }: Station, given: readonly Sample[]): Promise<void> => {
  await engine.append(batchOf(given, 'secondary'), [], 'test')
  await engine.settle()
}

const import_ = ({ engine }: Station, meters: readonly Meter[], replace = true) =>
  engine.importRegistry(meters, { replace }, 'tester')

const rightFromTheStart = (given: readonly Sample[]): Promise<Result> =>
  withStation({ meters: RIGHT }, async station => {
    await takeAll(station, given)
    return resultOf(station)
  })

/** A registry that was wrong about M1; M2 was always right. */
const wrong: fc.Arbitrary<Meter[]> = fc
  .record({
    multiplier: fc.constantFrom(1, 8, RATIO),
    contractKva: fc.constantFrom(0, 800, 100_000),
    licensedProcesses: fc.constantFrom<Meter['licensedProcesses'][]>([], ['induction-melting']),
    industryCode: fc.constantFrom('5990', '3391', '6420'),
    customerId: fc.constantFrom('C-M1', 'C-OTHER'),
    pointId: fc.constantFrom('M1', 'P-OTHER'),
    districtCode: fc.constantFrom('500107', '500115'),
    from: fc.constantFrom(null, 3),
  })
  .map(({ from, ...change }) => {
    const first = from === null ? null : dayText(MONDAY + from)
    const entry = { ...RIGHT[0]!, ...change, validFrom: first }
    return first === null ? [entry] : [RIGHT[0]!, entry]
  })

describe('a correction of the registry', () => {
  it('ends where the right registry would have, and leaves other points as they were', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 1_000 }),
        wrong,
        fc.boolean(),
        async (seed, rows, restart) => {
          const given = samples(seed)
          const expected = await rightFromTheStart(given)
          await withStation({ meters: [...rows, RIGHT[1]!] }, async station => {
            await takeAll(station, given)
            await import_(station, RIGHT)
            if (restart) await station.restart()
            await station.engine.settle()
            const result = await resultOf(station)
            expect(result.features).toEqual(expected.features)
            expect(result.findings).toEqual(expected.findings)
            const supported = new Set(
              expected.charges.map(charge => (charge as { customerId: string }).customerId),
            )
            const charges = result.charges.filter(charge =>
              supported.has((charge as { customerId: string }).customerId),
            )
            expect(charges).toEqual(expected.charges)
          })
        },
      ),
      { numRuns: 25 },
    )
  })

  it('shows each finding that came or went', async () => {
    await withStation(
      { meters: [meter({ multiplier: RATIO, licensedProcesses: ['induction-melting'] }), RIGHT[1]!] },
      async station => {
        await takeAll(station, samples(5))
        const before = await resultOf(station)
        const { correctionId } = await import_(station, RIGHT)
        await station.engine.settle()
        const after = await resultOf(station)
        const { db } = station.ports.store
        const correction = (await findCorrection(db, correctionId!))!
        const effects = await listEffects(db, { id: correctionId!, offset: 0, limit: 500 })
        expect(correction).toMatchObject({
          actor: 'tester',
          kind: 'registry',
          waiting: 0,
          points: 1,
          effects: effects.length,
        })
        expect(correction.changes[0]?.fields).toEqual({
          licensedProcesses: { before: 'induction-melting', after: '' },
        })
        const keyOf = (finding: string): string => finding.split(' ').slice(0, 4).join(' ')
        const held = new Set(before.findings.map(keyOf))
        const changed = after.findings.map(keyOf).filter(key => !held.has(key))
        expect(changed.length).toBeGreaterThan(0)
        expect(effects.filter(({ scoreAfter }) => scoreAfter !== null)).toHaveLength(changed.length)
        expect(effects.every(({ pointId }) => pointId === 'M1')).toBe(true)
      },
    )
  })
})

describe('a backfill', () => {
  it('ends as if its days had come in order', async () => {
    const given = samples(9)
    const expected = await rightFromTheStart(given)
    const old = given.filter(({ atMs }) => atMs <= given[0]!.atMs + 86_400_000)
    const rest = given.filter(one => !old.includes(one))
    const late = [...furnaceSamples('M1', MONDAY + 30, 1)].map(one => ({ ...one, kw: one.kw / RATIO }))
    await withStation({ meters: RIGHT }, async station => {
      await takeAll(station, [...rest, ...late])
      await station.engine.append(batchOf(old, 'secondary'), [], 'test', 'backfill')
      await station.engine.settle()
      const { features } = await resultOf(station)
      const until = (rows: readonly string[]) => rows.filter(row => Number(row.split(' ')[1]) < MONDAY + DAYS)
      expect(until(features)).toEqual(expected.features)
    })
  })
})
