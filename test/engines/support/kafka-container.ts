import kafkajs from 'kafkajs'
import { GenericContainer, type StartedTestContainer, Wait } from 'testcontainers'

const IMAGE = 'apache/kafka:3.9.1'
const PORT = 9092
const SCRIPT = '/tmp/start-kafka.sh'
const WAITING = 'waiting for the start script'
/** Two minutes at most */
const RETRY = { initialRetryTime: 200, maxRetryTime: 500, retries: 240 }

const ENVIRONMENT = {
  KAFKA_NODE_ID: '1',
  KAFKA_PROCESS_ROLES: 'broker,controller',
  KAFKA_LISTENERS: `HOST://:${PORT},BROKER://:19092,CONTROLLER://:9093`,
  KAFKA_LISTENER_SECURITY_PROTOCOL_MAP: 'HOST:PLAINTEXT,BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT',
  KAFKA_INTER_BROKER_LISTENER_NAME: 'BROKER',
  KAFKA_CONTROLLER_LISTENER_NAMES: 'CONTROLLER',
  KAFKA_CONTROLLER_QUORUM_VOTERS: '1@localhost:9093',
  KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR: '1',
  KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR: '1',
  KAFKA_TRANSACTION_STATE_LOG_MIN_ISR: '1',
  KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS: '0',
  KAFKA_HEAP_OPTS: '-Xms256m -Xmx512m',
}

/** A broker in a container. */
export interface KafkaContainer {
  readonly container: StartedTestContainer
  /** host:port */
  readonly broker: string
}

/**
 * Starts a broker. It must advertise the port of the host, which is known only once the container runs: so the
 * container waits for a script that is put into it then.
 */
export const startKafkaContainer = async (): Promise<KafkaContainer> => {
  const container = await new GenericContainer(IMAGE)
    .withExposedPorts(PORT)
    .withEnvironment(ENVIRONMENT)
    .withEntrypoint(['sh'])
    .withCommand(['-c', `echo '${WAITING}'; until [ -f ${SCRIPT} ]; do sleep 0.1; done; exec sh ${SCRIPT}`])
    .withWaitStrategy(Wait.forLogMessage(WAITING))
    .start()
  const broker = `${container.getHost()}:${container.getMappedPort(PORT)}`
  try {
    const listeners = `HOST://${broker},BROKER://localhost:19092`
    const content = `export KAFKA_ADVERTISED_LISTENERS=${listeners}\nexec /etc/kafka/docker/run\n`
    await container.copyContentToContainer([{ target: SCRIPT, content }])
    await untilItAnswers(broker)
    return { container, broker }
  } catch (error) {
    await container.stop()
    throw error
  }
}

const untilItAnswers = async (broker: string): Promise<void> => {
  const admin = new kafkajs.Kafka({
    brokers: [broker],
    logLevel: kafkajs.logLevel.NOTHING,
    retry: RETRY,
  }).admin()
  await admin.connect()
  await admin.disconnect()
}
