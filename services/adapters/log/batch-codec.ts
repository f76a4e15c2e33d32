import type { ReadingBatch } from './port.ts'

const HEADER_LENGTH_BYTES = 4

/** A batch as one blob: header length, header JSON (`n`, meter ids), then the columns one after the other. */
export const encodeBatch = (batch: ReadingBatch): Uint8Array => {
  const header = Buffer.from(
    JSON.stringify({
      n: batch.atMs.length,
      meterIds: batch.meterIds,
      intervalMinutes: batch.intervalMinutes,
    }),
  )
  const columns = [batch.atMs, batch.meter, batch.kw, batch.kvar, batch.revision]
  const length = Buffer.alloc(HEADER_LENGTH_BYTES)
  length.writeUInt32LE(header.length)
  return Buffer.concat([length, header, ...columns.map(bytesOf)])
}

/** The batch of a blob made by `encodeBatch`. */
export const decodeBatch = (blob: Uint8Array): ReadingBatch => {
  const buffer = Buffer.from(blob.buffer, blob.byteOffset, blob.byteLength)
  const headerEnd = HEADER_LENGTH_BYTES + buffer.readUInt32LE(0)
  const header = JSON.parse(buffer.toString('utf8', HEADER_LENGTH_BYTES, headerEnd)) as {
    n: number
    meterIds: string[]
    intervalMinutes: number[]
  }
  let at = headerEnd
  // Copied, because a typed array must start at a multiple of its element size.
  const next = (bytesPerElement: number): ArrayBuffer => {
    const end = at + header.n * bytesPerElement
    const copy = new Uint8Array(buffer.subarray(at, end)).buffer
    at = end
    return copy
  }
  return {
    meterIds: header.meterIds,
    intervalMinutes: header.intervalMinutes,
    atMs: new Float64Array(next(8)),
    meter: new Uint32Array(next(4)),
    kw: new Float32Array(next(4)),
    kvar: new Float32Array(next(4)),
    revision: new Uint16Array(next(2)),
  }
}

const bytesOf = (column: ArrayBufferView): Uint8Array =>
  new Uint8Array(column.buffer, column.byteOffset, column.byteLength)
