import { z } from 'zod'
import { dayText, type EpochDay, parseDay } from '../../schemas/day.ts'
import { District, type ToldDistrict } from '../../schemas/district.ts'
import districts from './districts.data.json' with { type: 'json' }

const byCode: ReadonlyMap<string, District> = new Map(
  z
    .array(District)
    .parse(districts)
    .map(district => [district.code, district]),
)

/** Every district there is or was, in the order of the list. */
export const everyDistrict = (): District[] => [...byCode.values()]

export const findDistrict = (code: string): District | undefined => byCode.get(code)

/**
 * Name of a Chongqing district, county or development zone on a plant's day; undefined when the code is
 * unknown or was not in use. Codes of 2024 agree with the list of the National Bureau of Statistics of
 * 2023-06-30; on 2025-11-06 江北 and 渝北 became 两江新区 (渝府发〔2025〕15号).
 */
export const districtName = (code: string, day: EpochDay): string | undefined => {
  const district = byCode.get(code)
  return district && isInUse(district, dayText(day)) ? district.name : undefined
}

/** Whether a code is, or ever was, one of a district that can be told. */
export const isKnownDistrict = (code: string): boolean => byCode.has(code)

/**
 * Who is told of a customer registered under a code on a plant's day: the district itself, or, for an abolished one, its
 * only successor. Where several share its land, and before the code was in use, nothing but the registry says where the
 * customer lies: the code is kept, so that what is to be told waits in sight, and `by` says that a person routes it.
 * Undefined for a code that never was.
 */
export const districtToTell = (code: string, day: EpochDay): ToldDistrict | undefined => {
  const district = byCode.get(code)
  if (!district) return undefined
  const { name, validTo, ceded } = district
  const date = dayText(day)
  if (isInUse(district, date)) return { code, name, by: 'itself' }
  const isOver = validTo !== null && validTo < date
  const [successor, ...more] = ceded
  if (!isOver || !successor || more.length > 0) return { code, name, by: 'person' }
  const told = districtToTell(successor.to, day)!
  return told.by === 'itself' ? { ...told, by: 'successor' } : told
}

/** The district a zone lies in, where it is known. */
export const parentOf = (code: string): string | undefined => byCode.get(code)?.parent ?? undefined

const isInUse = ({ validFrom, validTo }: District, date: string): boolean =>
  (validFrom === null || validFrom <= date) && (validTo === null || date <= validTo)

/** The days on which the districts changed: the first of one, or the first without it. */
export const turnsOfDistricts = (): EpochDay[] => [
  ...new Set(
    everyDistrict().flatMap(({ validFrom, validTo }) => [
      ...(validFrom === null ? [] : [parseDay(validFrom)]),
      ...(validTo === null ? [] : [parseDay(validTo) + 1]),
    ]),
  ),
]
