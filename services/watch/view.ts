import type { WatchFacts } from '../../detectors/index.ts'
import type { EpochDay } from '../../schemas/day.ts'
import type { Db } from '../adapters/store/index.ts'
import type { Entry } from '../registry/index.ts'
import { derivedWatches } from './derive.ts'
import { type Members, membersOf } from './membership.ts'
import { readWatched } from './rows.ts'

/** Who is watched, in memory, for the many questions of one judged day after another. */
export interface WatchView {
  /** What a point is watched for on a day, as long as a customer has it; null: nobody watches */
  factsAt(pointId: string, customerId: string, day: EpochDay): WatchFacts | null
  /** Everybody who is watched, as of the last reading; never altered */
  members(): Members
  /** Reads anew; `entries` is the registry as it stands */
  refresh(db: Db, entries: readonly Entry[]): Promise<void>
  /** Whether the store tells of another watch than was read last */
  isBehind(db: Db): Promise<boolean>
}

export const createWatchView = (): WatchView => {
  let members: Members = new Map()
  let stand = ''
  return {
    factsAt(pointId, customerId, day) {
      const held = members.get(pointId)
      if (!held) return null
      const member = held.find(one => one.customerId === customerId && one.from <= day && day <= one.to)
      return member ? member.facts : null
    },
    members: () => members,
    async refresh(db, entries) {
      stand = await readStand(db)
      members = membersOf([...(await readWatched(db)), ...derivedWatches(entries)], entries)
    },
    async isBehind(db) {
      return (await readStand(db)) !== stand
    },
  }
}

/** Changes with every watch that begins or ends: none is ever deleted. */
const readStand = async (db: Db): Promise<string> => {
  const { all, ended } = await db
    .selectFrom('watch')
    .select(({ fn }) => [fn.countAll<number>().as('all'), fn.count<number>('ended_at').as('ended')])
    .executeTakeFirstOrThrow()
  return `${all} ${ended}`
}
