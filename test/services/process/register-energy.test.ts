import { describe, expect, it } from 'vitest'
import { dayText } from '../../../schemas/day.ts'
import { DailyRegister } from '../../../schemas/register.ts'
import type { StoredRegister } from '../../../services/adapters/history/index.ts'
import type { RegisterBatch } from '../../../services/adapters/log/index.ts'
import { outcomeCounts } from '../../../services/ingest/index.ts'
import { energyOfDays } from '../../../services/process/register-energy.ts'
import { meter } from '../../support/meters.ts'
import { MARK, MONDAY } from '../../support/readings.ts'
import { registerBatch, registerRow } from '../../support/registers.ts'
import { type Station, testStation } from '../../support/station.ts'

const row = (
  day: number,
  total: number,
  change: Partial<StoredRegister> & { meterId?: string; multiplier?: number } = {},
): StoredRegister => {
  const { meterId = 'M1', multiplier = null, ...rest } = change
  return registerRow({ pointId: 'P', day: MONDAY + day, source: { meterId, multiplier }, total, ...rest })
}

/** kWh and marks of days, counted from the first. */
const energies = (rows: readonly StoredRegister[], from = 1) =>
  energyOfDays(rows, MONDAY + from).map(({ day, kwh, marks }) => [day - MONDAY, kwh, ...marks])

/** Registers of consecutive midnights that differ by these energies. */
const running = (kwh: readonly number[]): StoredRegister[] =>
  [0, ...kwh].map((_, i) =>
    row(
      i,
      kwh.slice(0, i).reduce((sum, used) => sum + used, 1_000),
    ),
  )

describe('the energy of a day', () => {
  it('is the difference of two midnights', () => {
    expect(energies([row(0, 1_000), row(1, 1_010.5), row(2, 1_010.5), row(3, 1_100)])).toEqual([
      [1, 10.5],
      [2, 0],
      [3, 89.5],
    ])
  })

  it('is told by periods, with the highest demand', () => {
    const periods = { sharp: 1, peak: 2, flat: 3, valley: 4 }
    const later = { sharp: 2, peak: 4, flat: 6, valley: 8, maxKw: 7.5 }
    expect(
      energyOfDays(
        [row(0, 10, { ...periods, multiplier: 20 }), row(1, 20, { ...later, multiplier: 20 })],
        MONDAY + 1,
      ),
    ).toEqual([
      {
        day: MONDAY + 1,
        kwh: 200,
        sharpKwh: 20,
        peakKwh: 40,
        flatKwh: 60,
        valleyKwh: 80,
        maxKw: 150,
        marks: [],
      },
    ])
  })

  it('is not known without the midnight before, which is a gap', () => {
    expect(energies([row(0, 1_000), row(2, 1_020), row(3, 1_030)], 0)).toEqual([
      [0, Number.NaN, 'gap'],
      [2, Number.NaN, 'gap'],
      [3, 10],
    ])
  })

  it.each([
    ['six digits', 999_990, 15, 25],
    ['six digits with decimals', 999_999.5, 0.25, 0.75],
    ['six digits, full', 999_999.99, 0, 0.01],
    ['eight digits', 99_999_990, 15, 25],
    ['eight digits with decimals', 99_999_999.75, 0.5, 0.75],
    ['five digits', 99_990, 15, 25],
  ])('goes on over the end of %s', (_, start, end, kwh) => {
    const [[, used, ...marks]] = energies([row(0, start), row(1, end)]) as [[number, number, string]]
    expect(used).toBeCloseTo(kwh, 6)
    expect(marks).toEqual(['rollover'])
  })

  it('goes on over the end of one period alone', () => {
    const [one] = energyOfDays(
      [row(0, 500_000, { valley: 99_990 }), row(1, 500_020, { valley: 10 })],
      MONDAY + 1,
    )
    expect(one).toMatchObject({ kwh: 20, valleyKwh: 20, marks: ['rollover'] })
  })

  it.each([
    ['in the middle of its digits', 500_000, 20],
    ['of a meter that has hardly run', 95, 3],
    ['by a little', 999_990, 999_980],
  ])('is not known of a register that goes back %s', (_, start, end) => {
    expect(energies([row(0, start), row(1, end)])).toEqual([[1, Number.NaN, 'exchange']])
  })
})

