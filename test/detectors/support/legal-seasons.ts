import { addCurves, drawCurve } from './curve.ts'
import { changing, foundry } from './legal-process.ts'
import { coldStore, dayShiftWorks, type LegalLoad, office, threeShiftTextile, within } from './lookalikes.ts'
import { temperature } from './mines.ts'
import { autoregressive } from './random.ts'

/** A works with solar panels: its load less what the sun gives, never under zero on the import register. */
export const solarRoof: LegalLoad = (random, days, kw) => {
  const works = dayShiftWorks(random, days, kw)
  const clouds = autoregressive(random, days * 96, 0.2, 0.95)
  return drawCurve(days, (hour, day, slot) => {
    const sun = Math.max(0, Math.sin(((hour - 6) / 12) * Math.PI)) * (hour > 6 && hour < 18 ? 1 : 0)
    const sky = Math.min(1, Math.max(0.1, 0.75 + clouds[slot]! + 0.2 * Math.sin(day)))
    return { kw: Math.max(0, works.kw[slot]! - kw * sun * sky), powerFactor: 0.88 }
  })
}

/** Ice made in the valley: chillers in steps at full load, as much as tomorrow's heat asks; an office by day. */
export const iceStorage: LegalLoad = (random, days, kw) => {
  const warmth = temperature(random, days)
  const noise = autoregressive(random, days * 96, 0.02, 0.5)
  const host = office(random, days, 0.4 * kw)
  const ice = drawCurve(days, (hour, day, slot) => {
    const need = Math.min(1, Math.max(0.15, (warmth[day * 96]! - 5) / 25))
    const making = within(hour, 0, 0.5 + 7.5 * need)
    return { kw: making ? kw * (0.9 + noise[slot]! - 0.006 * hour) : 0, powerFactor: 0.88 }
  })
  return addCurves(host, ice)
}

/** Clean heating of a village or school in winter: heat pumps and storage by night, following the cold. */
export const winterHeating: LegalLoad = (random, days, kw) => {
  const warmth = temperature(random, days)
  const noise = autoregressive(random, days * 96, 0.05, 0.6)
  return drawCurve(days, (hour, _day, slot) => {
    const cold = Math.min(1, Math.max(0.05, (22 - warmth[slot]!) / 20))
    const night = within(hour, 21, 7) ? 1 : 0.45
    return { kw: kw * cold * night * (1 + noise[slot]!), powerFactor: 0.97 }
  })
}

/** Aerators of ponds: most before dawn when oxygen is low, all of them on sultry nights. */
export const fishPonds: LegalLoad = (random, days, kw) => {
  const sultry = autoregressive(random, days, 0.2, 0.5)
  const noise = autoregressive(random, days * 96, 0.03, 0.4)
  return drawCurve(days, (hour, day, slot) => {
    const want = 0.35 + 0.4 * Math.exp(-(((((hour + 8) % 24) - 12) / 4) ** 2)) + sultry[day]!
    const on = Math.max(0.1, Math.min(1, Math.round(want * 8) / 8))
    return { kw: kw * on * (1 + noise[slot]!), powerFactor: 0.8 }
  })
}

/** Lamps of a car park and its fans: on at dusk, a few by day. */
export const carPark: LegalLoad = (random, days, kw) => {
  const noise = autoregressive(random, days * 96, 0.02, 0.6)
  const [dusk, dawn] = [random.between(18, 19.5), random.between(5.5, 7)]
  return drawCurve(days, (hour, _day, slot) => ({
    kw: kw * ((within(hour, dusk, dawn) ? 0.9 : 0.5) + (within(hour, 7, 9.5) ? 0.2 : 0) + noise[slot]!),
    powerFactor: 0.95,
  }))
}

/** A works that grows by some per cent a week. */
export const growth = changing(dayShiftWorks, random => {
  const perWeek = random.between(0.03, 0.12)
  return (_hour, day) => (1 + perWeek) ** (day / 7)
})

/** A textile mill that ran two shifts and then adds the night. */
export const newShift = changing(threeShiftTextile, (random, days) => {
  const from = Math.floor(random.between(0.3, 0.6) * days)
  return (hour, day) => (day >= from || within(hour, 6, 22) ? 1 : 0.12)
})

/** Days of Spring Festival in the period, with the days around it that firms close. */
export const FESTIVAL = { from: 12, to: 23 } as const

/** A works that closes over Spring Festival and comes back little by little. */
export const festivalPause = changing(dayShiftWorks, random => {
  const back = random.between(1, 5)
  return (_hour, day) => {
    if (day < FESTIVAL.from) return 1
    return day < FESTIVAL.to ? 0.08 : Math.min(1, 0.4 + (day - FESTIVAL.to) / back)
  }
})

/** A foundry that stood for three weeks and resumes. */
export const resumedFoundry = changing(foundry, (_random, days) => {
  const from = Math.floor(days / 2)
  return (_hour, day) => (day < from ? 0.03 : 1)
})

/** The load comes over from the other feed for some days, as both are tried. */
const swapped = (load: LegalLoad): LegalLoad =>
  changing(load, (random, days) => {
    const from = Math.floor(random.between(0.4, 0.6) * days)
    return (_hour, day) => (day >= from ? 1 : 0.01)
  })

export const dualFeedSwap = swapped(coldStore)
export const dualFeedMill = swapped(threeShiftTextile)
