import type { GroupEvents, GroupMember, GroupSettings, KafkaClient } from './client.ts'
import { faultOf } from './faults.ts'
import type { KafkaCounts, KafkaOptions } from './types.ts'

const MS_BEFORE_JOINING_AGAIN = 1_000

export interface GroupDeps {
  readonly client: KafkaClient
  readonly options: KafkaOptions
  readonly settings: Omit<GroupSettings, 'events'>
  readonly counts: KafkaCounts
  readonly events: Pick<GroupEvents, 'fetched' | 'skipped' | 'assigned' | 'beat'> & {
    /** Nothing is owned any more, and nothing paused or sought. */
    lost(): void
  }
}

/** Stays in the group: a member that fell out of it is followed by another a second later. */
export const createGroup = ({ client, options, settings, counts, events }: GroupDeps) => {
  let member: GroupMember | undefined
  let timer: NodeJS.Timeout | undefined
  let joins = 0
  let closed = false
  const first = Promise.withResolvers<void>()

  const failed = (error: unknown): void => {
    counts.errors++
    if (joins === 0) first.reject(faultOf(error, options))
    if (joins === 0 || closed) return
    options.log.warn({ err: error }, 'The consumer group of Kafka was left, and is joined again.')
    timer = setTimeout(() => void join().catch(failed), MS_BEFORE_JOINING_AGAIN)
  }
  const join = async (): Promise<void> => {
    const joining = client.member({
      ...settings,
      events: {
        ...events,
        assigned(places) {
          if (joins++ > 0) counts.rejoins++
          events.assigned(places)
          first.resolve()
        },
        crashed(error) {
          events.lost()
          failed(error)
        },
      },
    })
    member = joining
    await joining.start()
    if (closed) await joining.stop()
  }

  return {
    member: (): GroupMember | undefined => member,
    /** Resolves when the group was joined. Throws EngineError when it cannot be. */
    async join(): Promise<void> {
      join().catch(failed)
      await first.promise
    },
    async leave(): Promise<void> {
      closed = true
      clearTimeout(timer)
      await member?.stop()
    },
  }
}
