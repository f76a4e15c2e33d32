import type { RejectReason } from '../../schemas/outcome.ts'

/** A reading as it was read, before anything is known of its meter. */
export interface RawReading {
  meterId: string
  /** UTC ms, END of the interval */
  atMs: number
  kw: number
  /** NaN when absent */
  kvar: number
  revision: number
}

/** Why a line is no reading, with a sentence for a person. */
export interface Fault {
  readonly reason: RejectReason
  readonly detail: string
}

export const isFault = (result: object): result is Fault => 'reason' in result

export const fault = (reason: RejectReason, detail: string): Fault => ({ reason, detail })
