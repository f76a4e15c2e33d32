import { resolve } from 'node:path'
import { Context } from '../../schemas/context.ts'
import { ImportProfile } from '../../schemas/profile.ts'
import { openEmbeddedReader } from '../adapters/index.ts'
import type { Engine } from '../engine.ts'
import {
  type IntakeDeps,
  type IntakeResult,
  type ReadRegistry,
  readRegistry,
  takeIn,
} from '../ingest/index.ts'
import { createRegistryView } from '../registry/index.ts'
import { startWriter } from '../writer-client.ts'
import { writeCases, writeScores } from './backtest-output.ts'
import { CommandError } from './command-error.ts'
import { inputError, openInput, readBytes, readJson } from './input-file.ts'
import { showProgress } from './progress.ts'
import { makeScratchFolder } from './scratch-folder.ts'

export interface BacktestOptions {
  readonly meters: string
  readonly readings: string
  readonly context?: string
  /** File of an import profile, by which both inputs are understood */
  readonly profile?: string
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
  const context = options.context === undefined ? {} : readJson(options.context, Context, 'context.json')
  const profile =
    options.profile === undefined ? undefined : readJson(options.profile, ImportProfile, 'import profile')
  const { meters, faults } = await registryOf(options.meters, profile)
  const scratch = makeScratchFolder('backtest')
  const folder = scratch.path
  try {
    let failure: Error | undefined
    // Cases are opened once all is known, so that a period by meter ends in the same as one by time.
    const engine = await startWriter(
      { folder, durability: 'scratch', context, opening: 'when-asked' },
      error => {
        failure = error
      },
    )
    try {
      await engine.importRegistry(meters, { replace: false }, 'backtest')
      const intake = await replay(options.readings, profile, folder, engine)
      await engine.settle()
      // The period is over: what its readings did not close the clock has closed long ago.
      await engine.closeByClock(Date.now())
      await engine.settle()
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
const refuseSameFile = ({ meters, readings, context, profile, cases, scores }: BacktestOptions): void => {
  const paths = [meters, readings, context, profile, cases, scores].flatMap(path =>
    path === undefined ? [] : resolve(path),
  )
  const twice = paths.find((path, i) => paths.indexOf(path) !== i)
  if (twice !== undefined)
    throw new CommandError(`${twice} is named twice: each input and output needs a file of its own.`)
}

const registryOf = async (path: string, profile: ImportProfile | undefined): Promise<ReadRegistry> => {
  try {
    return await readRegistry(readBytes(path), profile)
  } catch (error) {
    throw inputError(path, error as Error)
  }
}

/** Parsing here and judging in the writer thread go on side by side: one batch is always under way. */
const replay = async (
  path: string,
  profile: ImportProfile | undefined,
  folder: string,
  engine: Engine,
): Promise<IntakeResult> => {
  const reader = openEmbeddedReader(folder)
  const meters = createRegistryView(reader.db)
  await meters.refresh()
  reader.close()
  const { size, bytes } = openInput(path)
  const progress = showProgress('Replaying', size)
  let underWay: Promise<void> = Promise.resolve()
  const append: IntakeDeps['append'] = async (batch, rejects) => {
    await underWay
    underWay = engine.append(batch, rejects, 'backtest')
  }
  try {
    const result = await takeIn(bytes, { profile }, { meters, append, nowMs: Date.now }, ({ received }) =>
      progress.update(bytes.bytesRead, `${received} readings`),
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
