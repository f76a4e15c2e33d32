import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { dayText } from '../../../schemas/day.ts'
import type { Meter } from '../../../schemas/meter.ts'
import { listCases } from '../../../services/cases/index.ts'
import { listRejects } from '../../../services/ingest/index.ts'
import { furnaceSamples, shopSamples } from '../../support/furnace.ts'
import { meter } from '../../support/meters.ts'
import { person } from '../../support/people.ts'
import { batchOf, daySamples, MONDAY, type Sample } from '../../support/readings.ts'
import { type Station, testStation } from '../../support/station.ts'
import { correct, correctionNow, differences, effectsOf, findingsNow, rowsOf } from './said.ts'
import { standOf } from './stand.ts'

const DAYS = 10
const M2 = meter({ meterId: 'M2' })
const furnace = furnaceSamples('M1', MONDAY, DAYS)
const other = furnaceSamples('M2', MONDAY, DAYS, { seed: 9 })

const secondary = async (station: Station, samples: readonly Sample[]) => {
  await station.engine.append(batchOf(samples, 'secondary'), [], 'test')
  await station.engine.settle()
}

/** A furnace on the secondary side and another works, under a registry that is then corrected. */
const corrected = async (wrong: readonly Meter[], right: readonly Meter[]) => {
  const station = await testStation({ meters: wrong })
  await secondary(station, furnace)
  await station.take(other)
  const before = await findingsNow(station)
  const rows = { feature: await rowsOf(station, 'feature'), finding: await rowsOf(station, 'finding') }
  const id = await correct(station, right)
  return { station, before, rows, id, after: await findingsNow(station) }
}

const asFromTheStart = async (right: readonly Meter[], points = ['M1', 'M2', 'P7']) => {
  const station = await testStation({ meters: right })
  await secondary(station, furnace)
  await station.take(other)
  return standOf(station, points)
}

const ofOthers = (rows: readonly string[]) => rows.filter(row => JSON.parse(row).point_id === 'M2')

const WRONGS: Record<string, [wrong: readonly Meter[], right: readonly Meter[]]> = {
  multiplier: [[meter({ multiplier: 0.01 })], [meter()]],
  licence: [[meter({ licensedProcesses: ['induction-melting'] })], [meter()]],
  industry: [[meter({ industryCode: '3130' })], [meter()]],
  contract: [[meter({ contractKva: 30_000 })], [meter({ contractKva: 1_600 })]],
  district: [[meter({ districtCode: '110101' })], [meter()]],
  point: [[meter({ pointId: 'P7' })], [meter()]],
  customer: [[meter({ customerId: 'C9' })], [meter()]],
  'owner from a day': [[meter()], [meter(), meter({ customerId: 'C9', validFrom: dayText(MONDAY + 5) })]],
}

describe.each(Object.entries(WRONGS))('a wrong %s that is corrected', (name, [wrong, right]) => {
  it('ends as if it had been right from the start, and tells exactly what is otherwise', async () => {
    const { station, before, after, id, rows } = await corrected([...wrong, M2], [...right, M2])
    expect(await standOf(station, ['M1', 'M2', 'P7'])).toEqual(await asFromTheStart([...right, M2]))
    const told = await effectsOf(station, id!)
    const expected = differences(before, after)
    expect(new Map([...told].map(([place, { caseState: _, ...effect }]) => [place, effect]))).toEqual(
      expected,
    )
    if (!['district', 'contract'].includes(name)) expect(expected.size).toBeGreaterThan(0)
    const correction = await correctionNow(station, id!)
    const points = name === 'point' ? 2 : 1
    expect(correction).toMatchObject({
      kind: 'registry',
      actor: 'test',
      points,
      waiting: 0,
      effects: expected.size,
    })
    expect(correction.judgedDays).toBe(name === 'owner from a day' ? DAYS - 5 : DAYS)
    expect(ofOthers(await rowsOf(station, 'feature'))).toEqual(ofOthers(rows.feature))
    expect(ofOthers(await rowsOf(station, 'finding'))).toEqual(ofOthers(rows.finding))
  })

  it('is as it was once it is corrected back', async () => {
    const { station, before } = await corrected([...wrong, M2], [...right, M2])
    const asRight = await standOf(station, ['M1', 'M2', 'P7'])
    await correct(station, wrong)
    expect(await findingsNow(station)).toEqual(before)
    await correct(station, right)
    expect(await standOf(station, ['M1', 'M2', 'P7'])).toEqual(asRight)
  })
})

