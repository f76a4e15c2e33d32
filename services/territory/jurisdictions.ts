import type { EpochDay } from '../../schemas/day.ts'
import { districtToTell, parentOf } from './districts.ts'

/** Rules of the whole country, and of the municipality. */
export const NATIONAL = 'CN'
export const CHONGQING = 'CQ'

/** Whose rules hold somewhere, the most local first. */
export interface Jurisdictions {
  readonly codes: readonly string[]
  /**
   * Why no district is among them: the code is of no district known here (then national rules alone hold), or it was
   * not in use that day and more than one took its land over.
   */
  readonly withoutDistrict: 'unknown' | 'ambiguous' | null
}

/**
 * Whose rules hold on a plant's day for what is registered under a district code: the zone or district itself, the
 * district it lies in, the municipality, the country. The code of a district that is no more stands for its only
 * successor.
 */
export const jurisdictionsOn = (districtCode: string, day: EpochDay): Jurisdictions => {
  const told = districtToTell(districtCode, day)
  if (!told) return { codes: [NATIONAL], withoutDistrict: 'unknown' }
  if (told.by === 'person') return { codes: [CHONGQING, NATIONAL], withoutDistrict: 'ambiguous' }
  const parent = parentOf(told.code)
  return {
    codes: [told.code, ...(parent === undefined ? [] : [parent]), CHONGQING, NATIONAL],
    withoutDistrict: null,
  }
}
