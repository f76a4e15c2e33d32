import { describe, expect, it } from 'vitest'
import { ConfigError, readConfig, usesEngines } from '../../schemas/config.ts'

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

  it('refuses to split the roles of embedded stores', () => {
    expect(refusalOf({ DIANSHAO_ROLES: 'api' })).toContain('embedded stores belong to one process')
  })
})
