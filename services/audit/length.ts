import type { Db } from '../adapters/store/index.ts'
import { BEFORE_FIRST } from './link.ts'

/** How long a chain is, and the hash of its last link. */
export interface ChainLength {
  readonly links: number
  readonly head: string
}

export const lengthOf = async (db: Db, id: string): Promise<ChainLength> =>
  (await db.selectFrom('audit_chain').select(['links', 'head']).where('id', '=', id).executeTakeFirst()) ?? {
    links: 0,
    head: BEFORE_FIRST,
  }

/** Notes one more link of a chain. */
export const growChain = async (trx: Db, id: string, { links }: ChainLength, head: string): Promise<void> => {
  const grown = { links: links + 1, head }
  if (links === 0)
    await trx
      .insertInto('audit_chain')
      .values({ id, ...grown })
      .execute()
  else await trx.updateTable('audit_chain').set(grown).where('id', '=', id).execute()
}
