import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayText } from '../../../schemas/day.ts'
import { outcomeCounts } from '../../../services/ingest/index.ts'
import { meter } from '../../support/meters.ts'
import { batchOf, daySamples, MONDAY, type Sample, sample, slotEndMs } from '../../support/readings.ts'
import { get, post, TEXT } from './asking.ts'
import { expectProblem } from './expect-problem.ts'
import { type Office, openOffice, testOffice } from './office.ts'

const exported = (office: Office, more = '', from = -1, to = 40) =>
  get(office, `/v1/readings/export?from=${dayText(MONDAY + from)}&to=${dayText(MONDAY + to)}${more}`)

const single = fc.oneof(
  fc.float({ min: 0, max: 900_000, noNaN: true }),
  fc.constantFrom(0, 181.55, 0.1, 1e-7, 123_456.78, 33.333_333),
)
const IDS = ['M1', 'a,b', '"q"', "it's", '表;计 7', '=1+1', '#5']

describe('GET /v1/readings/export', () => {
  it('can be imported again: nothing but duplicates', async () => {
    const readings = fc.array(
      fc.record({
        meterId: fc.constantFrom(...IDS),
        slot: fc.nat(2 * 96 - 1),
        kw: single,
        kvar: fc.oneof(single, fc.float({ min: -1_000, max: 0, noNaN: true }), fc.constant(Number.NaN)),
        revision: fc.constantFrom(0, 0, 3, 65_535),
      }),
      { minLength: 1, maxLength: 60 },
    )
    const way = fc.record({ primary: readings, secondary: readings })
    const office = await openOffice(
      IDS.map((meterId, i) =>
        meter({
          meterId,
          pointId: i % 2 ? 'P,1' : `P${i}`,
          intervalMinutes: i === 2 ? 60 : 15,
          multiplier: [1, 600, 0.1, 35][i % 4]!,
        }),
      ).map(one => (one.pointId === 'P,1' ? { ...one, feed: 'backup' as const } : one)),
    )
    const { engine, ports } = office.station
    await fc.assert(
      fc.asyncProperty(way, async ({ primary, secondary }) => {
        for (const table of ['outcome', 'reject', 'feature', 'open_day'] as const) {
          await ports.store.db.deleteFrom(table).execute()
        }
        for (const point of ['P0', 'P2', 'P4', 'P6', 'P,1']) await ports.history.letGo(point, MONDAY + 9, 100)
        const samples = (list: typeof primary): Sample[] =>
          list.map(({ slot, meterId, ...one }) =>
            meterId === '"q"'
              ? { ...one, meterId, atMs: slotEndMs(MONDAY, slot % 48, 60), intervalMinutes: 60 }
              : sample(MONDAY, slot, one.kw, { ...one, meterId }),
          )
        await engine.append(batchOf(samples(primary)), [], 'test')
        await engine.append(
          batchOf(
            samples(secondary).map(one => ({ ...one, kw: one.kw / 1_000, kvar: one.kvar! / 1_000 })),
            'secondary',
          ),
          [],
          'test',
        )
        await engine.settle()
        const before = await outcomeCounts(ports.store.db)
        const file = (await exported(office)).body
        const lines = file.trimEnd().split('\n').length - 1
        const answer = (await post(office, '/v1/readings', file, TEXT)).json()
        expect(answer).toMatchObject({ received: lines, accepted: lines, rejected: 0 })
        await engine.settle()
        expect(await outcomeCounts(ports.store.db)).toEqual({
          ...before,
          duplicate: (before.duplicate ?? 0) + lines,
        })
      }),
      { numRuns: 60 },
    )
    await office.close()
  })

  it('holds a point, or what a customer had, and what a day held under each meter', async () => {
    const office = await testOffice([
      meter({ pointId: 'P', customerId: 'C1', validTo: dayText(MONDAY) }),
      meter({ meterId: 'M2', pointId: 'P', customerId: 'C2', validFrom: dayText(MONDAY + 1) }),
      meter({ meterId: 'M3', pointId: 'Q', customerId: 'C2' }),
    ])
    await office.station.take([
      ...daySamples(MONDAY, () => 1.5, { from: 94 }),
      ...daySamples(MONDAY + 1, () => 2.5, { to: 1, meterId: 'M2' }),
      ...daySamples(MONDAY + 1, () => 3.5, { to: 1, meterId: 'M3' }),
    ])
    const header = 'meter_id,ts,kw,kvar,revision\n'
    const [one, two, three] = [
      'M1,2024-05-06T23:45:00+08:00,1.5,,0\nM1,2024-05-07T00:00:00+08:00,1.5,,0\n',
      'M2,2024-05-07T00:15:00+08:00,2.5,,0\n',
      'M3,2024-05-07T00:15:00+08:00,3.5,,0\n',
    ]
    const all = await exported(office)
    expect(all.body).toBe(header + one + two + three)
    expect(all.headers['content-type']).toBe('text/csv; charset=utf-8')
    expect((await exported(office, '&point=P')).body).toBe(header + one + two)
    expect((await exported(office, '&customer=C1')).body).toBe(header + one)
    expect((await exported(office, '&customer=C2')).body).toBe(header + two + three)
    expect((await exported(office, '&customer=C2&point=P')).body).toBe(header + two)
    expect((await exported(office, '', 0, 0)).body).toBe(header + one)
    expect((await exported(office, '&customer=nobody')).body).toBe(header)
  })

  it('is refused for days in the wrong order and points nobody knows', async () => {
    const office = await testOffice()
    expectProblem(await exported(office, '', 1, 0), 400, 'bad-request')
    expectProblem(await exported(office, '&point=M9'), 404, 'not-found')
  })
})
