import { describe, expect, it } from 'vitest'
import { dayText } from '../../../schemas/day.ts'
import type { CustomerStatus, Meter } from '../../../schemas/meter.ts'
import { NewWatch } from '../../../schemas/watch.ts'
import { granted } from '../../../services/api/granted.ts'
import { listCorrections } from '../../../services/corrections/index.ts'
import { listWatches, watchConfirmed } from '../../../services/watch/index.ts'
import { meter } from '../../support/meters.ts'
import { person } from '../../support/people.ts'
import { MONDAY } from '../../support/readings.ts'
import { testStation } from '../../support/station.ts'
import { caseOf, chargesOf, scoreOn, siteSamples } from './site.ts'

const date = (day: number): string => dayText(MONDAY + day)
const WORKS = { contractKva: 315, address: '重庆市永川区大安街道８８号院', transformerId: 'T-9' }

/** Works with a status from a day on. */
const stopped = (status: CustomerStatus, from: number, change: Partial<Meter> = {}): Meter[] => [
  meter({ ...WORKS, ...change }),
  meter({ ...WORKS, ...change, status, validFrom: date(from) }),
]

const RAN = { from: 0, to: 10, nightKw: 90, dayKw: 120 }
const STILL = { from: 10, to: 20, nightKw: 3, dayKw: 2 }
const RUNS = { from: 20, to: 26, nightKw: 90, dayKw: 70 }
const GUARDED = { from: 20, to: 26, nightKw: 7, dayKw: 3 }

const redCard = (change: object): NewWatch => NewWatch.parse({ document: '永府〔2023〕12号', ...change })

describe('a site that stopped', () => {
  it.each(['production-stopped', 'suspended', 'account-closed', 'exited'] as const)(
    'as %s and runs again opens a case that says what it is watched for, before and after',
    async status => {
      const station = await testStation({ meters: stopped(status, 10) })
      await station.take(siteSamples('M1', [RAN, STILL]))
      expect(await chargesOf(station)).toEqual({})
      await station.take(siteSamples('M1', [RUNS]))
      expect(await chargesOf(station)).toEqual({ 'C-M1': ['restart'] })
      const [charge] = (await caseOf(station, 'C-M1')).charges
      const fact = (name: string) => charge!.evidence.find(one => one.name === name)!.value
      expect(fact('watched')).toBe(status)
      expect(fact('level-before')).toBeCloseTo(110, -1)
      expect(fact('level-stopped')).toBeCloseTo(2.4, 0)
      expect(fact('level-now')).toBeCloseTo(77, -1)
      expect(charge!.dates.map(one => one.date)).toContain(date(22))
      expect(charge!.tier).toBeNull()
    },
  )

  it('and draws what guard and lighting need opens none', async () => {
    const station = await testStation({ meters: stopped('production-stopped', 10) })
    await station.take(siteSamples('M1', [RAN, STILL, GUARDED]))
    expect(await chargesOf(station)).toEqual({})
    expect(await scoreOn(station, 'M1', 'restart', MONDAY + 25)).toBeLessThan(0.1)
  })

  it('and is in use again by the registry runs lawfully', async () => {
    const meters = [...stopped('production-stopped', 10), meter({ ...WORKS, validFrom: date(20) })]
    const station = await testStation({ meters })
    await station.take(siteSamples('M1', [RAN, STILL, RUNS]))
    expect(await chargesOf(station)).toEqual({})
    expect(await scoreOn(station, 'M1', 'restart', MONDAY + 25)).toBe(0)
  })

  it('is judged again when the registry is corrected', async () => {
    const station = await testStation({ meters: [meter(WORKS)] })
    await station.take(siteSamples('M1', [RAN, STILL, RUNS]))
    expect(await chargesOf(station)).toEqual({})
    await station.engine.importRegistry(stopped('exited', 10), { replace: true }, 'test')
    await station.engine.settle()
    expect(await chargesOf(station)).toEqual({ 'C-M1': ['restart'] })
  })
})

