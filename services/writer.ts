import { parentPort, workerData } from 'node:worker_threads'
import type { Config } from '../schemas/config.ts'
import type { Context } from '../schemas/context.ts'
import { openEmbedded, openEngines } from './adapters/index.ts'
import type { Durability } from './adapters/store/index.ts'
import { createEngine, createSharedEngine, type Engine } from './engine.ts'
import { createLog } from './log.ts'
import { LANES, type Opening } from './work/index.ts'

/** The thread that writes, embedded as the only one: it runs the engine and answers calls to it. */

export interface WriterData {
  readonly folder: string
  readonly durability: Durability
  readonly context?: Context | undefined
  readonly opening?: Opening | undefined
}

/** On the servers that a configuration names: the same engine, beside those of other processes. */
export interface SharedWriterData {
  readonly config: Config
}

export interface Call {
  readonly id: number
  readonly name: keyof Engine
  readonly args: unknown[]
}

/** `error` is a sentence when the folder cannot be used, else a stack. */
export type Answer =
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly error: { readonly name: string; readonly message: string } }

/** The id of the answer that tells that the engine is ready, or why not. */
export const READY = 0

const port = parentPort!

const embeddedEngine = async ({ folder, durability, context, opening }: WriterData): Promise<Engine> =>
  createEngine({
    ports: await openEmbedded(folder, durability),
    context,
    opening,
    nowMs: Date.now,
    // Thrown outside any call it ends the thread, and with it the process: crash-only.
    onFatal: error =>
      setImmediate(() => {
        throw error
      }),
  })

const sharedEngine = async ({ config }: SharedWriterData): Promise<Engine> => {
  const logger = createLog(config.DIANSHAO_LOG_LEVEL)
  return createSharedEngine({
    ports: await openEngines(config, { judgeLane: LANES.backfill, logger }),
    works: config.DIANSHAO_ROLES.includes('process'),
    lingerMs: config.DIANSHAO_LINGER_MS,
    nowMs: Date.now,
    logger,
  })
}

const serve = async (data: WriterData | SharedWriterData): Promise<void> => {
  const engine = await ('config' in data ? sharedEngine(data) : embeddedEngine(data))
  port.on('message', async ({ id, name, args }: Call) => {
    const method = engine[name] as (...given: unknown[]) => Promise<unknown>
    await answer(id, method(...args))
    if (name === 'close') port.close()
  })
  port.postMessage({ id: READY, result: null } satisfies Answer)
}

const answer = async (id: number, promise: Promise<unknown>): Promise<void> => {
  try {
    port.postMessage({ id, result: await promise } satisfies Answer)
  } catch (error) {
    const { name, message } = error as Error
    port.postMessage({ id, error: { name, message } } satisfies Answer)
  }
}

await serve(workerData as WriterData | SharedWriterData).catch((error: Error) => {
  // Stays until it is terminated, so that the thread's end does not overtake what it has to say.
  port.on('message', () => {})
  port.postMessage({ id: READY, error: { name: error.name, message: error.message } } satisfies Answer)
})
