import { testEmbedded } from './embedded.ts'
import { historyContract, risingMarks } from './history.contract.ts'

historyContract('SQLite', async () => {
  const { ports, reader, reopen } = await testEmbedded()
  const mark = risingMarks()
  return {
    history: ports.history,
    reader: reader.history,
    change: work => ports.store.transact(() => work(ports.history, mark)),
    reopen: async () => (await reopen()).history,
  }
})
