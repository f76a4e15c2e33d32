import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { openEmbedded } from '../../services/adapters/index.ts'
import type { Db } from '../../services/adapters/store/index.ts'
import { createRandom } from '../detectors/support/random.ts'
import { testFolder } from '../support/folder.ts'
import { copyStore, databaseIn, openCopy } from './support/store-copy.ts'
import { cutPower } from './support/wal.ts'

const CUTS = 40

const schemaOf = async (db: Db): Promise<unknown> =>
  (await sql`select type, name, sql from sqlite_master order by type, name`.execute(db)).rows

it('a folder whose making was cut off anywhere is made whole at the next start', async () => {
  const folder = testFolder()
  const ports = await openEmbedded(folder, 'durable')
  try {
    const whole = await schemaOf(ports.store.db)
    for (let i = 0; i <= CUTS; i++) {
      const copy = join(folder, `${i}`)
      copyStore(folder, copy)
      cutPower(databaseIn(copy), undefined, { share: i / CUTS, tail: 'gone' }, createRandom(i))
      const again = await openCopy(copy, (_engine, { store }) => schemaOf(store.db))
      expect(again, `cut at ${i} of ${CUTS}`).toEqual(whole)
    }
  } finally {
    await ports.close()
  }
}, 180_000)
