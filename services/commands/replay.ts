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
import { inputError, openInput, readBytes, readJson } from './input-file.ts'
import { showProgress } from './progress.ts'
import { makeScratchFolder } from './scratch-folder.ts'

export interface ReplayOptions {
  readonly meters: string
  readonly readings: string
  readonly context?: string
  /** File of an import profile, by which both inputs are understood */
  readonly profile?: string
}

/** What was taken in. */
export interface ReplayCounts {
  readonly intake: IntakeResult
  readonly registryFaults: number
}

/**
 * Replays a period through the same intake, log and pipeline as the live service, on a scratch folder that is removed
 * afterwards, and answers what `read` makes of it. Throws CommandError with a sentence.
 */
export const replayed = async <T>(
  purpose: string,
  options: ReplayOptions,
  read: (reader: ReturnType<typeof openEmbeddedReader>, counts: ReplayCounts) => Promise<T>,
): Promise<T> => {
  const context = options.context === undefined ? {} : readJson(options.context, Context, 'context.json')
  const profile =
    options.profile === undefined ? undefined : readJson(options.profile, ImportProfile, 'import profile')
  const { meters, faults } = await registryOf(options.meters, profile)
  const scratch = makeScratchFolder(purpose)
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
      await engine.importRegistry(meters, { replace: false }, purpose)
      const intake = await replay(options.readings, profile, folder, engine, purpose)
      await engine.settle()
      // The period is over: what its readings did not close the clock has closed long ago.
      await engine.closeByClock(Date.now())
      await engine.settle()
      if (failure) throw failure
      const reader = openEmbeddedReader(folder)
      try {
        return await read(reader, { intake, registryFaults: faults.length })
      } finally {
        reader.close()
      }
    } finally {
      await engine.close().catch(() => {})
    }
  } finally {
    scratch.remove()
  }
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
  purpose: string,
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
    underWay = engine.append(batch, rejects, purpose)
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
