import { type DayFeatures, FEATURE_NAMES, unpackFeatures } from '../../detectors/index.ts'
import type { EpochDay } from '../../schemas/day.ts'

const NUMBERS = FEATURE_NAMES.length
/** A row holds the features of its day, and the marks of the day behind them. */
const STRIDE = NUMBERS + 1
/** Room is made for a few days at a time; 35 of them are full. */
const ROOM = 5

/** Judged days, ascending, with their quality marks as bits. */
export interface MarkedDays {
  readonly days: readonly DayFeatures[]
  readonly marks: readonly number[]
}

/**
 * Packed features and quality marks of a point's judged days, by day, in one array: a map of arrays takes two to three
 * times as much memory, and there is one of these a point.
 */
export class DayRows {
  #numbers: Float32Array<ArrayBuffer> = new Float32Array(0)
  #size = 0

  get size(): number {
    return this.#size
  }

  has(day: EpochDay): boolean {
    return this.#find(day) >= 0
  }

  /** A view of the packed features of a day, valid until a day is added or forgotten. */
  get(day: EpochDay): Float32Array<ArrayBuffer> | undefined {
    const at = this.#find(day)
    return at < 0 ? undefined : this.#numbers.subarray(at * STRIDE, at * STRIDE + NUMBERS)
  }

  /** The features of a day, valid as long as a view is. */
  features(day: EpochDay): DayFeatures | undefined {
    const at = this.#find(day)
    return at < 0 ? undefined : unpackFeatures(this.#numbers, at * STRIDE)
  }

  /** Takes the features of a day; its marks stay. */
  set(day: EpochDay, features: Float32Array): void {
    let at = this.#find(day)
    if (at < 0) at = this.#insert(~at)
    this.#numbers.set(features, at * STRIDE)
    this.#numbers[at * STRIDE] = day
  }

  /** Marks as bits; 0 of a day without any, or that is not here. */
  marksOf(day: EpochDay): number {
    const at = this.#find(day)
    return at < 0 ? 0 : this.#numbers[at * STRIDE + NUMBERS]!
  }

  /** Sets the marks of a day that is here. */
  mark(day: EpochDay, bits: number): void {
    const at = this.#find(day)
    if (at >= 0) this.#numbers[at * STRIDE + NUMBERS] = bits
  }

  delete(day: EpochDay): void {
    const at = this.#find(day)
    if (at >= 0) this.#remove(at, at + 1)
  }

  /** Forgets every day up to `last`, that day included. Answers whether there were any. */
  deleteUpTo(last: EpochDay): boolean {
    const at = this.#find(last)
    const end = at < 0 ? ~at : at + 1
    this.#remove(0, end)
    return end > 0
  }

  /** The days, ascending; those from `first` on when it is told. */
  keys(first: EpochDay = Number.NEGATIVE_INFINITY): EpochDay[] {
    const days: EpochDay[] = []
    const at = this.#find(first)
    for (let i = at < 0 ? ~at : at; i < this.#size; i++) days.push(this.#dayAt(i))
    return days
  }

  /** Features and marks of the days from `first` to `last`, both included, that are wanted; valid as long as a view is. */
  window(first: EpochDay, last: EpochDay, isWanted: (day: EpochDay) => boolean): MarkedDays {
    const days: DayFeatures[] = []
    const marks: number[] = []
    const from = this.#find(first)
    for (let at = from < 0 ? ~from : from; at < this.#size; at++) {
      const day = this.#dayAt(at)
      if (day > last) break
      if (!isWanted(day)) continue
      days.push(unpackFeatures(this.#numbers, at * STRIDE))
      marks.push(this.#numbers[at * STRIDE + NUMBERS]!)
    }
    return { days, marks }
  }

  #dayAt(at: number): EpochDay {
    return this.#numbers[at * STRIDE]!
  }

  /** The place of a day; `~place` of where it belongs when it is not here. */
  #find(day: EpochDay): number {
    const last = this.#size - 1
    // Days mostly follow each other without a gap.
    const guess = last < 0 ? -1 : last - (this.#dayAt(last) - day)
    if (guess >= 0 && guess <= last && this.#dayAt(guess) === day) return guess
    let from = 0
    let to = this.#size
    while (from < to) {
      const middle = (from + to) >> 1
      if (this.#dayAt(middle) < day) from = middle + 1
      else to = middle
    }
    return from < this.#size && this.#dayAt(from) === day ? from : ~from
  }

  #insert(at: number): number {
    if ((this.#size + 1) * STRIDE > this.#numbers.length) this.#resize(this.#size + ROOM)
    this.#numbers.copyWithin((at + 1) * STRIDE, at * STRIDE, this.#size * STRIDE)
    this.#numbers[at * STRIDE + NUMBERS] = 0
    this.#size++
    return at
  }

  #remove(from: number, to: number): void {
    if (from === to) return
    this.#numbers.copyWithin(from * STRIDE, to * STRIDE, this.#size * STRIDE)
    this.#size -= to - from
    if (this.#numbers.length > (this.#size + ROOM) * STRIDE) this.#resize(this.#size)
  }

  #resize(rows: number): void {
    const numbers = new Float32Array(rows * STRIDE)
    numbers.set(this.#numbers.subarray(0, this.#size * STRIDE))
    this.#numbers = numbers
  }
}
