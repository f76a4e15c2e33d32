/**
 * The plant's day. A day is a whole number of days since 1970-01-01 on the wall clock of Asia/Shanghai,
 * which has stood at UTC+8 without summer time since 1992 (readings older than that are refused).
 */
export type EpochDay = number

export const MS_PER_MINUTE = 60_000
export const MS_PER_HOUR = 3_600_000
export const MS_PER_DAY = 86_400_000
const SHANGHAI_OFFSET_MS = 8 * MS_PER_HOUR

/** The plant's day an instant falls in. Midnight itself opens the new day. */
export const dayOf = (atMs: number): EpochDay => Math.floor((atMs + SHANGHAI_OFFSET_MS) / MS_PER_DAY)

/** The instant (UTC ms) at which a plant's day begins; `dayStartMs(day + 1)` is its end. */
export const dayStartMs = (day: EpochDay): number => day * MS_PER_DAY - SHANGHAI_OFFSET_MS

/** Texts of days that were asked for: the same few thousand come up again and again. */
const texts = new Map<EpochDay, string>()
const TEXTS_KEPT = 20_000

/** `YYYY-MM-DD` of a plant's day. */
export const dayText = (day: EpochDay): string => {
  let text = texts.get(day)
  if (text === undefined) {
    text = new Date(day * MS_PER_DAY).toISOString().slice(0, 10)
    if (texts.size >= TEXTS_KEPT) texts.clear()
    texts.set(day, text)
  }
  return text
}

/** The plant's day written `YYYY-MM-DD`. NaN when the text is no such date. */
export const parseDay = (text: string): EpochDay => Date.parse(`${text}T00:00:00Z`) / MS_PER_DAY

/** The year of a plant's day. */
export const yearOf = (day: EpochDay): number => Number(dayText(day).slice(0, 4))

/** Every 1 January after a plant's day, up to another one inclusive. */
export const newYearsWithin = (after: EpochDay, to: EpochDay): EpochDay[] => {
  const year = yearOf(after)
  return Array.from({ length: Math.max(0, yearOf(to) - year) }, (_, i) => parseDay(`${year + i + 1}-01-01`))
}

/** 0 = Sunday … 6 = Saturday. */
export const weekdayOf = (day: EpochDay): number => (((day + 4) % 7) + 7) % 7

/** An instant as the plant's clock shows it: `YYYY-MM-DDTHH:MM:SS+08:00`. */
export const shanghaiText = (atMs: number): string =>
  `${new Date(atMs + SHANGHAI_OFFSET_MS).toISOString().slice(0, 19)}+08:00`

/** The same date twelve months on; the last of that month where it has no such date. */
export const twelveMonthsAfter = (day: EpochDay): EpochDay => {
  const [year, month, date] = dayText(day).split('-').map(Number) as [number, number, number]
  return Math.min(Date.UTC(year + 1, month - 1, date), Date.UTC(year + 1, month, 0)) / MS_PER_DAY
}
