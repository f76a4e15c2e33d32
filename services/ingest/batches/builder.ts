import type { Meter } from '../../../schemas/meter.ts'
import type { Batch } from '../../adapters/log/index.ts'

/** Gathers rows into the columns of one batch. Adding to a full one is a bug of the caller. */
export interface BatchBuilder<Row> {
  readonly isFull: boolean
  /** `meter`: what the row was checked against */
  add(row: Row, meter: Meter): void
  /** What was gathered */
  batch(): Batch
}

/** The part of a column that holds rows; a full one is not copied. */
export const filled = <Column extends Sliceable>(column: Column, length: number): Column =>
  length === column.length ? column : (column.slice(0, length) as Column)

type Sliceable =
  | Uint16Array<ArrayBuffer>
  | Uint32Array<ArrayBuffer>
  | Int32Array<ArrayBuffer>
  | Float32Array<ArrayBuffer>
  | Float64Array<ArrayBuffer>