describe('a new account', () => {
  const FOLLOWS = { from: 15, to: 26, nightKw: 150, dayKw: 60 }
  const fresh = (change: Partial<Meter>): Meter =>
    meter({ meterId: 'M2', contractKva: 315, validFrom: date(15), ...change })

  it.each([
    [
      'point',
      { pointId: 'M1' },
      [meter(WORKS), meter({ ...WORKS, status: 'exited', validFrom: date(10), validTo: date(14) })],
    ],
    ['transformer', { transformerId: 'T-9' }, stopped('exited', 10)],
    ['address', { address: '永川区 大安街道88号' }, stopped('exited', 10)],
  ] as const)('at a watched %s inherits the watch', async (place, change, before) => {
    const station = await testStation({ meters: [...before, fresh(change)] })
    await station.take(siteSamples('M1', [RAN, { ...STILL, to: 15 }]))
    await station.take(siteSamples('M2', [FOLLOWS]))
    expect(await chargesOf(station)).toEqual({ 'C-M2': ['restart'] })
    const [charge] = (await caseOf(station, 'C-M2')).charges
    expect(charge!.evidence).toContainEqual(expect.objectContaining({ name: 'inherited-by', value: place }))
    expect(charge!.evidence[0]!.en).toContain('C-M1')
  })

  it('elsewhere, or one that was there before, does not', async () => {
    const before = fresh({
      meterId: 'M3',
      address: WORKS.address,
      transformerId: 'T-9',
      validFrom: '2020-01-01',
    })
    const station = await testStation({
      meters: [...stopped('exited', 10), fresh({ address: '永川区别处街道1号' }), before],
    })
    await station.take([...siteSamples('M2', [FOLLOWS]), ...siteSamples('M3', [FOLLOWS])])
    expect(await chargesOf(station)).toEqual({})
  })

  it('with a licence for what was found there runs lawfully', async () => {
    const station = await testStation({
      meters: [fresh({ address: WORKS.address, licensedProcesses: ['induction-melting'] })],
    })
    await station.engine.addWatches(
      [redCard({ address: WORKS.address, watchedFor: 'induction-furnace', since: date(0) })],
      'reviewer',
    )
    await station.take(siteSamples('M2', [FOLLOWS]))
    expect(await chargesOf(station)).toEqual({})
  })

  it('of a day shift at a stopped works is a lead and no more', async () => {
    const station = await testStation({
      meters: [...stopped('account-closed', 10), fresh({ address: WORKS.address })],
    })
    await station.take(siteSamples('M2', [{ from: 15, to: 30, nightKw: 4, dayKw: 120 }]))
    expect(await chargesOf(station)).toEqual({})
  })
})

describe('a case closed as confirmed', () => {
  it('has its customer watched for what was found there, once', async () => {
    const station = await testStation({ meters: [meter(WORKS)] })
    await station.take(siteSamples('M1', [RAN, STILL, RUNS]))
    const confirmed = {
      customerId: 'C-M1',
      watchedFor: 'induction-furnace',
      sinceDay: MONDAY + 9,
      caseId: 'case-1',
      by: 'reviewer',
      nowMs: station.clock.now(),
    } as const
    for (const _ of [1, 2]) await station.ports.store.transact(trx => watchConfirmed(trx, confirmed))
    // Any command that may close a case has the watch read anew.
    await station.engine.carryOut({
      name: 'outcome',
      body: {
        caseId: 'none',
        signature: 'induction-furnace',
        outcome: { outcome: 'confirmed', cause: null, note: 'seen', inspectedOn: null, metRunning: null },
      },
      actor: person('reviewer', 'reviewer'),
    })
    await station.engine.settle()
    const [charge] = (await caseOf(station, 'C-M1')).charges
    expect(charge).toMatchObject({ signature: 'restart' })
    expect(charge!.sentence.en).toContain('confirmed on site (induction melting)')
    expect(await listWatches(station.ports.store.db, { entries: () => [] }, { limit: 9 }, 0)).toMatchObject({
      entries: [{ reason: 'confirmed', source: 'case', caseId: 'case-1' }],
    })
  })
})

describe('a red card', () => {
  it('has the last 35 days judged again, and ended it holds no more', async () => {
    const station = await testStation({ meters: [meter(WORKS), meter({ meterId: 'M2' })] })
    await station.take([...siteSamples('M1', [RAN, STILL, RUNS]), ...siteSamples('M2', [RAN])])
    const card = redCard({ customerId: 'C-M1', watchedFor: 'crypto-mining', since: date(9) })
    const { added, correctionId } = granted(await station.engine.addWatches([card], 'reviewer'))
    await station.engine.settle()
    expect(await chargesOf(station)).toEqual({ 'C-M1': ['restart'] })
    const [correction] = await listCorrections(station.ports.store.db, { limit: 1 })
    expect(correction).toMatchObject({
      id: correctionId,
      kind: 'watch',
      actor: 'reviewer',
      points: 1,
      judgedDays: 17,
    })
    const again = await station.engine.addWatches(
      [redCard({ customerId: 'C-M1', since: date(9) })],
      'reviewer',
    )
    expect(again).toMatchObject({ added: [], known: [{ id: added[0]!.id }], correctionId: null })
    const ended = await station.engine.endWatch(
      { id: added[0]!.id, reason: '整改验收', until: MONDAY + 15 },
      'reviewer',
    )
    expect(ended).toMatchObject({ entry: { endReason: '整改验收', endedBy: 'reviewer' } })
    await station.engine.settle()
    expect(await scoreOn(station, 'M1', 'restart', MONDAY + 25)).toBe(0)
    expect((await caseOf(station, 'C-M1')).charges).toMatchObject([{ unsupported: true }])
    expect(await station.engine.endWatch({ id: added[0]!.id, reason: 'x', until: MONDAY }, 'r')).toEqual({
      notEnded: 'ended',
    })
  })

  it('does not take a host for a restart that runs on, or comes back from a shutdown to what it was', async () => {
    const station = await testStation({ meters: [meter(WORKS), meter({ ...WORKS, meterId: 'M2' })] })
    await station.engine.addWatches([redCard({ address: WORKS.address, since: date(-20) })], 'reviewer')
    await station.take([
      ...siteSamples('M1', [{ ...RAN, to: 26 }]),
      ...siteSamples('M2', [
        { ...RAN, to: 12 },
        { ...STILL, from: 12 },
        { ...RAN, from: 20, to: 30 },
      ]),
    ])
    expect(await chargesOf(station)).toEqual({})
  })
})
