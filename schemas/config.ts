import { z } from 'zod'

/** What a process does. Embedded stores need all of them in one process; on the engines each may have some. */
export const ProcessRole = z.enum(['process', 'alert', 'api'])
export type ProcessRole = z.infer<typeof ProcessRole>

const AllRoles: ProcessRole[] = [...ProcessRole.options]

const flag = z.enum(['true', 'false'])
const isTrue = (text: string): boolean => text === 'true'
const whole = (least: number) => {
  const expected = `expected a whole number from ${least}`
  return z.coerce.number(expected).int(expected).min(least, expected)
}
const list = z
  .string()
  .transform(text => text.split(',').map(part => part.trim()))
  .pipe(z.array(z.string().regex(/^[^\s:]+:\d+$/, 'expected host:port, with commas between')).min(1))

/** How the program is to run. Each key is an environment variable. */
export const Config = z
  .object({
    DIANSHAO_DATA: z.string().min(1).default('data').describe('Folder of the embedded stores'),
    DIANSHAO_HOST: z.string().min(1).default('127.0.0.1').describe('Address the API listens on'),
    DIANSHAO_PORT: z.coerce
      .number('expected a number from 0 to 65535')
      .int('expected a number from 0 to 65535')
      .min(0)
      .max(65_535)
      .default(8080)
      .describe('Port of the API; 0 takes a free one'),
    DIANSHAO_ROLES: z
      .string()
      .default(AllRoles.join(','))
      .transform(list => list.split(',').map(role => role.trim()))
      .pipe(z.array(ProcessRole).min(1))
      .describe('Comma list of process, alert, api'),
    DIANSHAO_ALLOW_PRIVATE_ENDPOINTS: flag
      .default('false')
      .transform(isTrue)
      .describe('Whether alerts may go to loopback and private addresses'),
    DIANSHAO_KEEP_READINGS_MONTHS: whole(1)
      .default(25)
      .describe('How long readings are kept; what a case rests on stays as long as the case'),
    DIANSHAO_KEEP_FEATURES_MONTHS: whole(3).default(60).describe('How long day features are kept'),
    DIANSHAO_LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
    DIANSHAO_KAFKA_BROKERS: list.optional().describe('Comma list of host:port; with it, the engines serve'),
    DIANSHAO_KAFKA_TOPIC_PREFIX: z
      .string()
      .regex(/^[a-zA-Z0-9._-]*$/, 'expected letters, digits and . _ -')
      .default('')
      .describe('Stands before the names of the topics'),
    DIANSHAO_KAFKA_GROUP: z.string().min(1).default('dianshao').describe('Consumer group of the workers'),
    DIANSHAO_KAFKA_PARTITIONS: whole(1).default(12).describe('Partitions of each topic'),
    DIANSHAO_KAFKA_REPLICATION: whole(1).default(1).describe('Replicas of a topic that is created'),
    DIANSHAO_KAFKA_RETENTION_HOURS: whole(24).default(168).describe('Retention of a topic that is created'),
    DIANSHAO_KAFKA_TLS: flag
      .default('false')
      .transform(isTrue)
      .describe('Whether brokers are spoken to by TLS'),
    DIANSHAO_KAFKA_CA_FILE: z.string().min(1).optional().describe('PEM of the authority of the brokers'),
    DIANSHAO_KAFKA_SASL: z.enum(['none', 'plain', 'scram-sha-256', 'scram-sha-512']).default('none'),
    DIANSHAO_KAFKA_USERNAME: z.string().min(1).optional(),
    DIANSHAO_KAFKA_PASSWORD: z.string().min(1).optional(),
    DIANSHAO_INFLUX_URL: z.url('expected http://host:port').optional().describe('InfluxDB 2'),
    DIANSHAO_INFLUX_TOKEN: z.string().min(1).optional(),
    DIANSHAO_INFLUX_ORG: z.string().min(1).default('dianshao'),
    DIANSHAO_INFLUX_BUCKET: z.string().min(1).default('dianshao'),
    DIANSHAO_POSTGRES_URL: z
      .url('expected postgres://user:password@host:port/database')
      .optional()
      .describe('PostgreSQL'),
    DIANSHAO_PUBLIC_URL: z
      .url({ protocol: /^https?$/, error: 'expected http://… or https://…' })
      .optional()
      .describe('Address by which browsers reach the service; with https its cookies go by TLS only'),
    DIANSHAO_OIDC_ISSUER: z
      .url({ protocol: /^https?$/, error: 'expected https://…' })
      .optional()
      .describe('Identity provider by which people may sign in (OpenID Connect)'),
    DIANSHAO_OIDC_CLIENT_ID: z.string().min(1).optional(),
    DIANSHAO_OIDC_CLIENT_SECRET: z.string().min(1).optional(),
    DIANSHAO_LINGER_MS: whole(0)
      .default(500)
      .describe('How long readings on Kafka may wait for others to be worked off with'),
  })
  .meta({ id: 'Config' })
