import { it, onTestFinished } from 'vitest'
import { POSTGRES_MIGRATIONS } from '../../services/adapters/store/migrations-postgres.ts'
import { kyselyOverPool } from '../../services/adapters/store/postgres-dialect.ts'
import { openPool } from '../../services/adapters/store/postgres-pool.ts'
import { expectEndpointMigration } from '../contract/endpoint-migration.contract.ts'
import { testDatabase } from './support/postgres.ts'

it('gives endpoints ids, and alerts of before the deliveries they had', async () => {
  const url = await testDatabase()
  const db = kyselyOverPool(openPool({ url, max: 2, settings: {}, answerWithinMs: 60_000 }))
  onTestFinished(() => db.destroy())
  await expectEndpointMigration(db, POSTGRES_MIGRATIONS, '007-endpoints')
})
