import {
  type Dialect,
  HandleEmptyInListsPlugin,
  Kysely,
  PostgresDialect,
  type QueryCompiler,
  replaceWithNoncontingentExpression,
} from 'kysely'
import type { Pool } from 'pg'
import type { Db, Tables } from './port.ts'

/** A kysely instance over connections of ours; destroying it ends them. `onAnswer` hears when a statement was sent. */
export const kyselyOverPool = (pool: Pool, onAnswer?: (sentMs: number) => void): Db =>
  new Kysely<Tables>({
    dialect: storing(new PostgresDialect({ pool })),
    log: ({ level, queryDurationMillis }) => {
      if (level === 'query') onAnswer?.(performance.now() - queryDurationMillis)
    },
    // SQLite takes an empty list, PostgreSQL does not.
    plugins: [new HandleEmptyInListsPlugin({ strategy: replaceWithNoncontingentExpression })],
  })

/** A dialect whose parameters can all be stored. */
const storing = (dialect: Dialect): Dialect => ({
  createAdapter: () => dialect.createAdapter(),
  createDriver: () => dialect.createDriver(),
  createIntrospector: db => dialect.createIntrospector(db),
  createQueryCompiler: () => storingCompiler(dialect.createQueryCompiler()),
})

const storingCompiler = (compiler: QueryCompiler): QueryCompiler => ({
  compileQuery(node, queryId) {
    const query = compiler.compileQuery(node, queryId)
    return { ...query, parameters: query.parameters.map(storable) }
  },
})

/**
 * Text of PostgreSQL holds neither NUL nor half of a surrogate pair. Lines that were turned away may hold anything,
 * and are kept all the same: such a character becomes U+FFFD.
 */
const storable = (parameter: unknown): unknown =>
  typeof parameter === 'string' ? parameter.toWellFormed().replaceAll('\0', '\uFFFD') : parameter