describe('a correction', () => {
  it('of nothing that is judged has nothing judged again', async () => {
    const { station, rows, id } = await corrected(
      [meter(), M2],
      [meter({ customerName: '改名', supplyUnit: '永川', address: '大安街道8号', parentPointId: 'P0' }), M2],
    )
    expect(id).toBeNull()
    expect(await rowsOf(station, 'feature')).toEqual(rows.feature)
    expect((await listCases(station.ports.store.db, { limit: 9 })).map(one => one.customerName)).toContain(
      '改名',
    )
  })

  it('says in words of the registry what it changed', async () => {
    const { station, id } = await corrected(
      [meter(), M2],
      [
        meter(),
        meter({
          licensedProcesses: ['forging', 'isp'],
          contractKva: 9,
          validFrom: dayText(MONDAY),
          validTo: dayText(MONDAY + 2),
        }),
        meter({ validFrom: dayText(MONDAY + 3) }),
        M2,
      ],
    )
    expect((await correctionNow(station, id!)).changes).toEqual([
      {
        meterId: 'M1',
        ruleId: null,
        from: dayText(MONDAY),
        to: dayText(MONDAY + 2),
        fields: {
          contractKva: { before: '0', after: '9' },
          licensedProcesses: { before: '', after: 'forging;isp' },
        },
      },
    ])
  })

  it('of the owner leaves the former one a charge that nothing carries, and gives the right one a case', async () => {
    const { station } = await corrected([meter(), M2], [meter({ customerId: 'C9' }), M2])
    const cases = await listCases(station.ports.store.db, { limit: 9 })
    const charges = Object.fromEntries(
      cases.map(one => [one.customerId, one.charges.map(({ unsupported }) => unsupported)]),
    )
    expect(charges).toEqual({ 'C-M1': [true], 'C-M2': [false], C9: [false] })
  })

  it('takes a case to the district that the registry has now, not to one that it had', async () => {
    const moved = meter({ districtCode: '500112', validFrom: '2025-11-01' })
    const { station } = await corrected([meter(), moved, M2], [meter({ contractKva: 5 }), moved, M2])
    const [one] = await listCases(station.ports.store.db, { limit: 9 })
    expect(one).toMatchObject({ customerId: 'C-M1', districtCode: '500112' })
  })

  it.each(['to-review', 'reported'] as const)(
    'changes nothing of a case that is %s, and says so',
    async state => {
      const station = await testStation({ meters: [meter(), M2] })
      await secondary(station, furnace)
      await station.take(other)
      const caseId = (await listCases(station.ports.store.db, { limit: 9 }))[0]!.id
      const analyst = person('a', 'analyst')
      await station.engine.carryOut({
        name: 'move',
        body: { caseId, action: 'submit', reason: 'checked' },
        actor: analyst,
      })
      if (state === 'reported') {
        const reviewer = person('b', 'reviewer')
        await station.engine.carryOut({
          name: 'move',
          body: { caseId, action: 'release', reason: '' },
          actor: reviewer,
        })
      }
      const held = async () =>
        Promise.all((['cases', 'charge', 'audit', 'outbox'] as const).map(name => rowsOf(station, name)))
      const before = await held()
      expect(before[3]).toHaveLength(state === 'reported' ? 1 : 0)
      const id = await correct(station, [
        meter({ customerName: '改名', licensedProcesses: ['induction-melting'] }),
      ])
      // Of a case that a district was told of the program proposes a withdrawal, and changes nothing else of it.
      const proposed = state === 'reported' ? ['propose'] : []
      const after = await held()
      expect(after[2]!.slice(before[2]!.length).map(row => JSON.parse(row).action)).toEqual(proposed)
      expect([withoutHead(after[0]!), after[1], after[2]!.slice(0, before[2]!.length), after[3]]).toEqual([
        ...[withoutHead(before[0]!), ...before.slice(1)],
      ])
      const effects = [...(await effectsOf(station, id!)).values()]
      expect(effects.length).toBeGreaterThan(0)
      expect(new Set(effects.map(({ caseState }) => caseState))).toEqual(new Set([state]))
      const handedOn = await correct(station, [meter({ customerId: 'C9' })])
      expect((await held())[3]).toEqual(before[3])
      expect((await held())[1]!.filter(row => JSON.parse(row).case_id === caseId)).toEqual(
        before[1]!.filter(row => JSON.parse(row).case_id === caseId),
      )
      expect(handedOn).not.toBeNull()
    },
  )

  it('that gives readings to another point keeps in the reject book what loses its slot there', async () => {
    const station = await testStation({
      meters: [meter({ pointId: 'P7' }), meter({ meterId: 'M2', pointId: 'P8' })],
    })
    await station.take(daySamples(MONDAY, slot => 10 + slot, { to: 4 }))
    await station.take(daySamples(MONDAY, slot => (slot === 1 ? 11 : 50), { meterId: 'M2', to: 2 }))
    await correct(station, [meter({ pointId: 'P8' })])
    const rejects = await listRejects(station.ports.store.db, { limit: 9 })
    expect(rejects.map(({ reason, raw }) => [reason, JSON.parse(raw)])).toEqual([
      ['corrected', { meterId: 'M2', at: `${dayText(MONDAY)}T00:15:00+08:00`, kw: 50 }],
    ])
  })

  it('in the middle of a day does not judge that day before it is over', async () => {
    const station = await testStation({ meters: [meter({ pointId: 'P7' })] })
    await station.take(furnace.slice(0, 3 * 96 + 90))
    await correct(station, [meter()])
    expect(await rowsOf(station, 'open_day')).toEqual([JSON.stringify({ point_id: 'M1', day: MONDAY + 3 })])
    expect(await rowsOf(station, 'feature')).toHaveLength(3)
    await station.take(furnace.slice(3 * 96 + 90))
    const straight = await testStation({ meters: [meter()] })
    await straight.take(furnace)
    expect(await standOf(station, ['M1', 'P7'])).toEqual(await standOf(straight, ['M1', 'P7']))
  })
})

