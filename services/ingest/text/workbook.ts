import { on } from 'node:events'
import { Worker } from 'node:worker_threads'
import { ProblemError } from '../../../schemas/problem.ts'
import { gather } from './gather.ts'
import type { Line } from './split-lines.ts'
import type { WorkbookData } from './workbook-thread.ts'
import { type ZipEntry, zipEntries } from './zip-directory.ts'

const PACKED_MB = 64
/** A full sheet of 1,048,576 rows and four columns is about 150 MB. */
const UNPACKED_MB = 256
/** The thread looks at the places of cells before it makes a table of them; this bounds what is left. */
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
  const packed = await gather(bytes, PACKED_MB * MB, () => tooLarge(`is over ${PACKED_MB} MB`))
  const entries = zipEntries(packed)
  if (!entries) throw damaged('its end is missing')
  if (unpackedXmlBytes(entries) > UNPACKED_MB * MB) throw tooLarge(`holds over ${UNPACKED_MB} MB`)
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

const unpackedXmlBytes = (entries: readonly ZipEntry[]): number =>
  entries.filter(({ name }) => /\.xml(\.rels)?$/.test(name)).reduce((sum, { size }) => sum + size, 0)

const tooLarge = (what: string): ProblemError =>
  new ProblemError('too-large', `The workbook ${what}: save the sheet as CSV UTF-8.`)

const damaged = (why: string): ProblemError =>
  new ProblemError(
    'bad-request',
    `The workbook cannot be read (${why.replace(/\.$/, '')}): save it anew, or as CSV UTF-8.`,
  )
