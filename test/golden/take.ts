import type { Batch } from '../../services/adapters/log/index.ts'
import {
  type BookedReject,
  type IntakeOptions,
  type IntakeResult,
  type MeterFinder,
  takeIn,
} from '../../services/ingest/index.ts'

/** What an input gave before it ended: all of it, or, with an error, what was good before. */
export interface Taken {
  readonly batches: readonly Batch[]
  readonly rejects: readonly BookedReject[]
  readonly end: { readonly result: IntakeResult } | { readonly error: unknown }
}

/** Takes an input in and keeps in memory what the services would store. */
export const take = async (
  bytes: AsyncIterable<Uint8Array>,
  options: IntakeOptions,
  deps: { readonly meters: MeterFinder; nowMs(): number },
): Promise<Taken> => {
  const batches: Batch[] = []
  const rejects: BookedReject[] = []
  const append = async (batch: Batch | null, turnedAway: readonly BookedReject[]): Promise<void> => {
    if (batch) batches.push(batch)
    rejects.push(...turnedAway)
  }
  try {
    return { batches, rejects, end: { result: await takeIn(bytes, options, { ...deps, append }) } }
  } catch (error) {
    return { batches, rejects, end: { error } }
  }
}

/** Bytes in blocks; `size` tells how long the next one is. */
export async function* inBlocks(bytes: Uint8Array, size: () => number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; ) {
    const end = at + size()
    yield bytes.slice(at, end)
    at = end
  }
}
