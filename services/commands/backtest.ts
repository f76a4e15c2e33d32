import { resolve } from 'node:path'
import { writeCases, writeScores } from './backtest-output.ts'
import { CommandError } from './command-error.ts'
import { type ReplayCounts, type ReplayOptions, replayed } from './replay.ts'

export interface BacktestOptions extends ReplayOptions {
  readonly cases: string
  readonly scores: string
}

/** What a backtest did. */
export interface BacktestResult extends ReplayCounts {
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
  return replayed('backtest', options, async ({ db }, counts) => {
    await writeScores(db, options.scores)
    const charges = await writeCases(db, options.cases)
    return { ...counts, charges, seconds: (performance.now() - startedMs) / 1000 }
  })
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
