import { ProblemError } from '../../../schemas/problem.ts'
import { gather } from './gather.ts'
import { type ZipEntry, zipEntries } from './zip-directory.ts'

const MB = 1024 * 1024

/** The bytes of a workbook, whole. Throws ProblemError when they are too many, packed or unpacked, or no whole zip. */
export const packedWorkbook = async (
  bytes: AsyncIterable<Uint8Array>,
  { packedMb, unpackedMb }: { readonly packedMb: number; readonly unpackedMb: number },
): Promise<ArrayBuffer> => {
  const packed = await gather(bytes, packedMb * MB, () => tooLarge(`is over ${packedMb} MB`))
  const entries = zipEntries(packed)
  if (!entries) throw damaged('its end is missing')
  if (unpackedXmlBytes(entries) > unpackedMb * MB) throw tooLarge(`holds over ${unpackedMb} MB`)
  return packed.buffer
}

/** What went wrong in the thread that reads a workbook, as an answer. */
export const workbookProblem = ({ code, message }: NodeJS.ErrnoException): ProblemError =>
  code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooLarge('holds too many cells') : damaged(message)

const unpackedXmlBytes = (entries: readonly ZipEntry[]): number =>
  entries.filter(({ name }) => /\.xml(\.rels)?$/.test(name)).reduce((sum, { size }) => sum + size, 0)

const tooLarge = (what: string): ProblemError =>
  new ProblemError('too-large', `The workbook ${what}: save the sheet as CSV UTF-8.`)

const damaged = (why: string): ProblemError =>
  new ProblemError(
    'bad-request',
    `The workbook cannot be read (${why.replace(/\.$/, '')}): save it anew, or as CSV UTF-8.`,
  )
