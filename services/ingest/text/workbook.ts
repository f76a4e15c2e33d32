import { on } from 'node:events'
import { Worker } from 'node:worker_threads'
import { packedWorkbook, workbookProblem } from './packed-workbook.ts'
import type { Line } from './split-lines.ts'
import type { WorkbookData } from './workbook-thread.ts'

const PACKED_MB = 64
/** A full sheet of 1,048,576 rows and four columns is about 150 MB. */
const UNPACKED_MB = 256
/** The thread looks at the places of cells before it makes a table of them; this bounds what is left. */
const HEAP_MB = 1_024

/**
 * The rows of the first sheet of an XLSX workbook that holds any, as CSV lines with `delimiter`. A thread of its own
 * reads it, for that takes seconds and memory. Throws ProblemError when it is damaged or too large.
 */
export async function* workbookLines(
  bytes: AsyncIterable<Uint8Array>,
  delimiter: string,
): AsyncGenerator<Line[]> {
  const packed = await packedWorkbook(bytes, { packedMb: PACKED_MB, unpackedMb: UNPACKED_MB })
  const workerData: WorkbookData = { packed, delimiter }
  const worker = new Worker(new URL('./workbook-thread.ts', import.meta.url), {
    workerData,
    transferList: [workerData.packed],
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
  })
  try {
    for await (const [lines] of on(worker, 'message', { close: ['exit'] })) yield lines as Line[]
  } catch (error) {
    throw workbookProblem(error as Error)
  } finally {
    await worker.terminate()
  }
}