describe('an entry that ended too early', () => {
  const early = meter({ validTo: dayText(MONDAY + 4) })

  it('has its readings in the reject book, which end as if it had been right when they come again', async () => {
    const station = await testStation({ meters: [early, M2] })
    await secondary(station, furnace)
    await station.take(other)
    expect(await rowsOf(station, 'feature')).toHaveLength(5 + DAYS)
    expect(
      await listRejects(station.ports.store.db, { limit: 1_000, reason: 'no-entry-that-day' }),
    ).toHaveLength(5 * 96)
    await correct(station, [meter()])
    await secondary(station, furnace.slice(5 * 96))
    expect(await standOf(station, ['M1', 'M2'])).toEqual(await asFromTheStart([meter(), M2], ['M1', 'M2']))
  })

  it('once taken back, ends as if it had never been', async () => {
    const { station, before, after, id } = await corrected([meter(), M2], [early, M2])
    expect(await rowsOf(station, 'feature')).toHaveLength(5 + DAYS)
    expect(new Set([...(await effectsOf(station, id!)).keys()])).toEqual(
      new Set(differences(before, after).keys()),
    )
    await correct(station, [meter()])
    expect(await standOf(station, ['M1', 'M2'])).toEqual(await asFromTheStart([meter(), M2], ['M1', 'M2']))
    expect(await findingsNow(station)).toEqual(before)
  })
})

