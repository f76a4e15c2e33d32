import type { RejectReason } from '../../schemas/outcome.ts'
import type { RejectedMessage } from '../adapters/log/index.ts'
import type { Db } from '../adapters/store/index.ts'
import { countOutcomes, keepRejects, type TurnedAway } from '../ingest/index.ts'
import type { Slice } from './slices.ts'

export interface TurnedAwayDeps {
  /** Publishes what was turned away, as it came */
  readonly publishRejects: (rejected: readonly RejectedMessage[]) => Promise<void>
  /** `meter.readings/3`, of a partition of the log */
  readonly nameOf: (partition: number) => string
  readonly nowMs: () => number
}

/** Publishes what was turned away. The topic may hear twice of a message that is worked off again, never of none. */
export const publishTurnedAway = async (
  slices: readonly Slice[],
  { publishRejects, nameOf }: Pick<TurnedAwayDeps, 'publishRejects' | 'nameOf'>,
): Promise<void> => {
  const rejected = slices.flatMap(({ partition, turnedAway }) =>
    turnedAway.flatMap(one => messagesOf(one, nameOf(partition))),
  )
  if (rejected.length > 0) await publishRejects(rejected)
}

/** Counts what was turned away of messages, and keeps it in the reject book. */
export const recordTurnedAway = async (
  trx: Db,
  slices: readonly Slice[],
  { nameOf, nowMs }: Pick<TurnedAwayDeps, 'nameOf' | 'nowMs'>,
): Promise<void> => {
  const counts = new Map<RejectReason, number>()
  for (const { partition, turnedAway } of slices) {
    const rejects = turnedAway.flatMap(one => one.rejects)
    if (rejects.length === 0) continue
    for (const { reason } of rejects) counts.set(reason, (counts.get(reason) ?? 0) + 1)
    await keepRejects(trx, rejects, `kafka:${nameOf(partition)}`, nowMs())
  }
  await countOutcomes(trx, counts)
}

/** A message turned away whole goes as it came; points of a day row go as readings of their own. */
const messagesOf = ({ message, isWhole, rejects }: TurnedAway, name: string): RejectedMessage[] =>
  rejects.map(({ reason, detail, raw }) => ({
    key: message.key,
    value: isWhole ? message.value : Buffer.from(raw),
    headers: message.headers,
    reason,
    detail,
    source: `${name}/${message.offset}`,
  }))
