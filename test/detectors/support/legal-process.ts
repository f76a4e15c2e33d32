import { addCurves, type Curve, drawCurve, emptyCurve, reactive } from './curve.ts'
import { furnaceCurve } from './furnaces.ts'
import { dayShiftWorks, isWeekend, type LegalLoad, within } from './lookalikes.ts'
import { autoregressive, type Random } from './random.ts'

/** Adds minute values of power into quarter hours. */
const addMinute = (curve: Curve, minute: number, kw: number, powerFactor: number): void => {
  const slot = Math.floor(minute / 15)
  if (slot < 0 || slot >= curve.kw.length) return
  curve.kw[slot]! += kw / 15
  curve.kvar[slot]! += reactive(kw, powerFactor) / 15
}

/** A foundry with a medium-frequency furnace in one or two day shifts, beside moulding, blasting and compressors. */
export const foundry: LegalLoad = (random, days, kw) => {
  const furnace = furnaceCurve(random, {
    days,
    kw,
    heatMinutes: random.between(50, 110),
    gapMinutes: random.between(15, 50),
    dual: random.chance(0.3),
    series: random.chance(0.5),
    fromHour: random.between(6, 9),
    hours: random.between(8, 14),
    activeShare: 0.85,
  })
  return addCurves(furnace, dayShiftWorks(random, days, 0.4 * kw))
}

/** Arc heats of 40 to 70 minutes, 5 to 12 apart, day and night: bore-in, melting with flicker, refining; PF .75-.85. */
export const arcFurnace: LegalLoad = (random, days, kw) => {
  const curve = emptyCurve(days)
  for (let minute = 0; minute < days * 1440; ) {
    const heat = Math.round(random.between(40, 70))
    for (let i = 0; i < heat; i++) {
      const progress = i / heat
      const charging = Math.abs(progress - 0.4) < 0.04
      const level = charging ? 0.05 : progress < 0.1 ? 0.7 : progress < 0.75 ? 1 : 0.55
      const power = kw * level * (1 + 0.12 * random.normal())
      addMinute(curve, minute + i, Math.max(0, power) + 0.12 * kw, random.between(0.75, 0.85))
    }
    const off = Math.round(random.chance(0.06) ? random.between(90, 500) : random.between(5, 12))
    for (let i = 0; i < off; i++) addMinute(curve, minute + heat + i, 0.12 * kw, 0.8)
    minute += heat + off
  }
  return curve
}

/** Billet heaters and presses: cycles of a few minutes that a quarter hour averages away; one or two day shifts. */
export const forging: LegalLoad = (random, days, kw) => {
  const noise = autoregressive(random, days * 96, 0.14, 0.4)
  const to = random.chance(0.5) ? 17.5 : 23
  return drawCurve(days, (hour, day, slot) => {
    const open = within(hour, 7.5, to) && day % 7 !== 6 && !within(hour, 12, 13)
    return {
      kw: kw * (open ? 0.65 + noise[slot]! : 0.05 + 0.1 * Math.abs(noise[slot]!)),
      powerFactor: open ? 0.93 : 0.75,
    }
  })
}

/** A chemical plant: continuous lines, pumps, batch reactors that come and go over days. */
export const chemicalPlant: LegalLoad = (random, days, kw) => {
  const noise = autoregressive(random, days * 96, 0.025, 0.9)
  const batches = autoregressive(random, days * 4, 0.06, 0.7)
  return drawCurve(days, (hour, day, slot) => ({
    kw: kw * (0.8 + noise[slot]! + batches[day * 4 + Math.floor(hour / 6)]!),
    powerFactor: 0.9,
  }))
}

/** A paper machine: full load for days, web breaks of half an hour, a maintenance stop every fortnight. */
export const paperMill: LegalLoad = (random, days, kw) => {
  const noise = autoregressive(random, days * 96, 0.02, 0.7)
  const broken = new Set<number>()
  for (let slot = 0; slot < days * 96; slot++)
    if (random.chance(0.02)) for (let i = 0; i < random.between(1, 4); i++) broken.add(slot + i)
  return drawCurve(days, (hour, day, slot) => {
    const stopped = day % 14 === 9 && within(hour, 8, 20)
    const level = stopped ? 0.15 : broken.has(slot) ? 0.6 : 0.92
    return { kw: kw * (level + noise[slot]!), powerFactor: 0.88 }
  })
}

/** Electrolysis: a rectifier at constant current for months, trimmed a little by the day. */
export const electrolysis: LegalLoad = (random, days, kw) => {
  const noise = autoregressive(random, days * 96, 0.006, 0.8)
  const trim = autoregressive(random, days, 0.012, 0.6)
  return drawCurve(days, (_hour, day, slot) => ({
    kw: kw * (0.92 + noise[slot]! + trim[day]!),
    powerFactor: 0.945,
  }))
}

/** Curing of tobacco: fans and heat pumps in barns, batches of six days: warming, leaf drying, stem drying, a pause. */
export const tobaccoCuring: LegalLoad = (random, days, kw) => {
  const noise = autoregressive(random, days * 96, 0.04, 0.6)
  const barns = Array.from({ length: 6 }, () => random.between(0, 7 * 96))
  return drawCurve(days, (_hour, _day, slot) => {
    const level = barns.reduce((sum, start) => {
      const at = ((slot + start) % (7 * 96)) / 96
      return sum + (at < 1.5 ? 0.9 : at < 4 ? 0.65 : at < 6 ? 0.8 : 0.02) / barns.length
    }, 0)
    return { kw: kw * level * (1 + noise[slot]!), powerFactor: 0.87 }
  })
}

