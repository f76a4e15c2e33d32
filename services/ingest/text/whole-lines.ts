import { LONGEST_LINE } from './split-lines.ts'

const NEWLINE = 0x0a
/** More than any encoding needs for the longest line; what is longer is cut, so that memory stays bounded. */
const LONGEST_BYTES = 4 * (LONGEST_LINE + 1)

/**
 * Cuts a stream anew so that every block but the last ends with a line's end, wherever it was cut before: no block
 * ends in the middle of a letter, for no letter of UTF-8 or GB18030 holds the byte of a newline. When the stream
 * breaks off with an error, a last line without an end is dropped.
 */
export async function* wholeLines(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let rest: Uint8Array = new Uint8Array()
  for await (const block of bytes) {
    const end = block.lastIndexOf(NEWLINE) + 1
    if (end > 0) yield joined(rest, block.subarray(0, end))
    rest = end > 0 ? block.subarray(end) : joined(rest, block)
    if (rest.length > LONGEST_BYTES) rest = rest.slice(0, LONGEST_BYTES)
  }
  if (rest.length > 0) yield rest
}

const joined = (first: Uint8Array, second: Uint8Array): Uint8Array =>
  first.length === 0 ? second : Buffer.concat([first, second])
