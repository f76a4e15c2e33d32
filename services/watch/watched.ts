import type { EpochDay } from '../../schemas/day.ts'
import type { Signature } from '../../schemas/finding.ts'
import type { WatchReason } from '../../schemas/watch.ts'

/** Somebody or some place under watch, from one day up to, without, another. Empty texts: not told. */
export interface Watched {
  readonly id: string
  readonly reason: WatchReason
  /** By the registry's status alone */
  readonly isDerived: boolean
  readonly customerId: string
  readonly pointId: string
  readonly transformerId: string
  readonly address: string
  readonly watchedFor: Signature | null
  /** 0: the registry tells no day */
  readonly since: EpochDay
  readonly until: EpochDay
  readonly document: string
}
