/** The meters of a batch, each once, with what else must be told of each. */
export interface MeterIndex {
  /** The place of a meter; one of another interval has another place. */
  place(meterId: string, intervalMinutes?: number): number
  readonly meterIds: string[]
  readonly intervalMinutes: number[]
}

export const createMeterIndex = (): MeterIndex => {
  const places = new Map<string, number>()
  const meterIds: string[] = []
  const intervals: number[] = []
  return {
    meterIds,
    intervalMinutes: intervals,
    place(meterId, interval = 0) {
      const known = places.get(meterId)
      if (known !== undefined && intervals[known] === interval) return known
      meterIds.push(meterId)
      intervals.push(interval)
      places.set(meterId, meterIds.length - 1)
      return meterIds.length - 1
    },
  }
}
