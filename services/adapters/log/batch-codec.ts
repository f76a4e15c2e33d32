import type { Batch } from './port.ts'

const LENGTH_BYTES = 4

const ARRAYS = { Float32Array, Float64Array, Int32Array, Uint16Array, Uint32Array }
type ArrayName = keyof typeof ARRAYS

/** Where a column of a blob is to go, and what it is made of. */
interface Column {
  readonly name: string
  readonly type: ArrayName
  readonly length: number
  /** What every value is, when all are the same: such a column takes no bytes */
  readonly all?: number | 'NaN'
}

/**
 * A batch as one blob: length of the header, the header as JSON (what is not a column, and a list of the columns),
 * then the columns one after the other.
 */
export const encodeBatch = (batch: Batch): Uint8Array => {
  const columns: Column[] = []
  const bytes: Uint8Array[] = []
  const rest: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(batch)) {
    if (!ArrayBuffer.isView(value)) {
      rest[name] = value
      continue
    }
    const values = value as Float64Array
    const type = value.constructor.name as ArrayName
    const column = { name, type, length: values.length }
    const same = sameValue(values)
    columns.push(same === undefined ? column : { ...column, all: Number.isNaN(same) ? 'NaN' : same })
    if (same === undefined) bytes.push(new Uint8Array(value.buffer, value.byteOffset, value.byteLength))
  }
  const header = Buffer.from(JSON.stringify({ rest, columns }))
  const length = Buffer.alloc(LENGTH_BYTES)
  length.writeUInt32LE(header.length)
  return Buffer.concat([length, header, ...bytes])
}

/** The one value of a column of more than one that is all alike; the sign of zero counts. */
const sameValue = (values: Float64Array): number | undefined => {
  const first = values[0]
  if (first === undefined || values.length < 2) return undefined
  if (Number.isNaN(first)) return values.every(Number.isNaN) ? first : undefined
  return first !== 0 && values.every(value => value === first) ? first : isAllZero(values) ? 0 : undefined
}

const isAllZero = (values: Float64Array): boolean => values.every(value => Object.is(value, 0))

/** The batch of a blob made by `encodeBatch`. */
export const decodeBatch = (blob: Uint8Array): Batch => {
  const buffer = Buffer.from(blob.buffer, blob.byteOffset, blob.byteLength)
  let at = LENGTH_BYTES + buffer.readUInt32LE(0)
  const header = JSON.parse(buffer.toString('utf8', LENGTH_BYTES, at)) as {
    rest: Record<string, unknown>
    columns: Column[]
  }
  const batch: Record<string, unknown> = header.rest
  for (const { name, type, length, all } of header.columns) {
    const Values = ARRAYS[type]
    if (all !== undefined) {
      batch[name] = new Values(length).fill(Number(all))
      continue
    }
    const end = at + length * Values.BYTES_PER_ELEMENT
    // Copied, because a typed array must start at a multiple of its element size.
    batch[name] = new Values(new Uint8Array(buffer.subarray(at, end)).buffer)
    at = end
  }
  return batch as unknown as Batch
}