describe('an exchange of the meter', () => {
  it('on a day with rows of both has the energy of both as far as it is known, and marks that day alone', () => {
    const rows = [
      row(0, 5_000),
      row(1, 5_010),
      row(2, 5_014),
      row(2, 6, { meterId: 'M2' }),
      row(3, 16, { meterId: 'M2' }),
    ]
    expect(energies(rows)).toEqual([
      [1, 10],
      [2, 4, 'exchange'],
      [3, 10],
    ])
    const begun = [...rows.slice(0, 2), row(1, 0, { meterId: 'M2' }), ...rows.slice(2)]
    expect(energies(begun)).toEqual([
      [1, 10, 'exchange'],
      [2, 10],
      [3, 10],
    ])
  })

  it('without a row of both in a day leaves that day unknown', () => {
    expect(energies([row(0, 5_000), row(1, 6, { meterId: 'M2' }), row(2, 16, { meterId: 'M2' })])).toEqual([
      [1, Number.NaN, 'exchange'],
      [2, 10],
    ])
  })

  it('takes each meter by its own multiplier', () => {
    const rows = [
      row(0, 100, { multiplier: 10, maxKw: 5 }),
      row(0, 100, { meterId: 'M2', multiplier: 60, maxKw: 1 }),
      row(1, 101, { multiplier: 10, maxKw: 5 }),
      row(1, 102, { meterId: 'M2', multiplier: 60, maxKw: 1 }),
    ]
    expect(energyOfDays(rows, MONDAY + 1)).toMatchObject([{ kwh: 130, maxKw: 60, marks: [] }])
  })
})

describe('marks by the days around', () => {
  it('tell a register that was sent again instead of read', () => {
    const rows = running([100, 100, 0, 190, 100, 100])
    expect(energies(rows).filter(([, , mark]) => mark)).toEqual([[3, 0, 'repeated-register']])
  })

  it('tell no such thing of a day of rest, of a load that stays double, or before the day after is known', () => {
    for (const days of [
      [100, 50, 0, 100, 100, 100],
      [100, 100, 0, 200, 200],
      [100, 100, 0, 200],
      [100, 100, 0, 0, 100],
    ]) {
      expect(energies(running(days)).flatMap(([, , ...marks]) => marks)).toEqual([])
    }
  })

  it('tell a day that alone stands at ten times, or a tenth of, its neighbours', () => {
    expect(energies(running([100, 1_000, 100])).filter(([, , mark]) => mark)).toEqual([
      [2, 1_000, 'times-ten'],
    ])
    expect(energies(running([100, 10, 100])).filter(([, , mark]) => mark)).toEqual([[2, 10, 'times-ten']])
    for (const days of [
      [100, 1_000, 1_000],
      [100, 100, 1_000],
      [100, 500, 100],
      [0, 0, 0],
    ]) {
      expect(energies(running(days)).flatMap(([, , ...marks]) => marks)).toEqual([])
    }
  })

  it('do not depend on the day that is asked from', () => {
    const rows = running([100, 100, 0, 190, 100, 1_000, 100, 100])
    const all = energies(rows)
    for (let from = 1; from < 9; from++) {
      const around = rows.filter(({ day }) => day >= MONDAY + from - 2)
      expect(energies(around, from)).toEqual(all.slice(from - 1))
    }
  })
})

const told = (total: number, change: Partial<DailyRegister> = {}): DailyRegister => ({
  meterId: 'M1',
  date: dayText(MONDAY),
  total,
  ...change,
})

const take = async (station: Station, rows: readonly DailyRegister[], side?: RegisterBatch['side']) => {
  await station.engine.append(registerBatch(rows, side), [], 'test')
  await station.engine.settle()
}

const held = ({ ports }: Station, point = 'M1') => ports.history.registers(point, MONDAY, MONDAY + 9)
const outcomes = ({ ports }: Station) => outcomeCounts(ports.store.db)
const lost = async ({ ports }: Station) =>
  (
    await ports.store.db
      .selectFrom('reject')
      .innerJoin('layout', 'layout.id', 'reject.layout_id')
      .select(['reason', 'raw', 'body'])
      .orderBy('sequence')
      .execute()
  ).map(({ reason, raw, body }) => ({
    reason,
    row: DailyRegister.parse(JSON.parse(raw)),
    side: JSON.parse(body).profile.side,
  }))

