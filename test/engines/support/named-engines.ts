import type { Engines } from './engines.ts'

/** What names servers that run already. All of them must be set: tests make and drop databases, buckets and topics. */
export const VARIABLES = [
  'KAFKA_BROKERS',
  'INFLUX_URL',
  'INFLUX_ORG',
  'INFLUX_TOKEN',
  'DATABASE_URL',
] as const

type Environment = Readonly<Record<string, string | undefined>>

/** The servers that the environment names; undefined unless it names them all. */
export const namedEngines = (environment: Environment): Engines | undefined => {
  const [brokers, url, org, token, database] = VARIABLES.map(name => environment[name])
  if (!brokers || !url || !org || !token || !database) return undefined
  return {
    kafka: { brokers: brokers.split(',') },
    influx: { url, org, token },
    postgres: { url: database },
  }
}