/** A grain dryer in a harvest campaign: motors around the clock for a fortnight, changed lots, then nothing. */
export const grainDrying: LegalLoad = (random, days, kw) => {
  const noise = autoregressive(random, days * 96, 0.03, 0.5)
  const [from, to] = [random.between(3, 8), random.between(18, 26)]
  const lotHours = random.between(5, 11)
  return drawCurve(days, (_hour, day, slot) => {
    const running = day >= from && day < to
    const changing = ((slot / 4) % lotHours) / lotHours > 0.88
    const level = !running ? 0.02 : changing ? 0.25 : 0.85
    return { kw: kw * (level + (running ? noise[slot]! : 0)), powerFactor: 0.84 }
  })
}

/** A brickworks: kiln fans day and night, extruders and mills by day or at valley. */
export const brickworks: LegalLoad = (random, days, kw) => {
  const noise = autoregressive(random, days * 96, 0.05, 0.5)
  const [from, to] = random.chance(0.5) ? [6, 18] : [22, 8]
  return drawCurve(days, (hour, day, slot) => {
    const pressing = within(hour, from, to) && day % 10 !== 9
    return {
      kw: kw * (0.25 + (pressing ? 0.6 : 0) * (1 + noise[slot]!) + 0.3 * noise[slot]!),
      powerFactor: 0.85,
    }
  })
}

/** A glass tank with electric boosting: fans and compressors around the clock, the boost trimmed by the pull. */
export const glassWorks: LegalLoad = (random, days, kw) => {
  const noise = autoregressive(random, days * 96, 0.018, 0.6)
  const pull = autoregressive(random, days * 2, 0.045, 0.7)
  return drawCurve(days, (hour, day, slot) => ({
    kw: kw * (0.85 + noise[slot]! + pull[day * 2 + (hour < 12 ? 0 : 1)]!),
    powerFactor: 0.91,
  }))
}

/** Tunnelling by rounds: drilling, blasting, mucking, lining in two to five hours each, fans all the time. */
export const tunnelWorks: LegalLoad = (random, days, kw) => {
  const curve = emptyCurve(days)
  const phases = [
    [0.9, 150],
    [0.25, 50],
    [0.7, 200],
    [0.45, 180],
  ] as const
  for (let minute = 0; minute < days * 1440; ) {
    for (const [level, minutes] of phases) {
      const length = Math.round(minutes * random.between(0.6, 1.5))
      for (let i = 0; i < length; i++)
        addMinute(curve, minute + i, kw * level * (1 + 0.2 * random.normal()), 0.82)
      minute += length
    }
  }
  return curve
}

/** A laboratory or server room beside offices: an even base of ventilation, a low hump by day. */
export const laboratory: LegalLoad = (random, days, kw) => {
  const noise = autoregressive(random, days * 96, 0.015, 0.8)
  return drawCurve(days, (hour, day, slot) => {
    const people = isWeekend(day) ? 0.03 : 0.18 * Math.exp(-(((hour - 13) / 4) ** 4))
    return { kw: kw * (0.7 + people + noise[slot]!), powerFactor: 0.9 }
  })
}

/** What a site draws at a level a controller holds it to: flat-topped by day, as the demand charge asks. */
export const demandControlled: LegalLoad = (random, days, kw) => {
  const works = dayShiftWorks(random, days, 1.6 * kw)
  return drawCurve(days, (_hour, _day, slot) => ({
    kw: Math.min(works.kw[slot]!, kw * (1 + 0.015 * random.normal())),
    powerFactor: 0.9,
  }))
}

/** Tenants behind a landlord's meter: shops, workshops and flats together. */
export const landlordFeed: LegalLoad = (random, days, kw) => {
  const noise = autoregressive(random, days * 96, 0.03, 0.6)
  const workshops = dayShiftWorks(random, days, 0.5 * kw)
  return drawCurve(days, (hour, _day, slot) => {
    const homes = 0.15 + 0.25 * Math.exp(-(((hour - 20) / 3) ** 2))
    const shops = within(hour, 9, 21.5) ? 0.3 : 0.05
    return { kw: workshops.kw[slot]! + kw * (homes + shops + noise[slot]!), powerFactor: 0.91 }
  })
}

/** Ramps a share of the load per week, or adds a shift, and the like: see `changing`. */
export type Change = (random: Random, days: number) => (hour: number, day: number) => number

/** A legal load whose size changes over the period by a factor. */
export const changing =
  (load: LegalLoad, change: Change): LegalLoad =>
  (random, days, kw) => {
    const curve = load(random, days, kw)
    const factorAt = change(random, days)
    for (let slot = 0; slot < curve.kw.length; slot++) {
      const factor = factorAt((slot % 96) / 4, Math.floor(slot / 96))
      curve.kw[slot]! *= factor
      curve.kvar[slot]! *= factor
    }
    return curve
  }
