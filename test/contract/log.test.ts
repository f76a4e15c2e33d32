import { testEmbedded } from './embedded.ts'
import { logContract } from './log.contract.ts'

logContract('SQLite', async () => {
  const { ports, reopen } = await testEmbedded()
  return {
    log: ports.log,
    partition: 0,
    append: batch => ports.store.transact(() => ports.log.append(0, batch)),
    appendTo: (partition, batch) => ports.store.transact(() => ports.log.append(partition, batch)),
    reopen: async () => (await reopen()).log,
  }
})
