import { testEmbedded } from './embedded.ts'
import { logContract } from './log.contract.ts'

logContract('SQLite', async () => {
  const { ports, reopen } = await testEmbedded()
  return {
    log: ports.log,
    partition: 0,
    append: batch => ports.store.transact(() => ports.log.append(batch)),
    reopen: async () => (await reopen()).log,
  }
})
