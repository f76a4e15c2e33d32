import type { RejectReason } from '../../schemas/outcome.ts'

/** Why something is turned away, with a sentence for a person. */
export interface Fault {
  readonly reason: RejectReason
  readonly detail: string
}

export const isFault = (result: object): result is Fault => 'reason' in result

export const fault = (reason: RejectReason, detail: string): Fault => ({ reason, detail })
