import { setTimeout as pause } from 'node:timers/promises'
import type { EnginePorts } from '../adapters/index.ts'
import { hasSuspicions } from '../cases/index.ts'
import { nextStretch } from '../corrections/index.ts'
import { LANES } from './lanes.ts'
import { leads } from './leader.ts'
import type { Work } from './work.ts'

const LOOK_AGAIN_MS = 100

/** On the engines: what arrives is published to the topics; whoever works on their shards works it off. */
export const createPublisher = ({ store, log, counts, worker }: EnginePorts): Work => {
  /** By the checkpoints themselves: what Kafka's group knows of them is behind. */
  const backlog = async (): Promise<number> => {
    const ends = await log.ends()
    const rows = await store.db.selectFrom('checkpoint').selectAll().execute()
    const done = new Map(rows.map(({ partition, next_offset }) => [partition, next_offset]))
    let waiting = 0
    for (const [partition, { low, high }] of ends) {
      // A topic that was made anew may end before its checkpoint.
      waiting += Math.max(0, high - Math.max(low, done.get(partition) ?? 0))
    }
    return waiting
  }
  return {
    async append({ batch, rejects, source, lane }, keep) {
      if (batch) await log.append(LANES[lane], batch)
      if (rejects.length === 0) return
      const rejected = rejects.map(({ reason, detail, raw }) => ({
        key: null,
        value: Buffer.from(raw),
        headers: {},
        reason,
        detail,
        source,
      }))
      await log.publishRejects(rejected)
      await store.transact(keep)
    },
    async kick() {},
    async closeByClock() {},
    letsGo: async () => false,
    roundAtMs: () => null,
    sendsAlerts: () => leads(store, 'alerts', worker),
    backlog,
    async settle() {
      const waits = async () =>
        (await backlog()) > 0 || (await nextStretch(store.db)) !== undefined || hasSuspicions(store.db)
      while (await waits()) await pause(LOOK_AGAIN_MS)
    },
    figures: async () => ({ ...NO_PULSE, ...(await counts()) }),
    async stop() {},
  }
}

/** Of a process that works nothing off. */
const NO_PULSE = { roundAtMs: null, checkpointAtMs: null, checkpoints: 0, failures: 0 }
