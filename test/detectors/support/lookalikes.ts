import { type Curve, drawCurve, emptyCurve, reactive } from './curve.ts'
import { temperature } from './mines.ts'
import { autoregressive, type Random } from './random.ts'

/** A legal load drawn for some days at some size, kW. */
export type LegalLoad = (random: Random, days: number, kw: number) => Curve

/** Day 0 is a Monday. */
export const isWeekend = (day: number): boolean => day % 7 >= 5

export const within = (hour: number, from: number, to: number): boolean =>
  from <= to ? hour >= from && hour < to : hour >= from || hour < to

/** A day-shift works with breaks, noise, a low night and a quiet weekend. */
export const dayShiftWorks: LegalLoad = (random, days, kw) => {
  const noise = autoregressive(random, days * 96, 0.12, 0.6)
  const night = random.between(0.08, 0.3)
  return drawCurve(days, (hour, day, slot) => {
    const open = within(hour, 7.5, 17.5) && !(isWeekend(day) && day % 7 === 6)
    const lunch = within(hour, 12, 13) ? 0.6 : 1
    const level = open ? (1 - night) * lunch * (isWeekend(day) ? 0.5 : 0.9) : 0
    const small = night * (1 + 0.3 * noise[slot]!)
    return { kw: kw * (small + level * (1 + noise[slot]!)), powerFactor: open ? 0.88 : 0.8 }
  })
}

/** An office: smooth day, base load at night. */
export const office: LegalLoad = (random, days, kw) => {
  const noise = autoregressive(random, days * 96, 0.04, 0.7)
  return drawCurve(days, (hour, day, slot) => {
    const bell = Math.exp(-(((hour - 13) / 4.5) ** 4))
    const level = 0.25 + (isWeekend(day) ? 0.12 : 0.75) * bell
    return { kw: kw * level * (1 + noise[slot]!), powerFactor: 0.92 }
  })
}

/** Weaving in three shifts: steady for days, changeovers, some shift-change dips. */
export const threeShiftTextile: LegalLoad = (random, days, kw) => {
  const noise = autoregressive(random, days * 96, 0.03, 0.8)
  const machines = autoregressive(random, days * 3, 0.06, 0.5)
  return drawCurve(days, (hour, day, slot) => {
    const dip = [0, 8, 16].some(change => within(hour, change, change + 0.5)) ? 0.85 : 1
    const shift = machines[day * 3 + Math.floor(hour / 8)]!
    return { kw: kw * dip * (0.9 + shift + noise[slot]!), powerFactor: 0.86 }
  })
}

/** A data centre: flat, slow drift, chillers following the weather. */
export const dataCentre: LegalLoad = (random, days, kw) => {
  const noise = autoregressive(random, days * 96, 0.012, 0.9)
  const drift = autoregressive(random, days, 0.025, 0.9)
  const warmth = temperature(random, days)
  return drawCurve(days, (hour, day, slot) => {
    const traffic = 0.02 * Math.cos(((hour - 20) / 24) * 2 * Math.PI)
    const chillers = 0.006 * Math.max(0, warmth[slot]! - 12)
    return { kw: kw * (0.8 + noise[slot]! + drift[day]! + traffic + chillers), powerFactor: 0.97 }
  })
}

/** A data centre cooled from elsewhere: nothing but servers, as still as a mine. */
export const stillDataCentre: LegalLoad = (random, days, kw) => {
  const noise = autoregressive(random, days * 96, 0.01, 0.8)
  const drift = autoregressive(random, days, 0.004, 0.9)
  return drawCurve(days, (_hour, day, slot) => ({
    kw: kw * (0.8 + noise[slot]! + drift[day]!),
    powerFactor: 0.97,
  }))
}

