/** Instants and days as the plant's clock shows them: Asia/Shanghai, whatever the browser's own zone is. */
const ZONE = 'Asia/Shanghai'

const parts = new Intl.DateTimeFormat('sv-SE', {
  timeZone: ZONE,
  dateStyle: 'short',
  timeStyle: 'short',
})

/** `YYYY-MM-DD HH:MM` */
export const timeText = (instant: string | null): string =>
  instant === null ? '' : parts.format(new Date(instant))

/** `YYYY-MM-DD` */
export const dateText = (instant: string | null): string => timeText(instant).slice(0, 10)

/** `HH:MM` of today, for what ends soon. */
export const clockText = (instant: string): string => timeText(instant).slice(11)

/** The day so many days on. */
export const dayPlus = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

/** Start of a plant's day, UTC ms. */
export const dayStart = (day: string): number => Date.parse(`${day}T00:00:00+08:00`)
