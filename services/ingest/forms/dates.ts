import { type EpochDay, MS_PER_DAY } from '../../../schemas/day.ts'

const DATE = /^(\d{4})(?:-(\d\d?)-(\d\d?)|\/(\d\d?)\/(\d\d?)|(\d\d)(\d\d))(?:[T ]0?0:00(?::00(?:\.0+)?)?)?$/

/**
 * Reads a plant's day written 2026-11-01, 2026/11/1 or 20261101, with or without the time of midnight behind it.
 * NaN for anything else.
 */
export const readDate = (text: string): EpochDay => {
  const found = DATE.exec(text)
  if (!found) return Number.NaN
  const [, year, ...rest] = found
  const [month, day] = rest.filter(part => part !== undefined)
  return dateMs(Number(year), Number(month), Number(day)) / MS_PER_DAY
}

/** UTC ms of a date's midnight on a clock in UTC; NaN when there is no such date, as 30 February. */
export const dateMs = (year: number, month: number, day: number): number => {
  const atMs = Date.UTC(year, month - 1, day)
  const date = new Date(atMs)
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? atMs : Number.NaN
}
