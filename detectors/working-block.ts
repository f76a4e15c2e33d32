/** The part of the day around its longest pause, in slots; `to` not after `from` runs over midnight. */
export interface WorkingBlock {
  readonly from: number
  readonly to: number
  /** Slots in it; 0 when nothing ran */
  readonly length: number
}

/**
 * The working block: the day, taken as a circle, without the longest run under `thresholdKw`. A night shift is one
 * block over midnight, a day of heats one block with its pauses.
 */
export const workingBlock = (kw: Float32Array, thresholdKw: number): WorkingBlock => {
  const slots = kw.length
  let first = -1
  let last = -1
  let gap = 0
  let gapFrom = 0
  for (let i = 0; i < slots; i++) {
    if (!(kw[i]! >= thresholdKw)) continue
    if (first < 0) first = i
    else if (i - last - 1 > gap) {
      gap = i - last - 1
      gapFrom = last + 1
    }
    last = i
  }
  if (first < 0) return { from: 0, to: 0, length: 0 }
  const overMidnight = first + slots - 1 - last
  if (overMidnight >= gap) return { from: first, to: last + 1, length: last + 1 - first }
  return { from: gapFrom + gap, to: gapFrom, length: slots - gap }
}

/** Whether slot `i` lies in the block. */
export const isWithin = ({ from, to, length }: WorkingBlock, i: number): boolean => {
  if (length === 0) return false
  return from < to ? i >= from && i < to : i >= from || i < to
}
