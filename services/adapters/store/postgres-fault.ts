import { Client } from 'pg'
import { EngineError } from '../engine-error.ts'

const SETTING = 'DIANSHAO_POSTGRES_URL'
const OLDEST = 140_000

const UNREACHABLE = ['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']
/** It starts, stops, or has no connection left. */
const NOT_NOW = ['57P01', '57P03', '53300']
const NOT_LET_IN = ['28P01', '28000']
const NO_DATABASE = '3D000'
const NO_RIGHT = '42501'

/** What a server says of itself. */
export interface ServerFacts {
  /** 150004 of 15.4 */
  readonly version: number
  readonly encoding: string
  readonly isStandby: boolean
}

/** Why a server cannot be used, as one sentence for the operator; undefined when it can. */
export const serverFault = (
  { version, encoding, isStandby }: ServerFacts,
  url: string,
): EngineError | undefined => {
  const { place, database } = namesIn(url)
  if (version < OLDEST) {
    const held = Math.floor(version / 10_000)
    return new EngineError(
      `PostgreSQL at ${place} is version ${held}, and 14 or newer is needed: name another server in ${SETTING}.`,
    )
  }
  if (encoding !== 'UTF8') {
    return new EngineError(
      `The database ${database} at ${place} holds text as ${encoding}, not as UTF8: name another one in ${SETTING}.`,
    )
  }
  if (!isStandby) return undefined
  return new EngineError(
    `PostgreSQL at ${place} is a standby, which cannot be written to: name its primary in ${SETTING}.`,
  )
}

/** What an error of opening a store comes from, as one sentence for the operator, without the password. */
export const postgresFault = (error: unknown, url: string): EngineError => {
  if (error instanceof EngineError) return error
  const { place, database, user } = namesIn(url)
  const { code = '', message } = originOf(error)
  if (UNREACHABLE.includes(code)) {
    return new EngineError(
      `PostgreSQL cannot be reached at ${place} (${code}): see that it runs, or correct ${SETTING}.`,
    )
  }
  if (NOT_NOW.includes(code)) {
    return new EngineError(
      `PostgreSQL at ${place} takes no connection now (${message}): start again later, or correct ${SETTING}.`,
    )
  }
  if (NOT_LET_IN.includes(code) || message.startsWith('SASL')) {
    return new EngineError(
      `PostgreSQL at ${place} does not let the user ${user} in: correct user and password in ${SETTING}.`,
    )
  }
  if (code === NO_DATABASE) {
    return new EngineError(
      `PostgreSQL at ${place} has no database ${database}: create it, or name another one in ${SETTING}.`,
    )
  }
  if (code === NO_RIGHT) {
    return new EngineError(
      `The user ${user} may not create tables in the database ${database} at ${place}: grant it (grant create on schema public), or name another user in ${SETTING}.`,
    )
  }
  const why = (error as Error).message
  return new EngineError(`PostgreSQL at ${place} cannot be used (${why}): correct ${SETTING}.`)
}

/** A migration that failed tells by its cause. */
const originOf = (error: unknown): { code?: string; message: string } => {
  const { code, message, cause } = error as NodeJS.ErrnoException
  return code === undefined && cause instanceof Error ? originOf(cause) : { ...(code && { code }), message }
}

const namesIn = (url: string): { place: string; database: string; user: string } => {
  try {
    const { host, port, database, user } = new Client({ connectionString: url })
    return { place: `${host}:${port}`, database: database ?? '', user: user ?? '' }
  } catch {
    throw new EngineError(`${SETTING} is not of the form postgres://user:password@host:5432/database.`)
  }
}
