import type { RawMessage } from '../port.ts'
import type { FetchedMessage } from './client.ts'

/** Numbers that are kept for each message: its offset, the lengths of its key and value */
const BYTES_PER_MESSAGE = 16
const ABSENT = -1

/** Messages of one partition that arrived together, in one block of memory. */
export interface Packed {
  readonly count: number
  /** What it takes of memory, about */
  readonly bytes: number
  /** The place of the first message at `offset` or above. */
  indexOf(offset: number): number
  /** The messages from place `from` up to, without, `to`. */
  slice(from: number, to: number): RawMessage[]
}

/**
 * Packs messages: as the client library hands them over, each takes half a kilobyte, and any of them keeps alive all
 * of the answer it came in, other partitions' messages too.
 */
export const pack = (messages: readonly FetchedMessage[]): Packed => {
  const count = messages.length
  const offsets = Float64Array.from(messages, ({ offset }) => Number(offset))
  const lengths = new Int32Array(count * 2)
  const starts = new Uint32Array(count)
  const headers = new Map<number, Record<string, string>>()
  let size = 0
  let headerBytes = 0
  for (let i = 0; i < count; i++) {
    const { key, value, headers: given } = messages[i]!
    lengths[i * 2] = key?.length ?? ABSENT
    lengths[i * 2 + 1] = value?.length ?? ABSENT
    starts[i] = size
    size += (key?.length ?? 0) + (value?.length ?? 0)
    if (!given) continue
    const texts = headerTexts(given)
    if (!texts) continue
    headers.set(i, texts)
    for (const [name, text] of Object.entries(texts))
      headerBytes += name.length + text.length + BYTES_PER_MESSAGE
  }
  const block = Buffer.allocUnsafeSlow(size)
  for (let i = 0; i < count; i++) {
    const { key, value } = messages[i]!
    const at = starts[i]!
    key?.copy(block, at)
    value?.copy(block, at + (key?.length ?? 0))
  }
  const messageAt = (i: number): RawMessage => {
    const keyLength = lengths[i * 2]!
    const valueLength = lengths[i * 2 + 1]!
    const keyStart = starts[i]!
    const valueStart = keyStart + Math.max(keyLength, 0)
    return {
      offset: offsets[i]!,
      key: keyLength === ABSENT ? null : block.subarray(keyStart, valueStart),
      value: valueLength === ABSENT ? null : block.subarray(valueStart, valueStart + valueLength),
      headers: headers.get(i) ?? NO_HEADERS,
    }
  }
  return {
    count,
    bytes: size + headerBytes + count * BYTES_PER_MESSAGE,
    indexOf: offset => firstFrom(offsets, offset),
    slice: (from, to) => Array.from({ length: to - from }, (_, i) => messageAt(from + i)),
  }
}

const NO_HEADERS = {}

const firstFrom = (ascending: Float64Array, least: number): number => {
  let low = 0
  let high = ascending.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (ascending[middle]! < least) low = middle + 1
    else high = middle
  }
  return low
}

/** One letter a byte, so that a header of any kind is the same when it is sent on; of repeated ones the last. */
const headerTexts = (given: NonNullable<FetchedMessage['headers']>): Record<string, string> | undefined => {
  let texts: Record<string, string> | undefined
  for (const [name, list] of Object.entries(given)) {
    const value = Array.isArray(list) ? list.at(-1) : list
    if (value === undefined || value === null) continue
    texts ??= {}
    texts[name] = typeof value === 'string' ? value : value.toString('latin1')
  }
  return texts
}