export type Config = z.infer<typeof Config>

/** The configuration is wrong; the message is one sentence naming key, value and what is allowed. */
export class ConfigError extends Error {
  override name = 'ConfigError'
}

/** Reads the configuration from environment variables; other variables are ignored. Throws ConfigError. */
export const readConfig = (environment: Readonly<Record<string, string | undefined>>): Config => {
  // An empty variable counts as not set.
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const result = Config.safeParse(given)
  if (!result.success) {
    const issue = result.error.issues[0]!
    const key = String(issue.path[0])
    throw new ConfigError(`${key} is "${environment[key] ?? ''}", which will not do: ${issue.message}.`)
  }
  const fault = faultOfEngines(result.data) ?? faultOfRoles(result.data) ?? faultOfOidc(result.data)
  if (fault) throw new ConfigError(fault)
  return result.data
}

const ENGINES = ['DIANSHAO_KAFKA_BROKERS', 'DIANSHAO_INFLUX_URL', 'DIANSHAO_POSTGRES_URL'] as const

/** Whether the program works on Kafka, InfluxDB and PostgreSQL instead of the embedded stores. */
export const usesEngines = (config: Config): boolean => config.DIANSHAO_KAFKA_BROKERS !== undefined

/** All three engines are named, or none. */
const faultOfEngines = (config: Config): string | undefined => {
  const missing = ENGINES.filter(key => config[key] === undefined)
  if (missing.length > 0 && missing.length < ENGINES.length) {
    return `${missing.join(' and ')} must be set too: Kafka, InfluxDB and PostgreSQL serve together, or none of them.`
  }
  if (missing.length === 0 && config.DIANSHAO_INFLUX_TOKEN === undefined) {
    return 'DIANSHAO_INFLUX_TOKEN must be set: InfluxDB lets nobody write without a token.'
  }
  const { DIANSHAO_KAFKA_SASL: sasl, DIANSHAO_KAFKA_USERNAME: name, DIANSHAO_KAFKA_PASSWORD: word } = config
  if (sasl !== 'none' && (name === undefined || word === undefined)) {
    return `DIANSHAO_KAFKA_USERNAME and DIANSHAO_KAFKA_PASSWORD must be set for DIANSHAO_KAFKA_SASL "${sasl}".`
  }
  return undefined
}

const faultOfRoles = (config: Config): string | undefined => {
  if (usesEngines(config)) return undefined
  const missing = AllRoles.filter(role => !config.DIANSHAO_ROLES.includes(role))
  return missing.length === 0
    ? undefined
    : `DIANSHAO_ROLES leaves out ${missing.join(', ')}, but embedded stores belong to one process: name all of ${AllRoles.join(',')}.`
}

const OIDC = ['DIANSHAO_OIDC_ISSUER', 'DIANSHAO_OIDC_CLIENT_ID', 'DIANSHAO_OIDC_CLIENT_SECRET'] as const

/** Whether people may sign in by an identity provider. */
export const usesOidc = (config: Config): boolean => config.DIANSHAO_OIDC_ISSUER !== undefined

/** All keys of the identity provider are set, or none; without TLS it is believed on this machine alone. */
const faultOfOidc = (config: Config): string | undefined => {
  const missing = OIDC.filter(key => config[key] === undefined)
  if (missing.length === OIDC.length) return undefined
  if (missing.length > 0) {
    return `${missing.join(' and ')} must be set too: an identity provider takes issuer, client id and client secret, or none of them.`
  }
  if (config.DIANSHAO_PUBLIC_URL === undefined) {
    return 'DIANSHAO_PUBLIC_URL must be set: the identity provider sends browsers back to it.'
  }
  const { protocol, hostname } = new URL(config.DIANSHAO_OIDC_ISSUER!)
  if (protocol === 'https:' || ['127.0.0.1', '[::1]', 'localhost'].includes(hostname)) return undefined
  return `DIANSHAO_OIDC_ISSUER is "${config.DIANSHAO_OIDC_ISSUER}", which will not do: expected https, for whoever sits between could sign in as anybody.`
}
