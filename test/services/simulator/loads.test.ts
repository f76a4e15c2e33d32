import { describe, expect, it } from 'vitest'
import { parseDay } from '../../../schemas/day.ts'
import { type Curve, type Load, SLOTS_PER_DAY } from '../../../services/simulator/curve.ts'
import { withBattery, withSolar } from '../../../services/simulator/loads/behind-the-meter.ts'
import { coldStore, thermalStore } from '../../../services/simulator/loads/cooling.ts'
import { type Furnace, heatKw, melting } from '../../../services/simulator/loads/melting.ts'
import { mining } from '../../../services/simulator/loads/mining.ts'
import { recorded } from '../../../services/simulator/loads/recorded.ts'
import { cementGrinding } from '../../../services/simulator/loads/shifts.ts'
import { dataCentre, waterWorks } from '../../../services/simulator/loads/steady.ts'
import { busDepot } from '../../../services/simulator/loads/vehicles.ts'
import { createRandom } from '../../../services/simulator/random.ts'
import { loadRecording } from '../../../services/simulator/recordings.ts'
import { outdoorTemperature } from '../../../services/simulator/weather.ts'

const FIRST_DAY = parseDay('2026-10-19')
const DAYS = 35
const site = (seed = 1, firstDay = FIRST_DAY) => ({
  firstDay,
  days: DAYS,
  temperature: outdoorTemperature(firstDay, DAYS, createRandom(seed).fork('weather')),
  random: createRandom(seed),
})
const draw = (load: Load, seed = 1): Curve => load(site(seed))

const mean = (values: Iterable<number>): number => {
  const list = [...values]
  return list.reduce((sum, value) => sum + value, 0) / list.length
}
const variation = (values: Iterable<number>): number => {
  const list = [...values]
  const middle = mean(list)
  return Math.sqrt(mean(list.map(value => (value - middle) ** 2))) / middle
}
const days = ({ kw }: Curve): Float64Array[] =>
  Array.from({ length: DAYS }, (_, day) => kw.slice(day * SLOTS_PER_DAY, (day + 1) * SLOTS_PER_DAY))
const hours = (day: Float64Array, from: number, to: number): Float64Array => day.slice(from * 4, to * 4)

const FURNACE: Furnace = {
  ratedKw: 750,
  chargeTonnes: 1.2,
  kwhPerTonne: 620,
  gapMinutes: 13,
  gapSpread: 0.6,
  output: 'single',
  fromHour: 0,
  toHour: 8,
  worksOn: () => true,
}

describe('induction furnace', () => {
  it('puts its energy into each heat: t times kWh/t, give or take 6 %', () => {
    const random = createRandom(3)
    const energies = Array.from({ length: 300 }, () =>
      heatKw(FURNACE, random).reduce((sum, kw) => sum + kw / 60, 0),
    )
    expect(mean(energies) / (1.2 * 620)).toBeCloseTo(1, 1)
    expect(variation(energies)).toBeGreaterThan(0.04)
    expect(variation(energies)).toBeLessThan(0.08)
  })

  it('never exceeds its supply by more than 2 %, and is flat at the top for a third of a heat', () => {
    const random = createRandom(4)
    for (let i = 0; i < 50; i++) {
      const heat = heatKw(FURNACE, random)
      expect(Math.max(...heat)).toBeLessThanOrEqual(1.02 * FURNACE.ratedKw)
      expect(heat.filter(kw => kw > 0.95 * FURNACE.ratedKw).length).toBeGreaterThan(heat.length / 3)
    }
  })

  it('works in its hours and is silent by day but for the cooling tail', () => {
    const curve = draw(melting(FURNACE))
    for (const day of days(curve)) {
      expect(mean(hours(day, 0, 7))).toBeGreaterThan(0.5 * FURNACE.ratedKw)
      expect(mean(hours(day, 11, 23))).toBe(0)
    }
  })

  it('goes on and off with one crucible, and keeps level with two', () => {
    const inside = (output: Furnace['output']) =>
      days(draw(melting({ ...FURNACE, output, toHour: 9 }))).flatMap(day => [...hours(day, 1, 7)])
    expect(variation(inside('single'))).toBeGreaterThan(0.3)
    expect(variation(inside('dual'))).toBeLessThan(0.15)
    expect(mean(inside('dual')) / FURNACE.ratedKw).toBeGreaterThan(0.83)
  })

  it('has the power factor of a rectifier: above .95 while it melts', () => {
    const { kw, kvar } = draw(melting(FURNACE))
    const powerFactor = mean(kw) / Math.hypot(mean(kw), mean(kvar!))
    expect(powerFactor).toBeGreaterThan(0.95)
    expect(powerFactor).toBeLessThan(0.98)
  })
})

