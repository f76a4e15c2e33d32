import type { SQLInputValue } from 'node:sqlite'
import { Kysely, SqliteDialect } from 'kysely'
import type { Db, Tables } from './port.ts'
import type { SqliteConnection } from './sqlite-connection.ts'

/** A kysely instance over a connection of ours. The connection is closed by who opened it. */
export const kyselyOver = (connection: SqliteConnection): Db =>
  new Kysely<Tables>({
    dialect: new SqliteDialect({
      database: {
        prepare(sql) {
          const statement = connection.prepare(sql)
          const values = (parameters: readonly unknown[]) => parameters as SQLInputValue[]
          return {
            reader: statement.columns().length > 0,
            all: parameters => statement.all(...values(parameters)),
            run: parameters => statement.run(...values(parameters)),
            iterate: parameters => statement.iterate(...values(parameters)),
          }
        },
        close() {},
      },
    }),
  })
