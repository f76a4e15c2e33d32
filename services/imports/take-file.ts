import type { ReadStream } from 'node:fs'
import { ProblemError } from '../../schemas/problem.ts'
import type { Batch } from '../adapters/log/index.ts'
import { type BookedReject, GzipError, type MeterFinder, takeIn } from '../ingest/index.ts'
import type { Lane } from '../work/index.ts'
import type { Job } from './jobs.ts'
import type { ImportChange, Reached } from './record-job.ts'

/** Why an import that is under way is told to stop. */
export const CANCELLED = new Error('the import was cancelled')
export const CLOSING = new Error('the service is stopping')

export interface TakeFileDeps {
  readonly engine: {
    append(batch: Batch | null, rejects: readonly BookedReject[], source: string, lane: Lane): Promise<void>
  }
  readonly meters: MeterFinder
  readonly nowMs: () => number
  readonly log: { error(context: object, sentence: string): void }
}

/**
 * Takes in the file of an import; answers what the import moves on to. Told to stop it ends between two batches, and
 * what was taken stays: taking it in again changes nothing.
 */
export const takeFile = async (
  { id, options: { profile, profileName, backfill } }: Job,
  file: ReadStream,
  { engine, meters, nowMs, log }: TakeFileDeps,
  signal: AbortSignal,
  onProgress: (reached: Reached) => void,
): Promise<ImportChange> => {
  const lane = backfill ? 'backfill' : 'bulk'
  let reached: Reached | undefined
  const end = (change: ImportChange): ImportChange => ({
    ...change,
    endedAtMs: nowMs(),
    ...(reached ? { reached } : {}),
  })
  try {
    const result = await takeIn(
      file,
      // Without a profile of the user's choice unknown columns are refused.
      { profile: profileName === null ? undefined : profile, signal },
      { meters, append: (batch, rejects) => engine.append(batch, rejects, `import:${id}`, lane), nowMs },
      soFar => {
        reached = { ...soFar, bytesRead: file.bytesRead }
        onProgress(reached)
      },
    )
    reached = { ...result, bytesRead: file.bytesRead }
    return end({ state: 'done' })
  } catch (error) {
    if (signal.reason === CLOSING) return { state: 'waiting', startedAtMs: null }
    if (signal.aborted) return end({ state: 'cancelled' })
    return end({ state: 'failed', problem: problemOf(id, error as NodeJS.ErrnoException, log) })
  } finally {
    file.destroy()
  }
}

const problemOf = (id: string, error: NodeJS.ErrnoException, log: TakeFileDeps['log']): string => {
  if (error instanceof ProblemError) return error.message
  if (error instanceof GzipError) {
    return `The file ends in the middle or is damaged (${error.message}): all whole lines before that point were taken; get the file again and repeat.`
  }
  log.error({ err: error, import: id }, 'An import failed.')
  return error.code === 'ENOENT'
    ? 'The uploaded file is gone from the data folder: send it again.'
    : 'Something went wrong here, and its cause is in the log of the service: send the file again.'
}
