import { TOPICS } from '../../../../schemas/topic.ts'
import { EngineError } from '../../engine-error.ts'
import type { Batch, RejectedMessage } from '../port.ts'
import type { KafkaClient, Outgoing } from './client.ts'
import { rowEncoder } from './encode.ts'
import { faultOf, isTooLarge } from './faults.ts'
import { rejectOf, shortened } from './reject.ts'
import type { KafkaOptions } from './types.ts'

/** Well below the megabyte that a broker takes in one batch by default */
const BYTES_PER_REQUEST = 400_000
/** What a message takes beside its key and value, about */
const BYTES_AROUND = 80
const REQUESTS_AT_ONCE = 4

/** Writes to the topics. Every promise resolves when all replicas have all messages. */
export const createPublisher = (client: KafkaClient, options: KafkaOptions) => {
  const { prefix, partitions, judgeLane } = options
  const inTurn = atOnce(REQUESTS_AT_ONCE)

  /** `smaller` makes one of a message that Kafka has no room for. */
  const send = async (
    topic: string,
    messages: readonly Outgoing[],
    smaller?: (message: Outgoing) => Outgoing,
  ): Promise<void> => {
    try {
      await inTurn(() => client.send(topic, messages))
    } catch (error) {
      if (!isTooLarge(error)) throw faultOf(error, options)
      if (messages.length === 1 && !smaller) throw tooLarge(topic, messages[0]!)
      if (messages.length === 1) return send(topic, messages.map(smaller!))
      const half = messages.length >> 1
      await send(topic, messages.slice(0, half), smaller)
      await send(topic, messages.slice(half), smaller)
    }
  }

  return {
    /** Rows of one batch keep their order; the next request is prepared while one is under way. */
    async append(lane: number, batch: Batch): Promise<void> {
      const topic = `${prefix}${batch.kind === 'readings' ? TOPICS.readings : TOPICS.days}`
      const headers = headersOf(batch, lane === judgeLane)
      const rowAt = rowEncoder(batch)
      const places = batch.meterIds.map(id => client.partitionOf(id, partitions))
      let underWay = Promise.resolve()
      for (let row = 0; row < batch.meter.length; ) {
        const messages: Outgoing[] = []
        for (let bytes = 0; row < batch.meter.length && bytes < BYTES_PER_REQUEST; row++) {
          const meter = batch.meter[row]!
          const value = rowAt(row)
          messages.push({ key: batch.meterIds[meter]!, value, partition: places[meter]!, ...headers })
          bytes += value.length + BYTES_AROUND
        }
        await underWay
        underWay = send(topic, messages)
      }
      await underWay
    },
    async reject(rejects: readonly RejectedMessage[]): Promise<void> {
      for (let i = 0; i < rejects.length; ) {
        const messages: Outgoing[] = []
        for (let bytes = 0; i < rejects.length && bytes < BYTES_PER_REQUEST; i++) {
          messages.push(rejectOf(rejects[i]!))
          bytes += (rejects[i]!.value?.length ?? 0) + 2 * BYTES_AROUND
        }
        await send(`${prefix}${TOPICS.rejected}`, messages, shortened)
      }
    },
  }
}

const headersOf = (batch: Batch, judge: boolean): Pick<Outgoing, 'headers'> => {
  const headers: Record<string, string> = {}
  if (batch.side === 'secondary') headers.side = 'secondary'
  if (batch.kind === 'days' && batch.firstAtMidnight) headers['first-point'] = '00:00'
  if (judge) headers.late = 'judge'
  return Object.keys(headers).length > 0 ? { headers } : {}
}

const tooLarge = (topic: string, { value }: Outgoing): EngineError =>
  new EngineError(
    `Topic ${topic} does not take a message of ${value?.length ?? 0} bytes: raise its max.message.bytes.`,
  )

/** Lets so many run at a time; the others wait for their turn. */
const atOnce = (most: number) => {
  let running = 0
  const waiting: (() => void)[] = []
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (running >= most) await new Promise<void>(resolve => waiting.push(resolve))
    else running++
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else running--
    }
  }
}
