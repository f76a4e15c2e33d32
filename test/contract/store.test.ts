import { testEmbedded } from './embedded.ts'
import { storeContract } from './store.contract.ts'

storeContract('SQLite', async () => {
  const { ports, reader, reopen } = await testEmbedded()
  return {
    store: ports.store,
    reader: reader.db,
    reopen: async () => (await reopen()).store,
    replaceAudit: (trx, entry) => trx.replaceInto('audit').values(entry).execute(),
  }
})
