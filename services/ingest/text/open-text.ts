import { decodeText } from './decode-text.ts'
import { gunzip } from './gunzip.ts'
import { type Sniffed, sniff } from './sniff.ts'
import type { Encoding, Packing, Source } from './source.ts'
import { splitLines } from './split-lines.ts'
import { wholeLines } from './whole-lines.ts'
import { workbookLines } from './workbook.ts'

/**
 * Opens an input of whatever packing and encoding: text (UTF-8 or GB18030), gzip of it, or an XLSX workbook, whose
 * rows become CSV lines with `delimiter`. Throws ProblemError for what cannot be read here; the lines throw
 * GzipError where a gzip is cut or damaged, after all that was readable.
 */
export const openText = async (bytes: AsyncIterable<Uint8Array>, delimiter: string): Promise<Source> => {
  const outer = await sniff(bytes)
  if (outer.kind !== 'gzip') return open(outer, null, delimiter)
  return open(await sniff(gunzip(outer.bytes), true), 'gzip', delimiter)
}

const open = ({ kind, bytes }: Sniffed, packed: Packing, delimiter: string): Source => {
  if (kind === 'xlsx') return { packed: 'xlsx', encoding: 'utf-8', lines: workbookLines(bytes, delimiter) }
  let encoding: Encoding = 'ascii'
  const texts = decodeText(wholeLines(bytes), found => {
    encoding = found
  })
  return {
    packed,
    get encoding() {
      return encoding
    },
    lines: splitLines(texts),
  }
}
