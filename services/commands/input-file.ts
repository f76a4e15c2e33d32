import { createReadStream, readFileSync, statSync } from 'node:fs'
import { gunzip } from '../ingest/index.ts'
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

/** A small text file whole. Throws CommandError when it cannot be read. */
export const readInput = (path: string): string => {
  sizeOf(path)
  return readFileSync(path, 'utf8')
}

/** An error of reading an input, in one sentence. */
export const inputError = (path: string, error: Error & { code?: string }): Error =>
  error.code?.startsWith('Z_')
    ? new CommandError(
        `${path} ends in the middle or is damaged (${error.message}): all whole lines before that point were taken; get the file again and repeat.`,
      )
    : error

const sizeOf = (path: string): number => {
  try {
    const { size } = statSync(path)
    return size
  } catch (error) {
    throw new CommandError(`${path} cannot be read (${(error as NodeJS.ErrnoException).code}).`)
  }
}
