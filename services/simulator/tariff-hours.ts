/**
 * Chongqing's tariff hours, by which those who can shift their load: hours of the local day.
 * Source: 渝发改规范〔2021〕14号.
 */
export const VALLEY = { fromHour: 0, toHour: 8 } as const
const PEAKS = [
  { fromHour: 11, toHour: 17 },
  { fromHour: 20, toHour: 22 },
] as const

export const isValley = (hour: number): boolean => hour >= VALLEY.fromHour && hour < VALLEY.toHour
export const isPeak = (hour: number): boolean =>
  PEAKS.some(({ fromHour, toHour }) => hour >= fromHour && hour < toHour)
