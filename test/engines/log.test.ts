import type { KafkaOptions } from '../../services/adapters/log/index.ts'
import { type LogUnderTest, logContract } from '../contract/log.contract.ts'
import { batchOf, MONDAY, sample } from '../support/readings.ts'
import { type TestKafka, testKafka } from './support/kafka.ts'

/** A clock on which every look is an hour after the last: nothing that is kept for a while is still fresh. */
const hurrying = (): KafkaOptions['nowMs'] => {
  let ms = 0
  return () => {
    ms += 3_600_000
    return ms
  }
}

const under = async (kafka: TestKafka): Promise<LogUnderTest> => {
  const { log, readAll } = await kafka.openReading({ nowMs: hurrying() })
  return {
    readings: 0,
    days: 1,
    append: batch => log.append(0, batch),
    read: readAll,
    trim: log.trim,
    backlog: log.backlog,
    async reopen() {
      await log.close()
      return under(kafka)
    },
  }
}

logContract(
  'Kafka',
  async () => under(await testKafka()),
  async () => {
    const kafka = await testKafka({ partitions: 2 })
    const { log, readAll } = await kafka.openReading({ nowMs: hurrying() })
    const meters = [0, 1].map(shard => ['M1', 'M2', 'M3', 'M4'].find(id => log.shardOfMeter(id) === shard)!)
    return {
      partitions: [0, 2],
      append: (which, ...kws) =>
        log.append(0, batchOf(kws.map((kw, i) => sample(MONDAY, i, kw, { meterId: meters[which]! })))),
      read: readAll,
      trim: log.trim,
      backlog: log.backlog,
    }
  },
)
