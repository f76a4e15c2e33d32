import { on } from 'node:events'
import { Worker } from 'node:worker_threads'
import { packedWorkbook, workbookProblem } from '../text/packed-workbook.ts'
import type { Sheet, SheetCell } from './sheet.ts'
import type { SheetData } from './sheet-thread.ts'

/** 50,000 rows of twenty filled columns are about 60 MB. */
const LIMITS = { packedMb: 16, unpackedMb: 128 }
const HEAP_MB = 512

type Message = { readonly rows: SheetCell[][] } | Pick<Sheet, 'odd' | 'merged' | 'others'>

/** The first filled sheet of an XLSX workbook. Throws ProblemError when it is damaged or too large. */
export const readWorkbookSheet = async (bytes: AsyncIterable<Uint8Array>): Promise<Sheet> => {
  const workerData: SheetData = { packed: await packedWorkbook(bytes, LIMITS) }
  const worker = new Worker(new URL('./sheet-thread.ts', import.meta.url), {
    workerData,
    transferList: [workerData.packed],
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
  })
  const rows: SheetCell[][] = []
  let marks: Pick<Sheet, 'odd' | 'merged' | 'others'> = { odd: [], merged: [], others: [] }
  try {
    for await (const [message] of on(worker, 'message', { close: ['exit'] })) {
      const told = message as Message
      if ('rows' in told) for (const row of told.rows) rows.push(row)
      else marks = told
    }
  } catch (error) {
    throw workbookProblem(error as Error)
  } finally {
    await worker.terminate()
  }
  return { isTyped: true, rows, ...marks }
}
