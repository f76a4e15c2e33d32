import { EngineError } from '../../engine-error.ts'
import type { KafkaOptions } from './types.ts'

/** What the errors of the library may tell, the causes of one included. */
interface Told {
  readonly name?: string
  readonly type?: string
  readonly code?: string | number
  readonly message?: string
  readonly topic?: string
  readonly cause?: unknown
  readonly errors?: readonly unknown[]
}

type Settings = Pick<KafkaOptions, 'brokers' | 'group' | 'prefix' | 'tls' | 'sasl' | 'replication'>
type Sentence = (settings: Settings, told: string) => string

const at = ({ brokers }: Settings): string => `Kafka at ${brokers.join(', ')}`

/** In order: the first that fits tells. */
const SENTENCES: readonly (readonly [RegExp, Sentence])[] = [
  [
    /SASL .* mechanism is not supported/,
    (s, told) => `${at(s)} does not know DIANSHAO_KAFKA_SASL "${s.sasl?.mechanism}": ${told}.`,
  ],
  [
    /KafkaJSSASLAuthenticationError|SASL_AUTHENTICATION_FAILED/,
    s =>
      `${at(s)} refused DIANSHAO_KAFKA_USERNAME "${s.sasl?.username}" with DIANSHAO_KAFKA_PASSWORD: is the password right, ` +
      `and is the user one for DIANSHAO_KAFKA_SASL "${s.sasl?.mechanism}"?`,
  ],
  [
    /ILLEGAL_SASL_STATE|UNSUPPORTED_SASL/,
    s =>
      `${at(s)} does not take DIANSHAO_KAFKA_SASL "${s.sasl?.mechanism ?? 'none'}" on that port: is it the right one?`,
  ],
  [
    /TOPIC_AUTHORIZATION_FAILED|CLUSTER_AUTHORIZATION_FAILED/,
    (s, told) =>
      `DIANSHAO_KAFKA_USERNAME "${s.sasl?.username ?? ''}" has no rights on topics with the prefix "${s.prefix}": ${told}`,
  ],
  [
    // The library does not pass on why no coordinator was named to it.
    /GROUP_AUTHORIZATION_FAILED|KafkaJSGroupCoordinatorNotFound/,
    s => `DIANSHAO_KAFKA_USERNAME "${s.sasl?.username ?? ''}" may not use DIANSHAO_KAFKA_GROUP "${s.group}".`,
  ],
  [
    /INCONSISTENT_GROUP_PROTOCOL/,
    s => `DIANSHAO_KAFKA_GROUP "${s.group}" is used by another program: choose another name.`,
  ],
  [
    /INVALID_REPLICATION_FACTOR/,
    s => `DIANSHAO_KAFKA_REPLICATION is ${s.replication}, but ${at(s)} has fewer brokers.`,
  ],
  [
    /KafkaJSServerDoesNotSupportApiKey|UNSUPPORTED_VERSION/,
    s => `${at(s)} is too old: 2.1 or newer is needed.`,
  ],
  [
    /CERT_|certificate|self.signed|UNABLE_TO|altnames/,
    (s, told) => `${at(s)} showed a certificate that is not trusted (${told}): see DIANSHAO_KAFKA_CA_FILE.`,
  ],
  [
    /EPROTO|wrong version number|secure TLS connection|SSL routines/,
    s => `${at(s)} does not speak TLS there: set DIANSHAO_KAFKA_TLS to false, or name its TLS port.`,
  ],
]

/** What a failure of Kafka means for the operator: one sentence that names the setting. */
export const faultOf = (error: unknown, settings: Settings): EngineError => {
  if (error instanceof EngineError) return error
  const chain = chainOf(error)
  const text = chain.map(({ name, type, code, message }) => `${name} ${type} ${code} ${message}`).join('\n')
  const told = chain.find(({ topic }) => topic !== undefined)?.topic ?? chain.at(-1)?.message ?? 'no answer'
  const sentence = SENTENCES.find(([pattern]) => pattern.test(text))?.[1] ?? unreachable
  return new EngineError(sentence(settings, told), { cause: error })
}

const unreachable: Sentence = (s, told) =>
  `${at(s)} does not answer (${told}): are DIANSHAO_KAFKA_BROKERS right, DIANSHAO_KAFKA_TLS (now ${s.tls}) and ` +
  `DIANSHAO_KAFKA_SASL (now ${s.sasl?.mechanism ?? 'none'})?`

/** Whether a broker said that a message, or a batch of them, is too large for it. */
export const isTooLarge = (error: unknown): boolean =>
  chainOf(error).some(({ type }) => type === 'MESSAGE_TOO_LARGE' || type === 'RECORD_LIST_TOO_LARGE')

/** Whether Kafka answered that it is not ready yet. */
export const isStarting = (error: unknown): boolean =>
  chainOf(error).some(({ type }) => type !== undefined && STARTING.test(type))

const STARTING = /COORDINATOR|LOAD_IN_PROGRESS|LEADER|UNKNOWN_TOPIC_OR_PARTITION/

const chainOf = (error: unknown): Told[] => {
  if (typeof error !== 'object' || error === null) return []
  const told = error as Told
  return [told, ...(told.errors ?? []).flatMap(chainOf), ...(told.cause === error ? [] : chainOf(told.cause))]
}
