import { isAscii } from 'node:buffer'
import type { Encoding } from './source.ts'

/** Bytes from the first one that is not ASCII on, by which the encoding is told. */
const SAMPLE_BYTES = 64 * 1024

/** What stands in a decoded text for bytes that are not of its encoding. */
export const UNREADABLE = '\uFFFD'

/**
 * Decodes a stream of UTF-8 or GB18030. Which of the two is found out from the first 64 KB that hold more than
 * ASCII, however the bytes are cut in blocks, and told once by `tell`. Byte order marks stay in the text.
 */
export async function* decodeText(
  bytes: AsyncIterable<Uint8Array>,
  tell: (encoding: Encoding) => void,
): AsyncGenerator<string> {
  let decoder: Decode | undefined
  let sample: Uint8Array[] = []
  let sampled = 0
  let read = 0
  const decide = (isWhole: boolean): string => {
    const held = Buffer.concat(sample)
    sample = []
    const encoding = encodingOf(held.subarray(0, SAMPLE_BYTES), isWhole, read === held.length)
    tell(encoding)
    decoder = forgiving(encoding)
    return decoder(held, true)
  }
  try {
    for await (const block of bytes) {
      read += block.length
      if (decoder) {
        yield decoder(block, true)
        continue
      }
      const plain = sampled > 0 ? 0 : asciiLength(block)
      if (plain > 0) yield latin1(block.subarray(0, plain))
      if (plain === block.length) continue
      sample.push(block.subarray(plain))
      sampled += block.length - plain
      if (sampled >= SAMPLE_BYTES) yield decide(false)
    }
  } catch (error) {
    if (!decoder && sampled > 0) yield decide(false)
    throw error
  }
  if (!decoder && sampled > 0) yield decide(sampled < SAMPLE_BYTES)
  if (decoder) yield decoder(new Uint8Array(), false)
}

type Decode = (block: Uint8Array, stream: boolean) => string

/**
 * A decoder that never throws: some bytes make the platform's GB18030 decoder give up instead of writing its mark.
 * Then the block is decoded line by line, and what cannot be is marked as unreadable, the line it began in too.
 */
const forgiving = (encoding: 'utf-8' | 'gb18030'): Decode => {
  let decoder = new TextDecoder(encoding, { ignoreBOM: true })
  return (block, stream) => {
    try {
      return decoder.decode(block, { stream })
    } catch {
      decoder = new TextDecoder(encoding, { ignoreBOM: true })
      return (
        UNREADABLE +
        linesOf(block)
          .map(line => readable(line, encoding))
          .join('\n')
      )
    }
  }
}

const linesOf = (block: Uint8Array): Uint8Array[] => {
  const lines: Uint8Array[] = []
  for (let at = 0; at <= block.length; ) {
    const end = block.indexOf(0x0a, at)
    lines.push(block.subarray(at, end < 0 ? block.length : end))
    if (end < 0) break
    at = end + 1
  }
  return lines
}

const readable = (line: Uint8Array, encoding: string): string => {
  try {
    return new TextDecoder(encoding, { ignoreBOM: true }).decode(line)
  } catch {
    return UNREADABLE
  }
}

/** The encoding in which fewer lines are unreadable, UTF-8 when that tells no difference. */
const encodingOf = (sample: Uint8Array, isWhole: boolean, isStart: boolean): 'utf-8' | 'gb18030' => {
  if (isStart && sample[0] === 0xef && sample[1] === 0xbb && sample[2] === 0xbf) return 'utf-8'
  const asUtf8 = unreadableLines(sample, 'utf-8', isWhole)
  return asUtf8 === 0 || asUtf8 <= unreadableLines(sample, 'gb18030', isWhole) ? 'utf-8' : 'gb18030'
}

/** A sample that is not the whole may end in the middle of a letter. */
const unreadableLines = (sample: Uint8Array, encoding: 'utf-8' | 'gb18030', isWhole: boolean): number =>
  forgiving(encoding)(sample, !isWhole)
    .split('\n')
    .filter(line => line.includes(UNREADABLE)).length

const asciiLength = (block: Uint8Array): number =>
  isAscii(block) ? block.length : block.findIndex(byte => byte > 0x7f)

const latin1 = (block: Uint8Array): string =>
  Buffer.from(block.buffer, block.byteOffset, block.length).toString('latin1')
