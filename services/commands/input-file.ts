import { accessSync, constants, createReadStream, readFileSync, statSync } from 'node:fs'
import { decodeUtf8, GzipError, gunzip } from '../ingest/index.ts'
import { CommandError } from './command-error.ts'

/** Small enough that a block's lines are gone before the next collection. */
const BLOCK_BYTES = 256 * 1024

/** An input file, read as a stream; `.gz` is unpacked on the way. */
export interface InputFile {
  /** Bytes on the disk */
  readonly size: number
  readonly bytes: AsyncIterable<Uint8Array>
  /** Bytes of the disk read so far */
  read(): number
}

/** Opens a file. Throws CommandError when it cannot be read. */
export const openInput = (path: string): InputFile => {
  const size = sizeOf(path)
  const file = createReadStream(path, { highWaterMark: BLOCK_BYTES })
  return { size, bytes: path.endsWith('.gz') ? gunzip(file) : file, read: () => file.bytesRead }
}

/** A small text file whole. Throws CommandError when it cannot be read, ProblemError when it is not UTF-8. */
export const readInput = (path: string): string => {
  sizeOf(path)
  return decodeUtf8(readFileSync(path))
}

/** An error of reading an input, in one sentence. */
export const inputError = (path: string, error: Error): Error => {
  if (!(error instanceof GzipError)) return error
  if (!error.isGzip) return new CommandError(`${path} is no gzip file.`)
  return new CommandError(
    `${path} ends in the middle or is damaged (${error.message}): all whole lines before that point were taken; get the file again and repeat.`,
  )
}

const sizeOf = (path: string): number => {
  try {
    accessSync(path, constants.R_OK)
    const found = statSync(path)
    if (found.isDirectory()) throw Object.assign(new Error('a folder'), { code: 'EISDIR' })
    return found.size
  } catch (error) {
    throw new CommandError(`${path} cannot be read (${(error as NodeJS.ErrnoException).code}).`)
  }
}
