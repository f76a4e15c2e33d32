import type { ReadingLog } from '../../services/adapters/log/index.ts'
import { batchOf, MONDAY, sample } from '../support/readings.ts'
import { type Embedded, testEmbedded } from './embedded.ts'
import { type LogUnderTest, logContract } from './log.contract.ts'

const under = ({ store, log }: Embedded['ports'], reopen: Embedded['reopen']): LogUnderTest => ({
  readings: 0,
  days: 0,
  append: batch => store.transact(() => log.append(0, batch)),
  ...reading(log),
  reopen: async () => under(await reopen(), reopen),
})

const reading = ({ read, trim, backlog }: ReadingLog): Pick<ReadingLog, 'read' | 'trim' | 'backlog'> => ({
  read,
  trim,
  backlog,
})

logContract(
  'SQLite',
  async () => {
    const { ports, reopen } = await testEmbedded()
    return under(ports, reopen)
  },
  async () => {
    const { ports } = await testEmbedded()
    return {
      partitions: [0, 1],
      append: (lane, ...kws) =>
        ports.store.transact(() =>
          ports.log.append(lane, batchOf(kws.map((kw, i) => sample(MONDAY, i, kw)))),
        ),
      ...reading(ports.log),
    }
  },
)
