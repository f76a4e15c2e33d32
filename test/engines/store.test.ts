import { onTestFinished } from 'vitest'
import { openPostgresStore } from '../../services/adapters/store/index.ts'
import { storeContract } from '../contract/store.contract.ts'
import { testDatabase, testReader } from './support/postgres.ts'

storeContract('PostgreSQL', async () => {
  const url = await testDatabase()
  let store = await openPostgresStore({ url })
  onTestFinished(() => store.close())
  return {
    store,
    reader: await testReader(url),
    async reopen() {
      await store.close()
      store = await openPostgresStore({ url })
      return store
    },
    replaceAudit: (trx, entry) =>
      trx
        .insertInto('audit')
        .values(entry)
        .onConflict(conflict => conflict.columns(['case_id', 'sequence']).doUpdateSet(entry))
        .execute(),
  }
})
