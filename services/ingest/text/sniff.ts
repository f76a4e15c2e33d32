import { ProblemError } from '../../../schemas/problem.ts'

const HEAD_BYTES = 8

/** An input whose first bytes were looked at; `bytes` still holds all of them. */
export interface Sniffed {
  readonly kind: 'gzip' | 'xlsx' | 'text'
  readonly bytes: AsyncIterable<Uint8Array>
}

/**
 * Tells by its first bytes what an input is, whatever it is called; `isUnpacked`: it came out of a gzip.
 * Throws ProblemError for UTF-16, for workbooks of before 2007 and for a gzip inside a gzip.
 */
export const sniff = async (bytes: AsyncIterable<Uint8Array>, isUnpacked = false): Promise<Sniffed> => {
  const iterator = bytes[Symbol.asyncIterator]()
  let head = Buffer.alloc(0)
  while (head.length < HEAD_BYTES) {
    const next = await iterator.next()
    if (next.done) break
    head = Buffer.concat([head, next.value])
  }
  try {
    return { kind: kindOf(head, isUnpacked), bytes: withHead(head, iterator) }
  } catch (error) {
    await iterator.return?.()
    throw error
  }
}

const kindOf = (head: Buffer, isUnpacked: boolean): Sniffed['kind'] => {
  const startsWith = (hex: string): boolean => head.toString('hex').startsWith(hex)
  if (startsWith('1f8b')) {
    if (!isUnpacked) return 'gzip'
    throw new ProblemError('unsupported-media-type', 'This is a gzip inside a gzip: unpack it once.')
  }
  if (startsWith('504b0304')) return 'xlsx'
  if (startsWith('d0cf11e0')) {
    throw new ProblemError(
      'unsupported-media-type',
      'This is a workbook of before 2007 (.xls): save it as .xlsx or as CSV UTF-8.',
    )
  }
  if (startsWith('fffe') || startsWith('feff')) {
    throw new ProblemError(
      'unsupported-media-type',
      'This text is UTF-16 ("Unicode text"): save it as CSV UTF-8.',
    )
  }
  return 'text'
}

async function* withHead(head: Uint8Array, iterator: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    if (head.length > 0) yield head
    for (;;) {
      const next = await iterator.next()
      if (next.done) return
      yield next.value
    }
  } finally {
    await iterator.return?.()
  }
}
