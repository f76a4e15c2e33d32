import type { ImportProfile } from '../../../schemas/profile.ts'
import { type Fault, fault } from '../fault.ts'

const PLAIN_NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/
const HIGHEST_REVISION = 65_535

/** How programs write that there is no value. */
const ABSENT = /^(nan|null|--?|)$/i

export const isAbsent = (text: string): boolean => text === '' || ABSENT.test(text.trim())

/** A decimal number; undefined for anything else: hexadecimal, infinity, and 1e999 which would be one. */
export const numberOf = (text: string): number | undefined => {
  const value = shortDecimal(text)
  if (value >= 0) return value
  const number = PLAIN_NUMBER.test(text.trim()) ? Number(text) : Number.NaN
  return Number.isFinite(number) ? number : undefined
}

/** So many digits are an integer that a double holds exactly; divided by a power of ten it is rounded rightly. */
const DIGITS = 15
const POWERS = Array.from({ length: DIGITS }, (_, i) => 10 ** i)

/** What most cells hold, 412.5, in a third of the time; -1 for anything else. */
const shortDecimal = (text: string): number => {
  const { length } = text
  if (length === 0 || length > DIGITS) return -1
  let digits = 0
  let point = -1
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(i)
    if (code >= 48 && code <= 57) digits = digits * 10 + code - 48
    else if (code === 46 && point < 0 && length > 1) point = i
    else return -1
  }
  return point < 0 ? digits : digits / POWERS[length - 1 - point]!
}

/** The revision, 0 to 65,535, in a column; 0 where it or the column (place -1) is not there, undefined if bad. */
export const revisionIn = (cells: readonly string[], place: number): number | undefined => {
  if (place < 0 || isAbsent(cells[place]!)) return 0
  const revision = numberOf(cells[place]!)
  const isGood = Number.isInteger(revision) && revision! >= 0 && revision! <= HIGHEST_REVISION
  return isGood ? revision : undefined
}

/** Makes kW of a power in the profile's unit. */
export const toKw = ({ unit }: ImportProfile): ((power: number) => number) => {
  if (unit === 'W') return power => power / 1000
  return unit === 'MW' ? power => power * 1000 : power => power
}

export const wrongWidth = (found: number, expected: number): Fault =>
  fault(
    'malformed',
    `${found} values where the first line names ${expected} columns: is the line cut, or is a decimal comma used?`,
  )

export const notANumber = (name: string, text: string): Fault =>
  fault(
    'not-a-number',
    `${name} "${text.slice(0, 40)}" is no number; write decimals with a point, such as 412.5.`,
  )

export const badDate = (text: string): Fault =>
  fault('bad-time', `"${text.slice(0, 40)}" is no date, such as 2026-11-01.`)
