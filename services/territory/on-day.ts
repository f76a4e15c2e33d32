import { dayText, type EpochDay } from '../../schemas/day.ts'
import type { District, DistrictOnDay } from '../../schemas/district.ts'
import type { BothLanguages } from '../../schemas/finding.ts'
import { districtName, districtToTell, everyDistrict, findDistrict } from './districts.ts'
import { jurisdictionsOn } from './jurisdictions.ts'

/** The districts of a plant's day; with `all` those whose code is not in use, too. */
export const listDistricts = (day: EpochDay, all: boolean): (District & { inUse: boolean })[] =>
  everyDistrict()
    .map(district => ({ ...district, inUse: districtName(district.code, day) !== undefined }))
    .filter(({ inUse }) => all || inUse)

/** What a code means on a plant's day; undefined when it never was one. */
export const districtOnDay = (code: string, day: EpochDay): DistrictOnDay | undefined => {
  const district = findDistrict(code)
  const told = districtToTell(code, day)
  if (!district || !told) return undefined
  const date = dayText(day)
  const { codes, withoutDistrict } = jurisdictionsOn(code, day)
  const ceded = district.ceded.filter(({ on }) => on <= date)
  return {
    day: date,
    district,
    inUse: told.by === 'itself',
    jurisdictions: [...codes],
    withoutDistrict,
    told,
    leadsTo: ceded.map(({ to, places }) => ({ code: to, name: findDistrict(to)!.name, places })),
    doubt: doubtOf(district, date),
  }
}

/** What only the registry can say of a customer under this code. */
const doubtOf = ({ name, validFrom, validTo, ceded }: District, date: string): BothLanguages | null => {
  if (validFrom !== null && date < validFrom) {
    return {
      zh: `${name}的代码自 ${validFrom} 起启用：此前属哪个区县，以当日登记为准。`,
      en: `The code of ${name} is in use from ${validFrom} on: to which district it belonged before, the registry of that day says.`,
    }
  }
  const isOver = validTo !== null && validTo < date
  const gone = ceded.filter(({ on }) => on <= date)
  if (gone.length === 0 || (isOver && gone.length === 1)) return null
  const where = gone.map(({ to, places }) => `${places} → ${findDistrict(to)!.name}（${to}）`).join('；')
  return {
    zh: `自 ${gone[0]!.on} 起：${where}。登记早于该日的用户归属何处，更新登记后方可确定。`,
    en: `From ${gone[0]!.on} on: ${where}. Where a customer lies that was registered before that day is known once the registry says so.`,
  }
}
