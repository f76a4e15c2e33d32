import { dayText } from '../schemas/day.ts'
import type { DatedHours } from '../schemas/finding.ts'
import type { DayFeatures } from './day-features.ts'
import type { FurnaceCurve } from './furnace-curve.ts'
import { swingKw } from './furnace-signs.ts'
import type { Spell } from './inspection-window.ts'
import { medianOverDays } from './judgement.ts'
import { finite } from './statistics.ts'

const NIGHTS_MOST = 14

/** A day's energy counts up to this multiple of the usual one: a day read tenfold is no proof of ten furnaces. */
const ENERGY_MOST = 1.5

const energyKwh = (day: DayFeatures, usualKwh: number): number =>
  Math.max(0, finite(Math.min(day.heatKwh, ENERGY_MOST * usualKwh)))

const usualKwh = (days: readonly DayFeatures[]): number => medianOverDays(days, ({ heatKwh }) => heatKwh)

/** Power above the host during heats (kW, median of melting days) and its energy over the window (kWh). */
export const meltingEnergy = ({ activeDays }: FurnaceCurve) => {
  const usual = usualKwh(activeDays)
  return {
    attributableKw: Math.max(0, finite(medianOverDays(activeDays, swingKw))),
    attributableKwh: finite(activeDays.reduce((sum, day) => sum + energyKwh(day, usual), 0)),
  }
}

interface MeltingSpell extends Spell {
  readonly kwh: number
}

/** The spells of one day: a block over midnight is the end of one night and the beginning of the next. */
const spellsOf = (features: DayFeatures, usual: number): MeltingSpell[] => {
  const { day, blockFromHour: from, blockToHour: to } = features
  const kwh = energyKwh(features, usual)
  if (!(from >= 0 && from <= 24 && to >= 0 && to <= 24)) return []
  if (from < to) return [{ day, fromHour: from, toHour: to, kwh }]
  const share = to / (to + 24 - from)
  return [
    { day, fromHour: 0, toHour: to, kwh: kwh * share },
    { day, fromHour: from, toHour: 24, kwh: kwh * (1 - share) },
  ]
}

/** A spell up to midnight and one from midnight on are one night; a day around the clock stays one day. */
const isOneNight = (evening: MeltingSpell, morning: MeltingSpell): boolean =>
  evening.day + 1 === morning.day &&
  evening.toHour === 24 &&
  morning.fromHour === 0 &&
  evening.fromHour > morning.toHour

const joined = (spells: readonly MeltingSpell[]): MeltingSpell[] => {
  const nights: MeltingSpell[] = []
  for (const spell of spells) {
    const before = nights.at(-1)
    if (before && isOneNight(before, spell))
      nights[nights.length - 1] = { ...before, toHour: spell.toHour, kwh: before.kwh + spell.kwh }
    else nights.push(spell)
  }
  return nights
}

const clockText = (hour: number): string => {
  const minutes = Math.round(hour * 60)
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

/** When it melted, by the day each spell begins on. */
export const meltingSpells = ({ activeDays }: FurnaceCurve): MeltingSpell[] => {
  const usual = usualKwh(activeDays)
  return joined(activeDays.flatMap(day => spellsOf(day, usual)))
}

/** When it melted, the latest 14 spells, each by the date it begins on; an end before its begin is of the next day. */
export const meltingNights = (curve: FurnaceCurve): DatedHours[] =>
  meltingSpells(curve)
    .slice(-NIGHTS_MOST)
    .map(({ day, fromHour, toHour, kwh }) => ({
      date: dayText(day),
      from: clockText(fromHour),
      to: clockText(toHour),
      kwh: Math.round(kwh),
    }))
