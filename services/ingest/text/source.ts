import type { Line } from './split-lines.ts'

export type Encoding = 'ascii' | 'utf-8' | 'gb18030'
export type Packing = 'gzip' | 'xlsx' | null

/** An input that was opened: its lines, and what was found out about it. */
export interface Source {
  readonly packed: Packing
  /** 'ascii' until a line held anything else */
  readonly encoding: Encoding
  /** Blocks of lines; blank ones are dropped */
  readonly lines: AsyncIterable<Line[]>
}
