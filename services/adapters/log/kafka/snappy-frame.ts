import { uncompress } from 'snappyjs'

/** What Java's producers put before snappy blocks; those of other languages send one bare block. */
const XERIAL = Buffer.from([0x82, 0x53, 0x4e, 0x41, 0x50, 0x50, 0x59, 0x00])
const HEADER_BYTES = 16
const LENGTH_BYTES = 4

/** The content of snappy data, bare or in Java's framing. */
export const unframeSnappy = (data: Buffer): Buffer => {
  if (!data.subarray(0, XERIAL.length).equals(XERIAL)) return uncompress(data)
  const blocks: Buffer[] = []
  for (let at = HEADER_BYTES; at < data.length; ) {
    const start = at + LENGTH_BYTES
    at = start + data.readUInt32BE(at)
    blocks.push(uncompress(data.subarray(start, at)))
  }
  return Buffer.concat(blocks)
}
