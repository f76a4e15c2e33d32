import { z } from 'zod'

/** What a process does. Embedded stores need all of them in one process. */
export const ProcessRole = z.enum(['process', 'alert', 'api'])
export type ProcessRole = z.infer<typeof ProcessRole>

const AllRoles: ProcessRole[] = [...ProcessRole.options]

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
    DIANSHAO_ALLOW_PRIVATE_ENDPOINTS: z
      .enum(['true', 'false'])
      .default('false')
      .transform(text => text === 'true')
      .describe('Whether alerts may go to loopback and private addresses'),
    DIANSHAO_KEEP_READINGS_MONTHS: z.coerce
      .number('expected a whole number of months from 1')
      .int('expected a whole number of months from 1')
      .min(1, 'expected a whole number of months from 1')
      .default(25)
      .describe('How long readings are kept; what a case rests on stays as long as the case'),
    DIANSHAO_KEEP_FEATURES_MONTHS: z.coerce
      .number('expected a whole number of months from 3')
      .int('expected a whole number of months from 3')
      .min(3, 'expected a whole number of months from 3')
      .default(60)
      .describe('How long day features are kept'),
    DIANSHAO_LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
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
  const missing = AllRoles.filter(role => !result.data.DIANSHAO_ROLES.includes(role))
  if (missing.length > 0) {
    throw new ConfigError(
      `DIANSHAO_ROLES leaves out ${missing.join(', ')}, but embedded stores belong to one process: name all of ${AllRoles.join(',')}.`,
    )
  }
  return result.data
}
