import type { Db } from '../adapters/store/index.ts'

/**
 * What answers of prices are made from, as one text: how many changes are released, the registry's version and the last
 * event of a case. It changes whenever an answer may.
 */
export const versionOf = async (db: Db): Promise<string> => {
  const [released, registry, event] = [
    await db
      .selectFrom('price_change')
      .where('released', 'is not', null)
      .select(({ fn }) => fn.max('released').as('last'))
      .executeTakeFirstOrThrow(),
    await db.selectFrom('registry_version').select('version').executeTakeFirstOrThrow(),
    await db
      .selectFrom('event')
      .select(({ fn }) => fn.max('sequence').as('last'))
      .executeTakeFirstOrThrow(),
  ]
  return [Number(released.last ?? 0), Number(registry.version), Number(event.last ?? 0)].join('.')
}
