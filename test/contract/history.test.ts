import { testEmbedded } from './embedded.ts'
import { historyContract } from './history.contract.ts'

historyContract('SQLite', async () => {
  const { ports, reader, reopen } = await testEmbedded()
  return {
    history: ports.history,
    reader: reader.history,
    write: days => ports.store.transact(() => ports.history.write(days)),
    change: work => ports.store.transact(() => work(ports.history)),
    reopen: async () => (await reopen()).history,
  }
})