/** A telecom site: flat with an evening traffic swing, a few kW. */
export const telecomSite: LegalLoad = (random, days, kw) => {
  const noise = autoregressive(random, days * 96, 0.02, 0.7)
  return drawCurve(days, (hour, _day, slot) => {
    const traffic = 0.08 * Math.cos(((hour - 20) / 24) * 2 * Math.PI)
    return { kw: kw * (0.85 + traffic + noise[slot]!), powerFactor: 0.95 }
  })
}

/** A cold store: compressors in stages, defrost, doors by day, warm afternoons. */
export const coldStore: LegalLoad = (random, days, kw) => {
  const warmth = temperature(random, days)
  const noise = autoregressive(random, days * 96, 0.08, 0.3)
  return drawCurve(days, (hour, _day, slot) => {
    const defrost = [2, 8, 14, 20].some(at => within(hour, at, at + 0.5)) ? 0.25 : 0
    const doors = within(hour, 7, 19) ? 0.12 : 0
    const level = 0.5 + 0.012 * warmth[slot]! + doors + noise[slot]! - defrost
    return { kw: kw * level, powerFactor: 0.85 }
  })
}

/** Water works: pumps in steps, two demand peaks, tanks filled at night. */
export const waterWorks: LegalLoad = (random, days, kw) => {
  const noise = autoregressive(random, days * 96, 0.012, 0.5)
  return drawCurve(days, (hour, day, slot) => {
    const demand =
      0.55 + 0.2 * Math.exp(-(((hour - 8) / 2) ** 2)) + 0.2 * Math.exp(-(((hour - 19) / 2.5) ** 2))
    const filling = within(hour, 0.5, 5) ? 0.2 : 0
    const pumps = Math.ceil((demand + filling + 0.03 * Math.sin(day)) * 6) / 6
    return { kw: kw * (pumps + noise[slot]!), powerFactor: 0.86 }
  })
}

/** Buses charging at night: a sharp start, chargers dropping out one by one. */
export const chargingDepot: LegalLoad = (random, days, kw) => {
  const mileage = autoregressive(random, days + 1, 0.12, 0.3)
  const noise = autoregressive(random, days * 96, 0.01, 0.2)
  return drawCurve(days, (hour, day, slot) => {
    const night = hour >= 20 ? day : day - 1
    const since = hour >= 22 ? hour - 22 : hour + 2
    if (since > 9) return { kw: kw * 0.03 * (1 + noise[slot]!), powerFactor: 0.9 }
    const need = 4.5 * (1 + mileage[Math.max(0, night)]!) * (isWeekend(Math.max(0, night)) ? 0.7 : 1)
    const level = since < need ? 0.95 : Math.max(0.04, 0.95 * Math.exp(-(since - need) / 1.4))
    return { kw: kw * (Math.round(level * 12) / 12 + noise[slot]! * level), powerFactor: 0.985 }
  })
}

/** A battery behind a small works: charges the valley, discharges against the host at peak. */
export const batteryStorage: LegalLoad = (random, days, kw) => {
  const host = office(random, days, 0.7 * kw)
  return drawCurve(days, (hour, _day, slot) => {
    const charge = within(hour, 0, 6.5) ? 0.9 : within(hour, 6.5, 7.5) ? 0.4 : 0
    const discharge = within(hour, 11, 16) ? 0.5 : 0
    return { kw: Math.max(0, host.kw[slot]! + kw * (charge - discharge)), powerFactor: 0.985 }
  })
}

/** Storage heating in the valley hours, following the cold. */
export const valleyHeating: LegalLoad = (random, days, kw) => {
  const warmth = temperature(random, days)
  const noise = autoregressive(random, days * 96, 0.015, 0.4)
  return drawCurve(days, (hour, day, slot) => {
    const need = Math.min(1, Math.max(0.1, (26 - warmth[day * 96]!) / 20))
    const heating = within(hour, 0, 8) ? (hour < 8 * need ? 1 : 0.3) : 0
    return { kw: kw * (0.05 + heating) * (1 + noise[slot]!), powerFactor: 0.998 }
  })
}

