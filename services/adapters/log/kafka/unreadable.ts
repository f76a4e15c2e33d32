import type { Unpack } from './codecs.ts'

/** More than any producer puts into one batch */
const RECORDS = 1_000_000
const MOST_BYTES_OF_RECORD = 10
/** attributes and time; then, behind the offset: no key, no value, no headers */
const BEFORE = [0, 0]
const BEHIND = [1, 1, 0]

/**
 * Unpacks without ever failing. A batch that cannot be unpacked would be fetched again for ever; so its records become
 * messages without a value, which are turned away like any other that is no reading, and the partition goes on.
 * Apache's broker refuses such batches; others of the same protocol do not look.
 */
export const orUnreadable =
  (unpack: Unpack): Unpack =>
  data =>
    unpack(data).catch(emptyRecords)

/** Records as the protocol has them, one for each offset of a batch however many it has. */
const emptyRecords = (): Buffer => {
  const records = Buffer.allocUnsafe(RECORDS * MOST_BYTES_OF_RECORD)
  let at = 0
  for (let i = 0; i < RECORDS; i++) {
    const content = [...BEFORE, ...varint(i), ...BEHIND]
    for (const byte of [...varint(content.length), ...content]) records[at++] = byte
  }
  return records.subarray(0, at)
}

/** A whole number from 0 as the protocol writes it: the sign in the lowest bit, seven bits a byte. */
const varint = (value: number): number[] => {
  const bytes: number[] = []
  let rest = value * 2
  for (; rest >= 0x80; rest >>>= 7) bytes.push((rest & 0x7f) | 0x80)
  return [...bytes, rest]
}
