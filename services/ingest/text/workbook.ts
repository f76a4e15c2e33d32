import { on } from 'node:events'
import { Worker } from 'node:worker_threads'
import { ProblemError } from '../../../schemas/problem.ts'
import type { Line } from './split-lines.ts'
import type { WorkbookData } from './workbook-thread.ts'
import { unpackedXmlBytes } from './zip-size.ts'

const PACKED_MB = 64
/** A full sheet of 1,048,576 rows and four columns is about 150 MB. */
const UNPACKED_MB = 256
/** What a few bytes of a malicious sheet can ask for is bounded by this alone. */
const HEAP_MB = 1_024
const MB = 1024 * 1024

/**
 * The rows of the first sheet of an XLSX workbook that holds any, as CSV lines with `delimiter`. A thread of its own
 * reads it, for that takes seconds and memory. Throws ProblemError when it is damaged or too large.
 */
export async function* workbookLines(
  bytes: AsyncIterable<Uint8Array>,
  delimiter: string,
): AsyncGenerator<Line[]> {
  const packed = await gather(bytes)
  const unpacked = unpackedXmlBytes(packed)
  if (unpacked === undefined) throw damaged('its end is missing')
  if (unpacked > UNPACKED_MB * MB) throw tooLarge(`holds over ${UNPACKED_MB} MB`)
  const workerData: WorkbookData = { packed: packed.buffer, delimiter }
  const worker = new Worker(new URL('./workbook-thread.ts', import.meta.url), {
    workerData,
    transferList: [workerData.packed],
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
  })
  try {
    for await (const [lines] of on(worker, 'message', { close: ['exit'] })) yield lines as Line[]
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    throw code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooLarge('holds too many cells') : damaged(message)
  } finally {
    await worker.terminate()
  }
}

const gather = async (bytes: AsyncIterable<Uint8Array>): Promise<Buffer<ArrayBuffer>> => {
  const blocks: Uint8Array[] = []
  let length = 0
  for await (const block of bytes) {
    length += block.length
    if (length > PACKED_MB * MB) throw tooLarge(`is over ${PACKED_MB} MB`)
    blocks.push(block)
  }
  const whole = Buffer.from(new ArrayBuffer(length)) // of its own, so that it can move to the thread
  let at = 0
  for (const block of blocks) {
    whole.set(block, at)
    at += block.length
  }
  return whole
}

const tooLarge = (what: string): ProblemError =>
  new ProblemError('too-large', `The workbook ${what}: save the sheet as CSV UTF-8.`)

const damaged = (why: string): ProblemError =>
  new ProblemError(
    'bad-request',
    `The workbook cannot be read (${why.replace(/\.$/, '')}): save it anew, or as CSV UTF-8.`,
  )
