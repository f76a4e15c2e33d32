import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { type EpochDay, parseDay, weekdayOf } from '../../schemas/day.ts'

const STEEL =
  'V E, S., Shin, C., & Cho, Y. (2021). Steel Industry Energy Consumption. UCI Machine Learning Repository 851. https://doi.org/10.24432/C52G8C (CC BY 4.0)'
const COMPANIES =
  'Electricity consumption of 28 German companies in 15-min resolution. https://doi.org/10.5445/IR/1000098027 (CC BY 4.0), as normalised in github.com/ttjaden/vdi4657.app'
const MUNICIPAL =
  'SCiBER: A new public data set of municipal building consumption. https://doi.org/10.1145/3208903.3210281 (CC BY 4.0), as normalised in github.com/ttjaden/vdi4657.app'
const RSF =
  'NREL RSF Measured Data 2011. Open Energy Data Initiative, https://data.openei.org/submissions/358 (CC BY 4.0)'

interface Entry {
  readonly firstDate: string
  readonly days: number
  readonly intervalMinutes: 15 | 60
  readonly attribution: string
}
const cut = (firstDate: string, intervalMinutes: 15 | 60, attribution: string): Entry => ({
  firstDate,
  days: 35,
  intervalMinutes,
  attribution,
})

/** The recordings shipped here; `recordings/README.md` tells origin, licence and what was changed. */
const CATALOGUE = {
  'steel-works-2018': { firstDate: '2018-01-01', days: 365, intervalMinutes: 15, attribution: STEEL },
  'metal-processing-2018-02-05': cut('2018-02-05', 15, COMPANIES),
  'metal-processing-2018-10-08': cut('2018-10-08', 15, COMPANIES),
  'furniture-store-2015-02-16': cut('2015-02-16', 15, COMPANIES),
  'furniture-store-2015-10-12': cut('2015-10-12', 15, COMPANIES),
  'school-2014-01-13': cut('2014-01-13', 15, MUNICIPAL),
  'school-2014-11-10': cut('2014-11-10', 15, MUNICIPAL),
  'administration-2015-01-12': cut('2015-01-12', 15, MUNICIPAL),
  'administration-2015-11-02': cut('2015-11-02', 15, MUNICIPAL),
  'office-2011-03-07': cut('2011-03-07', 60, RSF),
  'office-2011-08-15': cut('2011-08-15', 60, RSF),
  'data-centre-2011-03-07': cut('2011-03-07', 60, RSF),
  'data-centre-2011-08-15': cut('2011-08-15', 60, RSF),
} as const satisfies Record<string, Entry>

export type RecordingName = keyof typeof CATALOGUE

/** The names `loadRecording` knows. */
export const RECORDING_NAMES = Object.keys(CATALOGUE) as RecordingName[]

/** A real load, interval by interval from midnight of its first day, on its own local clock. */
export interface Recording {
  readonly name: RecordingName
  readonly intervalMinutes: 15 | 60
  /** The original first day, a Monday */
  readonly firstDay: EpochDay
  /** 0 = Sunday … 6 = Saturday */
  readonly startWeekday: number
  readonly days: number
  /**
   * Mean active power, kW. The normalised profiles (metal processing, furniture store, school,
   * administration) are in kW at 1,000 MWh a year.
   */
  readonly kw: Float32Array
  /** Mean reactive power, kvar, leading below 0; null where it was not recorded */
  readonly kvar: Float32Array | null
  /** What to say wherever the recording is shown */
  readonly attribution: string
}

const read = (name: RecordingName): Recording => {
  const { firstDate, days, intervalMinutes, attribution } = CATALOGUE[name]
  const bytes = readFileSync(new URL(`./recordings/${name}.csv.gz`, import.meta.url))
  const rows = gunzipSync(bytes).toString('utf8').trimEnd().split('\n').slice(1)
  const kw = new Float32Array(rows.length)
  const kvar = new Float32Array(rows.length)
  let withKvar = false
  rows.forEach((row, i) => {
    const [, power, reactive] = row.split(',')
    kw[i] = Number(power)
    kvar[i] = Number(reactive)
    withKvar ||= reactive !== ''
  })
  const firstDay = parseDay(firstDate)
  const startWeekday = weekdayOf(firstDay)
  return {
    name,
    intervalMinutes,
    firstDay,
    startWeekday,
    days,
    kw,
    kvar: withKvar ? kvar : null,
    attribution,
  }
}

/** What to say wherever a recording is shown. */
export const attributionOf = (name: RecordingName): string => CATALOGUE[name].attribution

const loaded = new Map<RecordingName, Recording>()

/** A shipped recording, read once. Throws when its file is missing or is no gzip. */
export const loadRecording = (name: RecordingName): Recording => {
  const recording = loaded.get(name) ?? read(name)
  loaded.set(name, recording)
  return recording
}
