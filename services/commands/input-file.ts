import { accessSync, constants, createReadStream, type ReadStream, readFileSync, statSync } from 'node:fs'
import type { z } from 'zod'
import { GzipError } from '../ingest/index.ts'
import { CommandError } from './command-error.ts'

/** Small enough that a block's lines are gone before the next collection. */
const BLOCK_BYTES = 256 * 1024
/** Holds the first rows of any text, packed or not. */
const BEGINNING_BYTES = 1024 * 1024

/** An input file, read as a stream. */
export interface InputFile {
  /** Bytes on the disk */
  readonly size: number
  /** `bytesRead` tells how far it has come */
  readonly bytes: ReadStream
}

/** Opens a file. Throws CommandError when it cannot be read. */
export const openInput = (path: string): InputFile => {
  const size = sizeOf(path)
  return { size, bytes: createReadStream(path, { highWaterMark: BLOCK_BYTES }) }
}

/** As much of a file as tells what it is; a workbook tells that only whole. */
export const readBeginning = async (path: string): Promise<Uint8Array<ArrayBuffer>> => {
  sizeOf(path)
  const head = Buffer.concat(await createReadStream(path, { end: BEGINNING_BYTES - 1 }).toArray())
  return head.toString('latin1', 0, 2) === 'PK' ? readFileSync(path) : head
}

/** A small file whole. Throws CommandError when it cannot be read. */
export const readBytes = (path: string): Uint8Array<ArrayBuffer> => {
  sizeOf(path)
  return readFileSync(path)
}

/** A JSON file of a contract; `what` names the contract. Throws CommandError with a sentence. */
export const readJson = <T>(path: string, contract: z.ZodType<T>, what: string): T => {
  const wrong = (why: string) => new CommandError(`${path} is no ${what}: ${why}.`)
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(readBytes(path)))
  } catch (error) {
    throw error instanceof CommandError ? error : wrong('it is not JSON in UTF-8')
  }
  const result = contract.safeParse(value)
  if (result.success) return result.data
  const { path: place, message } = result.error.issues[0]!
  throw wrong(place.length > 0 ? `${place.join('.')}: ${message}` : message)
}

/** An error of reading an input, in one sentence. */
export const inputError = (path: string, error: Error): Error =>
  error instanceof GzipError
    ? new CommandError(
        `${path} ends in the middle or is damaged (${error.message}): all whole lines before that point were taken; get the file again and repeat.`,
      )
    : error

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
