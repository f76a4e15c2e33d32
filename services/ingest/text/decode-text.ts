import { isAscii } from 'node:buffer'
import type { Encoding } from './source.ts'

/** Bytes from the first one that is not ASCII on, by which the encoding is told. */
const SAMPLE_BYTES = 64 * 1024

/** What stands in a decoded text for bytes that are not of its encoding. */
export const UNREADABLE = '\uFFFD'

type Decode = (block: Uint8Array) => string

/**
 * Decodes blocks of whole lines of UTF-8 or GB18030. Which of the two is found out from the first 64 KB that hold
 * more than ASCII, however they are cut in blocks, and told once by `tell`. Byte order marks stay in the text.
 */
export async function* decodeText(
  blocks: AsyncIterable<Uint8Array>,
  tell: (encoding: Encoding) => void,
): AsyncGenerator<string> {
  let decode: Decode | undefined
  let sample: Uint8Array[] = []
  let sampled = 0
  let read = 0
  const decideAndDecode = (isWhole: boolean): string => {
    const held = Buffer.concat(sample)
    sample = []
    const encoding = encodingOf(held.subarray(0, SAMPLE_BYTES), isWhole, read === held.length)
    tell(encoding)
    decode = decoderOf(encoding)
    return decode(held)
  }
  try {
    for await (const block of blocks) {
      read += block.length
      if (decode) {
        yield decode(block)
        continue
      }
      const plain = sampled > 0 ? 0 : asciiLength(block)
      if (plain > 0) yield latin1(block.subarray(0, plain))
      if (plain === block.length) continue
      sample.push(block.subarray(plain))
      sampled += block.length - plain
      if (sampled >= SAMPLE_BYTES) yield decideAndDecode(false)
    }
  } catch (error) {
    if (!decode && sampled > 0) yield decideAndDecode(false)
    throw error
  }
  if (!decode && sampled > 0) yield decideAndDecode(true)
}

/**
 * A new decoder for each block, without `stream`: what the platform's GB18030 decoder keeps of a letter that is cut
 * can make it throw in the next block.
 */
const decoderOf =
  (encoding: 'utf-8' | 'gb18030'): Decode =>
  block =>
    new TextDecoder(encoding, { ignoreBOM: true }).decode(block)

/** The encoding in which fewer lines are unreadable, UTF-8 when that tells no difference. */
const encodingOf = (sample: Uint8Array, isWhole: boolean, isStart: boolean): 'utf-8' | 'gb18030' => {
  if (isStart && sample[0] === 0xef && sample[1] === 0xbb && sample[2] === 0xbf) return 'utf-8'
  const asUtf8 = unreadableLines(sample, 'utf-8', isWhole)
  return asUtf8 === 0 || asUtf8 <= unreadableLines(sample, 'gb18030', isWhole) ? 'utf-8' : 'gb18030'
}

/** A sample that is not the whole may end in the middle of a letter. */
const unreadableLines = (sample: Uint8Array, encoding: string, isWhole: boolean): number =>
  new TextDecoder(encoding)
    .decode(sample, { stream: !isWhole })
    .split('\n')
    .filter(line => line.includes(UNREADABLE)).length

const asciiLength = (block: Uint8Array): number =>
  isAscii(block) ? block.length : block.findIndex(byte => byte > 0x7f)

const latin1 = (block: Uint8Array): string =>
  Buffer.from(block.buffer, block.byteOffset, block.length).toString('latin1')