describe('crypto mine', () => {
  const mine = mining({
    machineKw: 3.5,
    machines: 100,
    addedMachines: 0,
    addedOnDay: 0,
    fromDay: 0,
    powerFactor: 0.975,
  })

  it('runs at a load factor above .95 on most days', () => {
    const factors = days(draw(mine)).map(day => mean(day) / Math.max(...day))
    expect(factors.filter(factor => factor > 0.95).length).toBeGreaterThanOrEqual(DAYS - 4)
    expect(Math.max(...draw(mine).kw)).toBeGreaterThan(350)
    expect(Math.max(...draw(mine).kw)).toBeLessThan(1.1 * 350)
  })

  it('takes as much in the valley, by share of hours, as in the peak', () => {
    const { kw } = draw(mine, 6)
    const valley = mean(kw.filter((_, i) => i % SLOTS_PER_DAY < 32))
    expect(valley / mean(kw)).toBeGreaterThan(0.97)
    expect(valley / mean(kw)).toBeLessThan(1.03)
  })

  it('raises the floor by a constant from its first day on', () => {
    const late = mining({
      machineKw: 3.5,
      machines: 10,
      addedMachines: 4,
      addedOnDay: 20,
      fromDay: 7,
      powerFactor: 0.97,
    })
    const levels = days(draw(late)).map(day => Math.max(...day))
    expect(levels.slice(0, 7).every(kw => kw === 0)).toBe(true)
    expect(mean(levels.slice(8, 19))).toBeCloseTo(35, -1)
    expect(mean(levels.slice(21))).toBeCloseTo(49, -1)
  })
})