describe('register rows that are taken in', () => {
  it('are kept to the last bit', async () => {
    const station = await testStation({ meters: [meter()] })
    const exact = told(12_345_678.91, {
      sharp: 0.1,
      peak: 1 / 3,
      flat: 0,
      valley: Number.MIN_VALUE,
      maxKw: 99.99,
      maxKwAt: '2024-05-06T13:15:00+08:00',
    })
    await take(station, [exact])
    const { meterId, date, maxKwAt, ...numbers } = exact
    expect(await held(station)).toEqual([
      {
        pointId: 'M1',
        day: MONDAY,
        source: { meterId, multiplier: null },
        ...numbers,
        maxAtMs: Date.parse(maxKwAt!),
        revision: 0,
      },
    ])
  })

  it('are each counted once, and of two for a day the higher revision, else the later, holds', async () => {
    const station = await testStation({ meters: [meter()] })
    await take(station, [told(10), told(10), told(11), told(12, { revision: 2 }), told(13, { revision: 1 })])
    await take(station, [
      told(12),
      told(12, { revision: 3 }),
      told(14, { revision: 2 }),
      told(15, { meterId: 'nobody' }),
    ])
    expect(await outcomes(station)).toEqual({
      accepted: 1,
      duplicate: 3,
      corrected: 2,
      superseded: 2,
      'unknown-meter': 1,
    })
    expect(await held(station)).toMatchObject([{ total: 12, revision: 3 }])
    expect(
      (await lost(station)).map(({ reason, row: { total, revision } }) => [reason, total, revision]),
    ).toEqual([
      ['corrected', 10, undefined],
      ['corrected', 11, undefined],
      ['superseded', 13, 1],
      ['superseded', 14, 2],
      ['unknown-meter', 15, undefined],
    ])
  })

  it('are compared as primary energy', async () => {
    const station = await testStation({ meters: [meter({ multiplier: 600 })] })
    await take(station, [told(123_456.78, { maxKw: 0.1 })], 'secondary')
    await take(station, [told(74_074_068, { maxKw: 60 })], 'primary')
    await take(station, [told(123_456.78, { maxKw: 0.1 })], 'primary')
    expect(await outcomes(station)).toEqual({ accepted: 1, duplicate: 1, corrected: 1 })
    expect(await lost(station)).toEqual([
      { reason: 'corrected', side: 'secondary', row: told(123_456.78, { maxKw: 0.1 }) },
    ])
  })

  it('that lost, taken in again, are what they were', async () => {
    const all = told(1_000.25, {
      sharp: 1.5,
      peak: 2,
      flat: 3,
      valley: 4,
      maxKw: 7,
      maxKwAt: '2024-05-06T13:15:00+08:00',
      revision: 4,
    })
    const station = await testStation({ meters: [meter({ multiplier: 30 })] })
    await take(station, [all, { ...all, total: 1_001, revision: 5 }], 'secondary')
    const [one] = await lost(station)
    expect(one).toEqual({ reason: 'corrected', side: 'secondary', row: all })
    const other = await testStation({ meters: [meter({ multiplier: 30 })] })
    await take(other, [all], 'secondary')
    await take(other, [one!.row], one!.side)
    expect(await outcomes(other)).toEqual({ accepted: 1, duplicate: 1 })
  })

  it('stand beside those of another meter at their point', async () => {
    const station = await testStation({
      meters: [meter({ pointId: 'P 1', validTo: dayText(MONDAY) }), meter({ meterId: 'M2', pointId: 'P 1' })],
    })
    await take(station, [told(10), told(3, { meterId: 'M2' }), told(10, { date: dayText(MONDAY + 1) })])
    expect((await held(station, 'P 1')).map(({ source, total }) => [source.meterId, total])).toEqual([
      ['M1', 10],
      ['M2', 3],
    ])
    expect(await outcomes(station)).toEqual({ accepted: 2, 'no-entry-that-day': 1 })
  })
})

describe('a correction of the registry', () => {
  const days = [0, 1, 2].map(i => told(100 + i, { date: dayText(MONDAY + i) }))

  it('gives stored rows the right multiplier', async () => {
    const station = await testStation({ meters: [meter({ multiplier: 60 })] })
    await take(station, days, 'secondary')
    const twice = [meter({ multiplier: 60 }), meter({ multiplier: 80, validFrom: dayText(MONDAY + 2) })]
    await station.engine.importRegistry(twice, { replace: true }, 'test')
    await station.engine.settle()
    expect((await held(station)).map(({ source }) => source.multiplier)).toEqual([60, 60, 80])
    expect(energies(await held(station))).toEqual([
      [1, 60],
      [2, 80],
    ])
  })

  it('takes stored rows to the right point, where what came since holds', async () => {
    const station = await testStation({ meters: [meter({ pointId: 'P7' })] })
    await take(station, days)
    await station.ports.history.writeRegisters(
      [{ ...(await held(station, 'P7'))[1]!, pointId: 'M1', total: 999 }],
      MARK,
    )
    await station.engine.importRegistry([meter()], { replace: true }, 'test')
    await station.engine.settle()
    expect(await held(station, 'P7')).toEqual([])
    expect((await held(station)).map(({ total }) => total)).toEqual([100, 999, 102])
    expect(await lost(station)).toEqual([{ reason: 'corrected', side: 'primary', row: days[1] }])
  })
})
