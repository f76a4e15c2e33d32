import { z } from 'zod'
import { dayText, type EpochDay, parseDay } from '../../schemas/day.ts'
import districts from './districts.data.json' with { type: 'json' }

const District = z.object({
  code: z.string().describe('GB/T 2260 code; CQ-… is our own for a zone that has none'),
  name: z.string(),
  kind: z.enum(['市辖区', '县', '自治县', '功能区']),
  gbt2260: z.boolean(),
  validFrom: z.iso.date().nullable(),
  validTo: z.iso.date().nullable().describe('Last day'),
  successors: z.array(z.string()),
  parent: z.string().optional(),
  note: z.string().optional(),
})
type District = z.infer<typeof District>

const byCode: ReadonlyMap<string, District> = new Map(
  z
    .array(District)
    .parse(districts)
    .map(district => [district.code, district]),
)

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
 * Who is told of a customer registered under a code on a plant's day: the district itself; for an abolished one
 * its only successor, or, where several share its land, still the old code, for a person to route. Undefined for
 * a code that never was.
 */
export const districtToTell = (code: string, day: EpochDay): { code: string; name: string } | undefined => {
  const district = byCode.get(code)
  if (!district) return undefined
  const [successor, ...more] = district.successors
  const isOver = districtName(code, day) === undefined && successor !== undefined
  if (isOver && more.length === 0) return districtToTell(successor, day)
  return { code, name: district.name }
}

/** Whether a code stands for a district on a plant's day. */
export const districtInUse = (code: string, day: EpochDay): boolean => districtName(code, day) !== undefined

/** The district a zone lies in, where it is known. */
export const parentOf = (code: string): string | undefined => byCode.get(code)?.parent

const isInUse = ({ validFrom, validTo }: District, date: string): boolean =>
  (validFrom === null || validFrom <= date) && (validTo === null || date <= validTo)

/** The days on which the districts changed: the first of one, or the first without it. */
export const turnsOfDistricts = (): EpochDay[] => [
  ...new Set(
    [...byCode.values()].flatMap(({ validFrom, validTo }) => [
      ...(validFrom === null ? [] : [parseDay(validFrom)]),
      ...(validTo === null ? [] : [parseDay(validTo) + 1]),
    ]),
  ),
]
