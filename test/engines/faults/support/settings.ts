import { type Config, readConfig } from '../../../../schemas/config.ts'
import { engines } from '../../support/engines.ts'

const PARTITIONS = 4

/** The servers of this run. */
export const configHere = (): Config => {
  const { kafka, influx, postgres } = engines()
  return readConfig({
    DIANSHAO_KAFKA_BROKERS: kafka.brokers.join(','),
    DIANSHAO_KAFKA_PARTITIONS: String(PARTITIONS),
    DIANSHAO_INFLUX_URL: influx.url,
    DIANSHAO_INFLUX_ORG: influx.org,
    DIANSHAO_INFLUX_TOKEN: influx.token,
    DIANSHAO_POSTGRES_URL: postgres.url,
  })
}

/** The settings of a worker: those of the scene, its sessions with PostgreSQL under its name. */
export const settingsOf = (config: Config, name: string): Record<string, string> => {
  const url = new URL(config.DIANSHAO_POSTGRES_URL!)
  url.searchParams.set('application_name', name)
  return {
    DIANSHAO_KAFKA_BROKERS: config.DIANSHAO_KAFKA_BROKERS!.join(','),
    DIANSHAO_KAFKA_TOPIC_PREFIX: config.DIANSHAO_KAFKA_TOPIC_PREFIX,
    DIANSHAO_KAFKA_GROUP: config.DIANSHAO_KAFKA_GROUP,
    DIANSHAO_KAFKA_PARTITIONS: String(config.DIANSHAO_KAFKA_PARTITIONS),
    DIANSHAO_INFLUX_URL: config.DIANSHAO_INFLUX_URL!,
    DIANSHAO_INFLUX_ORG: config.DIANSHAO_INFLUX_ORG,
    DIANSHAO_INFLUX_TOKEN: config.DIANSHAO_INFLUX_TOKEN!,
    DIANSHAO_INFLUX_BUCKET: config.DIANSHAO_INFLUX_BUCKET,
    DIANSHAO_POSTGRES_URL: url.href,
    DIANSHAO_LINGER_MS: '50',
    // The readings are years old by the clock of the machine.
    DIANSHAO_KEEP_READINGS_MONTHS: '240',
    DIANSHAO_KEEP_FEATURES_MONTHS: '240',
  }
}