describe('two meters that stood each in the other one’s place', () => {
  const hourly = shopSamples('M2', MONDAY, DAYS)
    .filter((_, i) => i % 4 === 3)
    .map(one => ({ ...one, intervalMinutes: 60 }))

  it.each([
    ['', shopSamples('M2', MONDAY, DAYS), 15 as const],
    [', one by the quarter of an hour, one by the hour', hourly, 60 as const],
  ])('have their readings where they belong%s', async (_, shop, intervalMinutes) => {
    const one = meter({ pointId: 'P1', customerId: 'C1' })
    const two = meter({ meterId: 'M2', pointId: 'P2', customerId: 'C2', intervalMinutes })
    const crossed = [
      { ...one, pointId: 'P2' },
      { ...two, pointId: 'P1' },
    ]
    const station = await testStation({ meters: crossed })
    await station.take([...furnace, ...shop])
    await correct(station, [one, two])
    const straight = await testStation({ meters: [one, two] })
    await straight.take([...furnace, ...shop])
    expect(await standOf(station, ['P1', 'P2'])).toEqual(await standOf(straight, ['P1', 'P2']))
    expect(await listRejects(station.ports.store.db, { limit: 1 })).toEqual([])
  })
})

describe('a correction of 400 days', () => {
  const long = furnaceSamples('M1', MONDAY, 400)
    .filter((_, i) => i % 4 === 3)
    .map(one => ({ ...one, intervalMinutes: 60 }))
  const [wrong, right] = [{ multiplier: 0.02 }, { multiplier: 1 }].map(change =>
    meter({ intervalMinutes: 60, ...change }),
  )

  /** Lets the last slice of a correction fail, until mended. */
  const stopShort = ({ ports }: Station) =>
    sql`create trigger stop before delete on rescore begin select raise(abort, 'disk full'); end`.execute(
      ports.store.db,
    )

  it('is done in slices whose end is whole, and ends the same when it is broken off between them', async () => {
    const station = await testStation({ meters: [wrong!], onFatal: () => {} })
    await secondary(station, long)
    const before = await rowsOf(station, 'feature')
    const findings = await findingsNow(station)
    await stopShort(station)
    await correct(station, [right!]).catch(() => {})
    expect(station.fatal).toMatchObject([{ message: 'disk full' }])
    const [waiting] = (await rowsOf(station, 'rescore')).map(row => JSON.parse(row))
    expect(waiting.from_day).toBe(MONDAY + 300)
    const midway = await rowsOf(station, 'feature')
    const changed = midway.filter(row => !before.includes(row)).map(row => JSON.parse(row).day - MONDAY)
    expect(changed.length).toBeGreaterThan(250)
    expect(Math.max(...changed)).toBeLessThan(300)
    expect((await station.ports.history.read('M1', MONDAY + 300))!.sources).toEqual([
      { meterId: 'M1', multiplier: 0.02 },
    ])
    expect((await station.ports.history.read('M1', MONDAY + 299))!.sources).toEqual([
      { meterId: 'M1', multiplier: 1 },
    ])
    await sql`drop trigger stop`.execute(station.ports.store.db)
    await station.restart()
    await station.engine.settle()
    const straight = await testStation({ meters: [right!] })
    await secondary(straight, long)
    expect(await standOf(station, ['M1'])).toEqual(await standOf(straight, ['M1']))
    const expected = differences(findings, await findingsNow(station))
    expect(new Set((await effectsOf(station, 1)).keys())).toEqual(new Set(expected.keys()))
    expect(await correctionNow(station, 1)).toMatchObject({
      judgedDays: 400,
      waiting: 0,
      effects: expected.size,
    })
  })
})

/** Rows of cases without the hash of their last link. */
const withoutHead = (rows: readonly string[]) => rows.map(row => ({ ...JSON.parse(row), audit_head: '' }))
