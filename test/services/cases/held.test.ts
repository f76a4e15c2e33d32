import { describe, expect, it } from 'vitest'
import { extractDayFeatures, measurePeerDay } from '../../../detectors/index.ts'
import { saveDays } from '../../../services/process/save.ts'
import { createRandom } from '../../detectors/support/random.ts'
import { meter } from '../../support/meters.ts'
import { MONDAY } from '../../support/readings.ts'
import { type Desk, testDesk } from './desk.ts'

const DAYS = 60
const NEW_TARIFF = 24
const TOU = {
  valley: [[0, 8]],
  peak: [
    [11, 17],
    [20, 22],
  ],
} as Parameters<typeof extractDayFeatures>[1]['tou']

const CHARGED = { signature: 'induction-furnace', score: 0.85 } as const

/** Work by day that goes to the night with the new tariff. */
const workedAt = (day: number, slot: number): number => {
  const atWork = day >= NEW_TARIFF ? slot < 28 : slot >= 32 && slot < 72
  return atWork ? 260 : 50
}

/** Keeps the judged days of a point. */
const keep = async (desk: Desk, i: number, kwAt: (day: number, slot: number) => number): Promise<void> => {
  const random = createRandom(i)
  const scale = random.between(0.5, 3)
  const days = Array.from({ length: DAYS }, (_, d) => {
    const kw = Float32Array.from(
      { length: 96 },
      (_, slot) => scale * kwAt(d, slot) * random.between(0.8, 1.2),
    )
    const kind = d % 7 < 5 ? 'working' : 'weekend'
    return extractDayFeatures({ day: MONDAY + d, intervalMinutes: 15, kw, kvar: null }, { kind, tou: TOU })
  })
  await desk.store.transact(trx =>
    saveDays(
      trx,
      days.map((day, d) => ({
        pointId: `M${i}`,
        day: day.day,
        customerId: `C${i}`,
        features: new Float32Array(1),
        coverage: 1,
        kwh: day.kwh,
        scores: {},
        marks: 0,
        districtCode: '500107',
        trade: '59',
        moves: measurePeerDay(days.slice(0, d + 1), day.day, 0),
      })),
    ),
  )
}

const deskWith = async (others: number, othersFollow: boolean): Promise<Desk> => {
  const desk = await testDesk([meter({ customerId: 'C1' })])
  await keep(desk, 1, workedAt)
  for (let i = 2; i < others + 2; i++)
    await keep(desk, i, (day, slot) => workedAt(othersFollow ? day : 0, slot))
  return desk
}

/** Days after the new tariff on which it is judged. */
const judgedOn = [3, 12, 34]

describe('work that goes to the night', () => {
  it.each(judgedOn)('with a tariff that all follow opens nothing %d days on', async after => {
    const desk = await deskWith(20, true)
    await desk.suspect([{ ...CHARGED, dayOffset: NEW_TARIFF + after }], 'C1', null)
    expect(await desk.cases()).toEqual([])
  })

  it.each(judgedOn)('while all others stay opens a case %d days on', async after => {
    const desk = await deskWith(20, false)
    await desk.suspect([{ ...CHARGED, dayOffset: NEW_TARIFF + after }], 'C1', null)
    expect((await desk.theCase()).charges).toMatchObject([{ peers: { customers: 20 } }])
  })

  it('opens a case where seven others are too few to tell', async () => {
    const desk = await deskWith(7, true)
    await desk.suspect([{ ...CHARGED, dayOffset: NEW_TARIFF + 12 }], 'C1', null)
    const [charge] = (await desk.theCase()).charges
    expect(charge!.peers).toBeNull()
    expect(charge!.limits.map(({ en }) => en).join()).toMatch('Fewer than 8')
  })

  it('opens a case once a finding does not rest on it', async () => {
    const desk = await deskWith(20, true)
    await desk.suspect([{ ...CHARGED, dayOffset: NEW_TARIFF + 12 }], 'C1', null)
    await desk.suspect([{ ...CHARGED, score: 0.93, dayOffset: NEW_TARIFF + 13 }], 'C1', null)
    const [charge] = (await desk.theCase()).charges
    expect(charge).toMatchObject({ level: 'red', openedAt: '2024-06-13T00:00:00+08:00' })
  })
})