/** A cement mill run in the valley: long steady runs at mill load, off by day. */
export const valleyGrinding: LegalLoad = (random, days, kw) => {
  const noise = autoregressive(random, days * 96, 0.025, 0.6)
  return drawCurve(days, (hour, day, slot) => {
    const running = within(hour, 23, 7.5) && day % 9 !== 8
    return {
      kw: kw * (running ? 0.9 + noise[slot]! : 0.06 + 0.2 * Math.abs(noise[slot]!)),
      powerFactor: running ? 0.87 : 0.75,
    }
  })
}

/** A gatehouse and lights: small and flat at night. */
export const guardLoad: LegalLoad = (random, days, kw) => {
  const noise = autoregressive(random, days * 96, 0.05, 0.5)
  return drawCurve(days, (hour, _day, slot) => ({
    kw: kw * ((within(hour, 18.5, 6.5) ? 1 : 0.35) + noise[slot]!),
    powerFactor: 0.93,
  }))
}

/** Ventilation and aeration: constant motors day and night. */
export const aeration: LegalLoad = (random, days, kw) => {
  const noise = autoregressive(random, days * 96, 0.012, 0.8)
  return drawCurve(days, (hour, _day, slot) => {
    const oxygen = 0.05 * Math.cos(((hour - 4) / 24) * 2 * Math.PI)
    return { kw: kw * (0.85 + oxygen + noise[slot]!), powerFactor: 0.83 }
  })
}

/** Electrolysis or a kiln line in a long campaign. */
export const continuousProcess: LegalLoad = (random, days, kw) => {
  const noise = autoregressive(random, days * 96, 0.02, 0.95)
  return drawCurve(days, (_hour, _day, slot) => ({ kw: kw * (0.9 + noise[slot]!), powerFactor: 0.93 }))
}

/** Batch ovens under thermostats: on, off, on, all day. */
export const heatTreatment: LegalLoad = (random, days, kw) => {
  const noise = autoregressive(random, days * 96, 0.02, 0.2)
  const ovens = [17, 23, 31].map(period => ({
    period,
    phase: random.between(0, period),
    share: random.between(0.4, 0.7),
  }))
  return drawCurve(days, (hour, day, slot) => {
    const open = within(hour, 6, 22) && day % 7 !== 6
    const on = ovens.filter(oven => ((slot + oven.phase) % oven.period) / oven.period < oven.share).length
    return {
      kw: kw * ((open ? on * 0.3 : 0) + 0.06 + 0.2 * Math.abs(noise[slot]!)),
      powerFactor: open ? 0.99 : 0.8,
    }
  })
}

/** A works that moulds or spins at night for the price: sharp edges, machines at random inside. */
export const nightShiftWorks: LegalLoad = (random, days, kw) => {
  const noise = autoregressive(random, days * 96, random.between(0.03, 0.1), random.between(0.2, 0.8))
  const [from, to] = [random.between(21, 23.5), random.between(6, 8)]
  return drawCurve(days, (hour, day, slot) => {
    const open = within(hour, from, to) && day % 7 !== 6
    return { kw: kw * (open ? 0.8 + noise[slot]! : 0.08 + 0.3 * Math.abs(noise[slot]!)), powerFactor: 0.89 }
  })
}

/** Pumps that run full or not at all, around the clock or in the valley only. */
export const cyclingPumps: LegalLoad = (random, days, kw) => {
  const [on, off] = [random.between(25, 90), random.between(20, 60)]
  const valleyOnly = random.chance(0.5)
  const curve = emptyCurve(days)
  let running = true
  let left = on
  for (let minute = 0; minute < days * 1440; minute++) {
    if (left-- <= 0) {
      running = !running
      left = (running ? on : off) * (1 + 0.1 * random.normal())
    }
    const power = running && (!valleyOnly || minute % 1440 < 480) ? kw : 0.02 * kw
    const slot = Math.floor(minute / 15)
    curve.kw[slot]! += power / 15
    curve.kvar[slot]! += reactive(power / 15, 0.86)
  }
  return curve
}
