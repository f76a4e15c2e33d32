/// <reference path="./untyped.d.ts" />
import { decompressBlock } from 'lz4js'

const MAGIC = 0x18_4d_22_04
const BLOCK_CHECKSUMS = 0x10
const CONTENT_SIZE = 0x08
const DICTIONARY = 0x01
const STORED = 0x80_00_00_00
const SIZE_BYTES = 4
/** By the block size code of the header */
const MOST_IN_BLOCK: Readonly<Record<number, number>> = { 4: 1 << 16, 5: 1 << 18, 6: 1 << 20, 7: 1 << 22 }
/** No block of LZ4 can grow by more */
const MOST_GROWTH = 255

/**
 * The content of an LZ4 frame, its blocks linked or not. lz4js reads frames itself, but those with checksums of
 * blocks or with a content size (Python's producers send it) wrongly. Checksums are not verified: the broker did.
 */
export const unframeLz4 = (frame: Buffer): Buffer => {
  const { blocks, bytesAtMost } = blocksOf(frame)
  const content = Buffer.allocUnsafe(bytesAtMost)
  let at = 0
  for (const { start, length, stored } of blocks) {
    at = stored
      ? at + frame.copy(content, at, start, start + length)
      : decompressBlock(frame, content, start, length, at)
  }
  if (!(at <= bytesAtMost)) throw new Error('The LZ4 frame holds more than its header allows.')
  return content.subarray(0, at)
}

const blocksOf = (frame: Buffer) => {
  if (frame.readUInt32LE(0) !== MAGIC) throw new Error('This is no LZ4 frame.')
  const flags = frame.readUInt8(4)
  const mostInBlock = MOST_IN_BLOCK[(frame.readUInt8(5) >> 4) & 7]
  if (mostInBlock === undefined) throw new Error('The LZ4 frame has no block size.')
  const checksum = flags & BLOCK_CHECKSUMS ? SIZE_BYTES : 0
  let at = 7 + (flags & CONTENT_SIZE ? 8 : 0) + (flags & DICTIONARY ? 4 : 0)
  let bytesAtMost = 0
  const blocks: { start: number; length: number; stored: boolean }[] = []
  for (;;) {
    const size = frame.readUInt32LE(at)
    if (size === 0) return { blocks, bytesAtMost }
    const stored = size >= STORED
    const length = stored ? size - STORED : size
    blocks.push({ start: at + SIZE_BYTES, length, stored })
    bytesAtMost += stored ? length : Math.min(mostInBlock, length * MOST_GROWTH)
    at += SIZE_BYTES + length + checksum
  }
}
