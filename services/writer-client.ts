import { Worker } from 'node:worker_threads'
import { EngineError, FolderError } from './adapters/index.ts'
import type { Batch } from './adapters/log/index.ts'
import type { Engine } from './engine.ts'
import type { Answer, Call, SharedWriterData, WriterData } from './writer.ts'

/**
 * Embedded, days are unpacked and dropped by the million: a small nursery keeps memory flat and costs no time. On Kafka
 * what is dropped comes message by message: in a larger one less of it is still looked at when it is cleared.
 */
const YOUNG_GENERATION_MB = { embedded: 24, shared: 64 }

interface Pending {
  resolve(result: unknown): void
  reject(error: Error): void
}

const METHODS: readonly (keyof Engine)[] = [
  'append',
  'importRegistry',
  'addWatches',
  'endWatch',
  'addImport',
  'moveImport',
  'saveProfile',
  'removeProfile',
  'noteReplayed',
  'queueImport',
  'carryOut',
  'answerBefore',
  'keepAnswer',
  'noteView',
  'noteRefused',
  'proposeCriterion',
  'decideCriterion',
  'decideVersion',
  'recordAttempt',
  'addAccounts',
  'openAccounts',
  'attemptSignIn',
  'closeByClock',
  'followDeadlines',
  'followEndpoints',
  'sealAudit',
  'clearDesk',
  'letGoOld',
  'backlog',
  'sendsAlerts',
  'settle',
  'figures',
  'roundAtMs',
  'close',
]

/**
 * Starts the writer thread and answers its engine. Rejects with FolderError when the folder cannot be used, with
 * EngineError when a server cannot.
 * `onFatal` hears of a thread that ended by itself.
 */
export const startWriter = async (
  data: WriterData | SharedWriterData,
  onFatal: (error: Error) => void,
): Promise<Engine> => {
  const worker = new Worker(new URL('./writer.ts', import.meta.url), {
    workerData: data,
    resourceLimits: {
      maxYoungGenerationSizeMb: YOUNG_GENERATION_MB['config' in data ? 'shared' : 'embedded'],
    },
  })
  const pending = new Map<number, Pending>()
  let lastId = 0
  let closing = false

  const fail = (error: Error): void => {
    for (const { reject } of pending.values()) reject(error)
    pending.clear()
    if (!closing) onFatal(error)
  }
  worker.on('message', (answer: Answer) => {
    const waiting = pending.get(answer.id)
    pending.delete(answer.id)
    if ('error' in answer) waiting?.reject(errorOf(answer.error))
    else waiting?.resolve(answer.result)
  })
  worker.on('error', fail)
  worker.on('exit', () => fail(new Error('the writer thread has ended')))

  const call = (name: keyof Engine, args: unknown[]): Promise<unknown> =>
    new Promise((resolve, reject) => {
      if (name === 'close') closing = true
      const id = ++lastId
      pending.set(id, { resolve, reject })
      worker.postMessage(
        { id, name, args } satisfies Call,
        name === 'append' ? columnsOf(args[0] as Batch | null) : [],
      )
    })

  await new Promise((resolve, reject) => pending.set(0, { resolve, reject })).catch(async error => {
    closing = true
    await worker.terminate()
    throw error
  })
  return Object.fromEntries(
    METHODS.map(name => [name, (...args: unknown[]) => call(name, args)]),
  ) as unknown as Engine
}

/** The columns of a batch move to the writer instead of being copied. */
const columnsOf = (batch: Batch | null): ArrayBuffer[] =>
  Object.values(batch ?? {}).flatMap(value =>
    ArrayBuffer.isView(value) ? (value.buffer as ArrayBuffer) : [],
  )

const KINDS = { FolderError, EngineError }

const errorOf = ({ name, message }: { name: string; message: string }): Error => {
  const Kind = KINDS[name as keyof typeof KINDS] ?? Error
  return new Kind(message)
}
