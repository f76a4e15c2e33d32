import { Pool, types } from 'pg'

export interface PoolOptions {
  readonly url: string
  /** How many connections at most */
  readonly max: number
  /** Settings of each connection, by name */
  readonly settings: Readonly<Record<string, string>>
  /** After this long a statement without an answer has failed; ms */
  readonly answerWithinMs?: number
}

const CONNECT_WITHIN_MS = 10_000

/** Counts and sums are numbers, as they are on SQLite. */
const NUMBERS: readonly number[] = [types.builtins.INT8, types.builtins.NUMERIC]

/** Connections to PostgreSQL. One that is lost is replaced when the next is needed. */
export const openPool = ({ url, max, settings, answerWithinMs }: PoolOptions): Pool => {
  const set = Object.entries(settings).map(([name, value]) => `set ${name} = '${value}'`)
  const pool = new Pool({
    connectionString: url,
    application_name: 'dianshao',
    max,
    keepAlive: true,
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
    ...(answerWithinMs === undefined ? {} : { query_timeout: answerWithinMs }),
    types: {
      getTypeParser: (oid, format) =>
        NUMBERS.includes(oid) && format !== 'binary' ? Number : types.getTypeParser(oid, format),
    },
    onConnect: async client => {
      // Whoever uses the connection hears of its loss by the statement that fails.
      client.on('error', () => {})
      await client.query(set.join(';'))
    },
  })
  pool.on('error', () => {})
  return pool
}
