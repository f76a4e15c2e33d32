import { resolve } from 'node:path'
import { Context } from '../../schemas/context.ts'
import { openEmbeddedReader } from '../adapters/index.ts'
import type { ReadingBatch } from '../adapters/log/index.ts'
import type { Engine } from '../engine.ts'
import { createRegistryView, type IntakeResult, readRegistryCsv, takeIn } from '../ingest/index.ts'
import { startWriter } from '../writer-client.ts'
import { writeCases, writeScores } from './backtest-output.ts'
import { CommandError } from './command-error.ts'
import { inputError, openInput, readInput } from './input-file.ts'
import { showProgress } from './progress.ts'
import { makeScratchFolder } from './scratch-folder.ts'

export interface BacktestOptions {
  readonly meters: string
  readonly readings: string
  readonly context?: string
  readonly cases: string
  readonly scores: string
}

/** What a backtest did. */
export interface BacktestResult {
  readonly intake: IntakeResult
  readonly registryFaults: number
  readonly charges: number
  readonly seconds: number
}

/**
 * Replays a period through the same intake, log and pipeline as the live service, on a scratch folder that is
 * removed afterwards, and writes the charges of opened cases and the highest score of every meter as NDJSON.
 * Throws CommandError with a sentence.
 */
export const backtest = async (options: BacktestOptions): Promise<BacktestResult> => {
  const startedMs = performance.now()
  refuseSameFile(options)
  const context = options.context === undefined ? {} : readContext(options.context)
  const { meters, faults } = readRegistryCsv(readInput(options.meters))
  const scratch = makeScratchFolder('backtest')
  const folder = scratch.path
  try {
    let failure: Error | undefined
    const engine = await startWriter({ folder, durability: 'scratch', context }, error => {
      failure = error
    })
    try {
      await engine.importRegistry(meters)
      const intake = await replay(options.readings, folder, engine)
      await engine.settle()
      // The period is over: what its readings did not close the clock has closed long ago.
      await engine.closeByClock(Date.now())
      if (failure) throw failure
      const charges = await writeOut(folder, options)
      return {
        intake,
        registryFaults: faults.length,
        charges,
        seconds: (performance.now() - startedMs) / 1000,
      }
    } finally {
      await engine.close().catch(() => {})
    }
  } finally {
    scratch.remove()
  }
}

/** An output must not overwrite an input or the other output. */
const refuseSameFile = ({ meters, readings, context, cases, scores }: BacktestOptions): void => {
  const paths = [meters, readings, ...(context === undefined ? [] : [context]), cases, scores].map(path =>
    resolve(path),
  )
  const twice = paths.find((path, i) => paths.indexOf(path) !== i)
  if (twice !== undefined)
    throw new CommandError(`${twice} is named twice: each input and output needs a file of its own.`)
}

const readContext = (path: string): Context => {
  const wrong = (why: string) => new CommandError(`${path} is no context.json: ${why}.`)
  let value: unknown
  try {
    value = JSON.parse(readInput(path))
  } catch (error) {
    throw error instanceof CommandError ? error : wrong('it is not JSON')
  }
  const result = Context.safeParse(value)
  if (result.success) return result.data
  const { path: place, message } = result.error.issues[0]!
  throw wrong(`${place.join('.')}: ${message}`)
}

/** Parsing here and judging in the writer thread go on side by side: one batch is always under way. */
const replay = async (path: string, folder: string, engine: Engine): Promise<IntakeResult> => {
  const reader = openEmbeddedReader(folder)
  const registry = createRegistryView(reader.db)
  await registry.refresh()
  reader.close()
  const input = openInput(path)
  const progress = showProgress('Replaying', input.size)
  let underWay: Promise<void> = Promise.resolve()
  const append = async (batch: ReadingBatch, rejects: Parameters<Engine['append']>[1]): Promise<void> => {
    await underWay
    underWay = engine.append(batch, rejects, 'backtest')
  }
  try {
    const deps = { find: registry.find, append, nowMs: Date.now }
    const result = await takeIn(input.bytes, 'csv', deps, ({ received }) =>
      progress.update(input.read(), `${received} readings`),
    )
    await underWay
    return result
  } catch (error) {
    throw inputError(path, error as Error)
  } finally {
    progress.stop()
  }
}

const writeOut = async (folder: string, { cases, scores }: BacktestOptions): Promise<number> => {
  const reader = openEmbeddedReader(folder)
  try {
    await writeScores(reader.db, scores)
    return await writeCases(reader.db, cases)
  } finally {
    reader.close()
  }
}
