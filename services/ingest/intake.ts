import { type Batch, readingsIn } from '../adapters/log/index.ts'
import { createSorter } from './batches/sorter.ts'
import { type CheckDeps, faultOfRow, meterOf } from './check.ts'
import { type Fault, isFault } from './fault.ts'
import type { BookedReject } from './layout.ts'
import { lineReader } from './line-reader.ts'
import { type InputOptions, openInput } from './open-input.ts'
import { readingsOf } from './raw-rows.ts'
import { createRejectList } from './reject-list.ts'
import { countRejects, emptyResult, FORM_OF_ROW, type IntakeResult } from './tally.ts'
import type { Line } from './text/split-lines.ts'
import type { MeterFinder } from './validate.ts'

export interface IntakeOptions extends InputOptions {
  /** Ends the intake at the next block; what is whole by then is taken */
  readonly signal?: AbortSignal | undefined
}

export interface IntakeDeps {
  readonly meters: MeterFinder
  /** Takes a batch of good rows and the rejects beside them; both are durable when it resolves. */
  append(batch: Batch | null, rejects: readonly BookedReject[]): Promise<void>
  nowMs(): number
}

const REJECTS_PER_BATCH = 5_000

/**
 * Streams an input of any form, packing and encoding in: read, check, append, batch by batch; what a finished batch
 * held is durable even if the stream breaks off later. Throws ProblemError when the input cannot be read at all;
 * and what the stream or the signal throws, after appending all that was good before.
 */
export const takeIn = async (
  bytes: AsyncIterable<Uint8Array>,
  options: IntakeOptions,
  deps: IntakeDeps,
  onProgress: (result: Readonly<IntakeResult>) => void = () => {},
): Promise<IntakeResult> => {
  options.signal?.throwIfAborted()
  const input = await openInput(bytes, options, lineReader)
  const sorter = createSorter(input.profile)
  const rejects = createRejectList(input)
  const result = emptyResult(input)
  const append = async (batch: Batch | null): Promise<void> => {
    const turnedAway = rejects.take()
    const accepted = batch ? readingsIn(batch) : 0 // told before the batch moves to another thread
    await deps.append(batch, turnedAway)
    result.accepted += accepted
    result.encoding = input.source.encoding
    countRejects(result, turnedAway)
    onProgress(result)
  }
  let isFormOpen = input.header === null
  const turnAway = (line: Line, fault: Fault): undefined => {
    result.received++
    rejects.line(line, fault)
  }
  /** Answers the batch that the line filled. */
  const take = (line: Line, check: CheckDeps): Batch | undefined => {
    const row = input.read(line.text)
    if (isFault(row)) return turnAway(line, row)
    const meter = meterOf(row, check.meters)
    const fault = faultOfRow(row, meter, check)
    if (fault || !meter) return turnAway(line, fault!)
    if (isFormOpen) result.form = FORM_OF_ROW[row.kind]
    isFormOpen = false
    if (row.kind === 'day') {
      for (const bad of row.bad) rejects.point(line, row, bad)
      result.received += row.bad.length
    }
    const readings = readingsOf(row)
    result.received += readings
    return readings > 0 ? sorter.add(row, meter) : undefined
  }
  try {
    for await (const lines of input.lines) {
      options.signal?.throwIfAborted()
      const check = { meters: deps.meters, profile: input.profile, nowMs: deps.nowMs() }
      for (const line of lines) {
        const full = take(line, check)
        if (full) await append(full)
        else if (rejects.length >= REJECTS_PER_BATCH) await append(null)
      }
    }
  } finally {
    for (const batch of sorter.rest()) await append(batch)
    if (rejects.length > 0) await append(null)
  }
  result.encoding = input.source.encoding
  return result
}
