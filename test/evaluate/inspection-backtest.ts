import { type DayFeatures, detectors, type RegistryFacts, WINDOW_DAYS } from '../../detectors/index.ts'
import { type EpochDay, parseDay } from '../../schemas/day.ts'
import type { InspectionWindow } from '../../schemas/finding.ts'

/** A furnace site whose nights are known afterwards. */
export interface KnownSite {
  /** Ascending */
  readonly days: readonly DayFeatures[]
  readonly registry: RegistryFacts
  /** Whether it melted in hours of a day; `to` over 24 is of the next day */
  readonly melts: (day: EpochDay, fromHour: number, toHour: number) => boolean
}

/** How suggested inspections turn out, beside a forecast by plain frequency. */
export interface InspectionResult {
  /** Suggestions made, one for every day with a score that opens a case */
  readonly suggestions: number
  /** Share of visits, on the likelier of the next three nights and in the hours told, that meet it at work */
  readonly hitRate: number
  /** The same in the hours told, on the next night whatever its likelihood */
  readonly nextNightHitRate: number
  /** The same on the next night at a random hour of the day: what knocking without a suggestion gives */
  readonly anyHourHitRate: number
  /** Mean squared error of the likelihoods of the next three nights */
  readonly brier: number
  /** The same of each site's plain frequency of nights at work so far, told for every night */
  readonly baseRateBrier: number
}

const OPENING = 0.7

const hourOf = (text: string): number => Number(text.slice(0, 2)) + Number(text.slice(3)) / 60

const hoursOf = ({ from, to }: InspectionWindow): readonly [from: number, to: number] => {
  const [begin, end] = [hourOf(from), hourOf(to)]
  return [begin, end > begin ? end : end + 24]
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length

/** What one suggestion came to. */
const checkSuggestion = (site: KnownSite, seen: readonly DayFeatures[], inspection: InspectionWindow) => {
  const hours = hoursOf(inspection)
  const nights = inspection.likelihoods.map(({ date, likelihood }) => ({
    likelihood,
    ran: site.melts(parseDay(date), ...hours),
  }))
  const likeliest = nights.reduce((most, night) => (night.likelihood > most.likelihood ? night : most))
  const { day } = seen.at(-1)!
  // Nights seen whole: of one that goes over midnight the judged day holds the evening only.
  const known = seen.slice(0, hours[1] > 24 ? -1 : seen.length)
  const baseRate = mean(known.map(one => Number(site.melts(one.day, ...hours))))
  const anyHour = Array.from({ length: 24 }, (_, hour) => Number(site.melts(day + 1, hour, hour + 1)))
  return {
    hit: Number(likeliest.ran),
    nextNight: Number(nights[0]!.ran),
    anyHour: mean(anyHour),
    errors: nights.map(({ likelihood, ran }) => (likelihood - Number(ran)) ** 2),
    baseErrors: nights.map(({ ran }) => (baseRate - Number(ran)) ** 2),
  }
}

/** Suggests inspections day by day from what was known then, and looks up what the next three nights were. */
export const inspectionBacktest = (sites: readonly KnownSite[]): InspectionResult => {
  const furnace = detectors.find(({ signature }) => signature === 'induction-furnace')!
  const checks = sites.flatMap(site =>
    site.days.flatMap((features, i) => {
      const seen = site.days.slice(Math.max(0, i + 1 - WINDOW_DAYS), i + 1)
      const hasNights = i + 5 < site.days.length
      const window = { day: features.day, days: seen, registry: site.registry }
      if (!hasNights || furnace.score(window) < OPENING) return []
      const { inspection } = furnace.explain(window)
      return inspection ? [checkSuggestion(site, seen, inspection)] : []
    }),
  )
  return {
    suggestions: checks.length,
    hitRate: mean(checks.map(({ hit }) => hit)),
    nextNightHitRate: mean(checks.map(({ nextNight }) => nextNight)),
    anyHourHitRate: mean(checks.map(({ anyHour }) => anyHour)),
    brier: mean(checks.flatMap(({ errors }) => errors)),
    baseRateBrier: mean(checks.flatMap(({ baseErrors }) => baseErrors)),
  }
}
