import { GenericContainer, getContainerRuntimeClient, type StartedTestContainer, Wait } from 'testcontainers'
import type { Engines } from './engines.ts'
import { startKafkaContainer } from './kafka-container.ts'

const START_WITHIN_MS = 120_000
const INFLUX = { image: 'influxdb:2.7', port: 8086, org: 'test-org', token: 'test-token' }
const POSTGRES = { image: 'postgres:17', port: 5432, user: 'postgres', password: 'test', database: 'test' }

/** Servers of this run's own. */
export interface OwnEngines {
  readonly engines: Engines
  stop(): Promise<void>
}

/** Whether containers can be started here: testcontainers looks at DOCKER_HOST, then at the usual sockets. */
export const hasContainerEngine = (): Promise<boolean> =>
  getContainerRuntimeClient().then(
    () => true,
    () => false,
  )

/** Starts all three servers. When one does not start, the others are stopped and its error is thrown. */
export const startContainers = async (): Promise<OwnEngines> => {
  const started: StartedTestContainer[] = []
  const noted = async <T extends StartedTestContainer>(starting: Promise<T>): Promise<T> => {
    const container = await starting
    started.push(container)
    return container
  }
  const stop = async (): Promise<void> => {
    await Promise.all(started.map(container => container.stop()))
  }
  const kafka = startKafkaContainer().then(async ({ container, broker }) => {
    await noted(Promise.resolve(container))
    return broker
  })
  const all = [kafka, noted(startInflux()), noted(startPostgres())] as const
  await Promise.allSettled(all)
  try {
    const [broker, influx, postgres] = await Promise.all(all)
    return { engines: enginesAt(broker, influx, postgres), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

const enginesAt = (broker: string, influx: StartedTestContainer, postgres: StartedTestContainer): Engines => {
  const { user, password, database } = POSTGRES
  const place = (container: StartedTestContainer, port: number): string =>
    `${container.getHost()}:${container.getMappedPort(port)}`
  return {
    kafka: { brokers: [broker] },
    influx: { url: `http://${place(influx, INFLUX.port)}`, org: INFLUX.org, token: INFLUX.token },
    postgres: { url: `postgres://${user}:${password}@${place(postgres, POSTGRES.port)}/${database}` },
  }
}

const startInflux = (): Promise<StartedTestContainer> =>
  new GenericContainer(INFLUX.image)
    .withExposedPorts(INFLUX.port)
    .withEnvironment({
      DOCKER_INFLUXDB_INIT_MODE: 'setup',
      DOCKER_INFLUXDB_INIT_USERNAME: 'tester',
      DOCKER_INFLUXDB_INIT_PASSWORD: 'test-password',
      DOCKER_INFLUXDB_INIT_ORG: INFLUX.org,
      DOCKER_INFLUXDB_INIT_BUCKET: 'test-bucket',
      DOCKER_INFLUXDB_INIT_ADMIN_TOKEN: INFLUX.token,
    })
    // While it is set up it listens elsewhere.
    .withWaitStrategy(Wait.forHttp('/health', INFLUX.port))
    .withStartupTimeout(START_WITHIN_MS)
    .start()

const startPostgres = (): Promise<StartedTestContainer> =>
  new GenericContainer(POSTGRES.image)
    .withExposedPorts(POSTGRES.port)
    .withEnvironment({ POSTGRES_PASSWORD: POSTGRES.password, POSTGRES_DB: POSTGRES.database })
    // By TCP: while it is set up it listens on its socket alone.
    .withWaitStrategy(Wait.forSuccessfulCommand(`pg_isready -h 127.0.0.1 -U ${POSTGRES.user}`))
    .withStartupTimeout(START_WITHIN_MS)
    .start()
