import type { Reject } from '../../schemas/outcome.ts'
import { ProblemError } from '../../schemas/problem.ts'
import type { ReadingBatch } from '../adapters/log/index.ts'
import { createBatchBuilder } from './batch-builder.ts'
import { type Fault, fault, isFault } from './raw-reading.ts'
import { createRowReader, type RowReader } from './readings-csv.ts'
import { readNdjsonLine } from './readings-ndjson.ts'
import { type Line, splitLines } from './split-lines.ts'
import { NOT_UTF8 } from './utf8.ts'
import { type FindMeter, faultOfReading } from './validate.ts'

const notUtf8 = fault('malformed', 'The line is not UTF-8 (GB18030 perhaps): save the file as UTF-8.')

/** Takes a batch of good readings and the rejects beside them; both are durable when it resolves. */
export type Append = (batch: ReadingBatch, rejects: readonly Reject[]) => Promise<void>

export interface IntakeDeps {
  readonly find: FindMeter
  readonly append: Append
  readonly nowMs: () => number
}

/** What became of an input: every line is either accepted or rejected. */
export interface IntakeResult {
  received: number
  accepted: number
  rejected: number
  byReason: Record<string, number>
  /** The first rejects, for a person to look at; all are in the reject book. */
  firstRejects: Reject[]
}

export const READINGS_PER_BATCH = 20_000
const REJECTS_PER_BATCH = 5_000
const REJECTS_SHOWN = 50
const RAW_AT_MOST = 1_000

/**
 * Streams readings in: parse, validate, append, batch by batch; what a finished batch held is durable even if
 * the stream breaks off later. Throws what the stream throws, after appending all good readings before the break.
 */
export const takeIn = async (
  bytes: AsyncIterable<Uint8Array>,
  form: 'csv' | 'ndjson',
  deps: IntakeDeps,
  onProgress: (result: Readonly<IntakeResult>) => void = () => {},
): Promise<IntakeResult> => {
  const result: IntakeResult = { received: 0, accepted: 0, rejected: 0, byReason: {}, firstRejects: [] }
  const builder = createBatchBuilder(READINGS_PER_BATCH)
  let rejects: Reject[] = []
  let read: RowReader | undefined = form === 'ndjson' ? readNdjsonLine : undefined

  const flush = async () => {
    if (builder.length === 0 && rejects.length === 0) return
    const batch = builder.take()
    const turnedAway = rejects
    rejects = []
    const accepted = batch.atMs.length // told before the batch moves to another thread
    await deps.append(batch, turnedAway)
    result.accepted += accepted
    countRejects(result, turnedAway)
    onProgress(result)
  }
  const reject = (line: Line, fault: Fault): void => {
    rejects.push({ ...fault, line: line.number, raw: copyOf(line.text.slice(0, RAW_AT_MOST)) })
  }
  const takeLine = (line: Line, nowMs: number) => {
    if (!read) {
      read = createRowReader(line.text)
      return
    }
    result.received++
    const reading = line.text.includes(NOT_UTF8) ? notUtf8 : read(line.text)
    if (isFault(reading)) return reject(line, reading)
    const meter = deps.find(reading.meterId)
    const fault = faultOfReading(reading, meter, nowMs)
    if (fault) reject(line, fault)
    else builder.add(reading, meter!.intervalMinutes)
  }
  try {
    for await (const lines of splitLines(bytes)) {
      const nowMs = deps.nowMs()
      for (const line of lines) {
        takeLine(line, nowMs)
        if (builder.length === READINGS_PER_BATCH || rejects.length === REJECTS_PER_BATCH) await flush()
      }
    }
  } finally {
    await flush()
  }
  if (!read)
    throw new ProblemError('bad-columns', 'The input is empty: its first line must name the columns.')
  return result
}

/** A slice would keep the whole block it was cut from. */
const copyOf = (text: string): string => Buffer.from(text).toString()

const countRejects = (result: IntakeResult, rejects: readonly Reject[]): void => {
  result.rejected += rejects.length
  for (const reject of rejects) {
    result.byReason[reject.reason] = (result.byReason[reject.reason] ?? 0) + 1
    if (result.firstRejects.length < REJECTS_SHOWN) result.firstRejects.push(reject)
  }
}
