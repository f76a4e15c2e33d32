import { it, onTestFinished } from 'vitest'
import { SQLITE_MIGRATIONS } from '../../../services/adapters/store/migrations.ts'
import { openWriter } from '../../../services/adapters/store/sqlite-connection.ts'
import { kyselyOver } from '../../../services/adapters/store/sqlite-dialect.ts'
import { expectEndpointMigration } from '../../contract/endpoint-migration.contract.ts'

it('gives endpoints ids, and alerts of before the deliveries they had', async () => {
  const connection = openWriter(':memory:', 'scratch')
  onTestFinished(() => connection.close())
  await expectEndpointMigration(kyselyOver(connection), SQLITE_MIGRATIONS, '009-endpoints')
})
