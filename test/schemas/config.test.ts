import { describe, expect, it } from 'vitest'
import { ConfigError, readConfig, usesEngines, usesOidc } from '../../schemas/config.ts'

const ENGINES = {
  DIANSHAO_KAFKA_BROKERS: 'kafka-1:9092, kafka-2:9092',
  DIANSHAO_INFLUX_URL: 'http://influxdb:8086',
  DIANSHAO_INFLUX_TOKEN: 'token',
  DIANSHAO_POSTGRES_URL: 'postgres://dianshao@postgres:5432/dianshao',
}

const refusalOf = (environment: Record<string, string>): string => {
  try {
    readConfig(environment)
  } catch (error) {
    if (error instanceof ConfigError) return error.message
    throw error
  }
  throw new Error('it was taken')
}

describe('the configuration', () => {
  it('is embedded with all roles unless told otherwise', () => {
    const config = readConfig({})
    expect(usesEngines(config)).toBe(false)
    expect(config.DIANSHAO_ROLES).toEqual(['process', 'alert', 'api'])
  })

  it('takes the three servers, and then any roles', () => {
    const config = readConfig({ ...ENGINES, DIANSHAO_ROLES: 'process' })
    expect(usesEngines(config)).toBe(true)
    expect(config.DIANSHAO_KAFKA_BROKERS).toEqual(['kafka-1:9092', 'kafka-2:9092'])
    expect(config.DIANSHAO_KAFKA_TLS).toBe(false)
    expect(readConfig({ ...ENGINES, DIANSHAO_KAFKA_TLS: 'true' }).DIANSHAO_KAFKA_TLS).toBe(true)
  })

  it.each([
    ['a server is missing', { DIANSHAO_POSTGRES_URL: '' }, 'DIANSHAO_POSTGRES_URL'],
    [
      'two servers are missing',
      { DIANSHAO_KAFKA_BROKERS: '', DIANSHAO_INFLUX_URL: '' },
      'DIANSHAO_INFLUX_URL',
    ],
    ['the token is missing', { DIANSHAO_INFLUX_TOKEN: '' }, 'DIANSHAO_INFLUX_TOKEN'],
    ['a broker has no port', { DIANSHAO_KAFKA_BROKERS: 'kafka' }, 'DIANSHAO_KAFKA_BROKERS'],
    ['a URL is none', { DIANSHAO_INFLUX_URL: 'influxdb' }, 'DIANSHAO_INFLUX_URL'],
    ['SASL has no password', { DIANSHAO_KAFKA_SASL: 'plain', DIANSHAO_KAFKA_USERNAME: 'u' }, '_PASSWORD'],
    ['partitions are none', { DIANSHAO_KAFKA_PARTITIONS: '0' }, 'DIANSHAO_KAFKA_PARTITIONS'],
    ['a role is unknown', { DIANSHAO_ROLES: 'work' }, 'DIANSHAO_ROLES'],
  ])('names the setting in one sentence when %s', (_case, change, key) => {
    const refusal = refusalOf({ ...ENGINES, ...change })
    expect(refusal).toContain(key)
    expect(refusal).toMatch(/^[^\n]+\.$/)
  })

  const PROVIDER = {
    ...{ DIANSHAO_PUBLIC_URL: 'https://desk.example', DIANSHAO_OIDC_ISSUER: 'https://id.example' },
    ...{ DIANSHAO_OIDC_CLIENT_ID: 'dianshao', DIANSHAO_OIDC_CLIENT_SECRET: 'secret' },
  }

  it('takes an identity provider whole', () => {
    expect(usesOidc(readConfig(PROVIDER))).toBe(true)
    expect(usesOidc(readConfig({ DIANSHAO_PUBLIC_URL: 'http://127.0.0.1:8080' }))).toBe(false)
    const local = { ...PROVIDER, DIANSHAO_OIDC_ISSUER: 'http://127.0.0.1:9000' }
    expect(usesOidc(readConfig(local))).toBe(true)
  })

  it.each([
    ['the client id is missing', { DIANSHAO_OIDC_CLIENT_ID: '' }, 'DIANSHAO_OIDC_CLIENT_ID must'],
    ['the issuer is missing', { DIANSHAO_OIDC_ISSUER: '' }, 'DIANSHAO_OIDC_ISSUER must'],
    ['the secret is missing', { DIANSHAO_OIDC_CLIENT_SECRET: '' }, 'DIANSHAO_OIDC_CLIENT_SECRET must'],
    ['the public address is missing', { DIANSHAO_PUBLIC_URL: '' }, 'DIANSHAO_PUBLIC_URL must'],
    ['the public address is none', { DIANSHAO_PUBLIC_URL: 'desk.example' }, 'DIANSHAO_PUBLIC_URL is'],
    ['the issuer has no TLS', { DIANSHAO_OIDC_ISSUER: 'http://id.example' }, 'expected https'],
  ])('says of an identity provider in one sentence that %s', (_case, change, part) => {
    const refusal = refusalOf({ ...PROVIDER, ...change })
    expect(refusal).toContain(part)
    expect(refusal).toMatch(/^[^\n]+\.$/)
    expect(refusal).not.toContain('"secret"')
  })

  it('refuses to split the roles of embedded stores', () => {
    expect(refusalOf({ DIANSHAO_ROLES: 'api' })).toContain('embedded stores belong to one process')
  })
})