describe('look-alikes', () => {
  it('a data centre is steady and follows the weather', () => {
    const load = dataCentre(1_000, 0.0005)
    expect(variation(draw(load).kw)).toBeLessThan(0.06)
    const summer = load(site(1, parseDay('2026-07-13')))
    expect(mean(summer.kw)).toBeGreaterThan(1.04 * mean(draw(load).kw))
  })

  it('a cold store cycles at all hours and takes more on a hot day', () => {
    const load = coldStore({ compressorKw: 150, rooms: 1, powerFactor: 0.84 })
    const nights = days(draw(load)).flatMap(day => [...hours(day, 0, 5)])
    expect(variation(nights)).toBeGreaterThan(0.3)
    expect(mean(load(site(1, parseDay('2026-07-13'))).kw)).toBeGreaterThan(1.1 * mean(draw(load).kw))
  })

  it('a battery shifts energy from valley to peak and loses some 13 %', () => {
    const host = recorded('metal-processing-2018-10-08', { scale: 1.6, fromWeek: 0, noise: 0.07 })
    const bare = draw(host).kw
    const { kw } = draw(withBattery({ ratedKw: 500, capacityKwh: 1_000, roundTrip: 0.87 }, host))
    const change = kw.map((value, i) => value - bare[i]! - 0.006 * 500)
    const charged = change.reduce((sum, value) => sum + Math.max(0, value), 0)
    const discharged = change.reduce((sum, value) => sum + Math.max(0, -value), 0)
    expect(discharged / charged).toBeGreaterThan(0.82)
    expect(discharged / charged).toBeLessThan(0.88)
    expect(kw.every(value => value >= 0)).toBe(true)
    expect(change.every((value, i) => value < 1e-9 || i % SLOTS_PER_DAY < 32)).toBe(true)
  })

  it('solar panels take from midday and leave the night alone', () => {
    const host = recorded('metal-processing-2018-10-08', { scale: 1, fromWeek: 0, noise: 0.07 })
    const bare = days(draw(host))
    const sunny = days(draw(withSolar(400, host)))
    expect(mean(sunny.flatMap(day => [...hours(day, 11, 14)]))).toBeLessThan(
      0.8 * mean(bare.flatMap(day => [...hours(day, 11, 14)])),
    )
    sunny.forEach((day, i) => {
      expect([...hours(day, 0, 6)]).toEqual([...hours(bare[i]!, 0, 6)])
    })
  })

  it('a thermal store charges in the valley hours only, by the weather', () => {
    const store = (purpose: 'heating' | 'cooling') =>
      thermalStore({ chargerKw: 900, baseKwh: 1_000, kwhPerK: 200, purpose, daytimeKw: 0 })
    const energy = (load: Load, month: string) => {
      const { kw } = load(site(1, parseDay(`2026-${month}-05`)))
      return kw.reduce((sum, value) => sum + value / 4, 0)
    }
    expect(energy(store('heating'), '01')).toBeGreaterThan(1.5 * energy(store('heating'), '07'))
    expect(energy(store('cooling'), '07')).toBeGreaterThan(1.5 * energy(store('cooling'), '01'))
    for (const day of days(draw(store('heating')))) expect(mean(hours(day, 8, 24))).toBe(0)
  })

  it('a bus depot charges by mileage in the night', () => {
    const curve = draw(busDepot({ buses: 60, plugs: 24, chargerKw: 60 }))
    expect(Math.max(...curve.kw)).toBeLessThanOrEqual(24 * 60 + 6)
    const kwhPerBus = curve.kw.reduce((sum, kw) => sum + kw / 4, 0) / DAYS / 60
    expect(kwhPerBus).toBeGreaterThan(70)
    expect(kwhPerBus).toBeLessThan(140)
    for (const day of days(curve)) expect(Math.max(...hours(day, 9, 16))).toBeLessThan(10)
  })

  it('cement mills run steadily from the valley on, on most nights', () => {
    const nights = days(draw(cementGrinding(1_000))).map(day => hours(day, 2, 7))
    const running = nights.filter(night => mean(night) > 1_500)
    expect(running.length).toBeGreaterThan(0.7 * DAYS)
    expect(mean(running.map(variation))).toBeLessThan(0.03)
  })

  it('a water works runs whole pumps', () => {
    const pumps = draw(waterWorks(100, 4)).kw.map(kw => (kw - 8) / 100)
    expect(pumps.every(count => Math.abs(count - Math.round(count)) < 0.35)).toBe(true)
    expect(new Set(pumps.map(Math.round)).size).toBeGreaterThan(2)
  })
})

describe('replayed recording', () => {
  const name = 'furniture-store-2015-10-12'
  const load = (noise: number, fromWeek = 0) => recorded(name, { scale: 0.5, fromWeek, noise })

  it('keeps weekdays: a shop closed on Sunday stays closed on Sunday, whatever the first day', () => {
    for (let shift = 0; shift < 7; shift++) {
      const { kw } = load(0, 2)(site(1, FIRST_DAY + shift))
      const sunday = (6 - shift + 7) % 7
      const means = Array.from({ length: 7 }, (_, day) => mean(kw.slice(day * 96, day * 96 + 96)))
      expect(Math.min(...means)).toBe(means[sunday])
    }
  })

  it('is scaled, and differs from the recording by the noise it was told', () => {
    const original = loadRecording(name).kw
    const ratio = draw(load(0.08)).kw.map((kw, i) => kw / original[i]!)
    expect(mean(ratio)).toBeCloseTo(0.5, 1)
    expect(variation(ratio)).toBeGreaterThan(0.06)
    expect(variation(ratio)).toBeLessThan(0.1)
  })
})
