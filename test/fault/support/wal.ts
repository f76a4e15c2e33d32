import {
  closeSync,
  existsSync,
  fstatSync,
  ftruncateSync,
  openSync,
  readSync,
  rmSync,
  writeSync,
} from 'node:fs'
import type { Random } from '../../detectors/support/random.ts'

// Byte places in the write-ahead log and in its index (-shm), from https://sqlite.org/walformat.html.
// Numbers of the log are big-endian, those of the index in the machine's order, little-endian wherever Node runs.
const WAL_HEADER = 32
const FRAME_HEADER = 24
const INDEX_HEADER = 48

/** How far the write-ahead log was written: which run of it, and how many frames of that run were committed. */
export interface WalPosition {
  /** Drawn anew whenever the log is begun anew from its first byte; hex */
  readonly salts: string
  readonly frames: number
}

/** How a power cut leaves what was not yet on the disk: a file too short, or of full length with anything in it. */
export interface Cut {
  /** Where it falls between the first byte that may be lost and the last one that counts, 0 to 1 */
  readonly share: number
  readonly tail: 'gone' | 'garbage' | 'zeroes'
}

/** Reads where the log of a database stands, without opening the database. Undefined when nobody can tell. */
export const walPosition = (database: string): WalPosition | undefined => {
  const index = indexOf(database)
  return index && { salts: index.salts, frames: index.frames }
}

/**
 * Cuts the log of a database that nobody has open as a power cut may, and answers how many bytes of committed or
 * half written frames went. `kept` is where the log stood when something was last acknowledged.
 *
 * The index shows a commit only after its frames were synced, so the frames up to `kept` are on the disk. What
 * may be lost is what came behind them, with two exceptions:
 * - The log has been begun anew since `kept` (other salts). That happens only when every frame of the run
 *   before had been copied to the main file and that file synced, so what was acknowledged is there, and this run
 *   may be lost from byte 0.
 * - A checkpoint of this run has begun. It syncs the log before it writes the first page to the main file, so a
 *   frame it may have copied cannot be lost. Without it the main file would be of two ages, which no power cut does.
 * Between drawing new salts in the index and writing them to the log the old run still stands in the file, wholly
 * copied: then, and when a kill left no whole index, it cannot be told what may go, and nothing goes.
 */
export const cutPower = (
  database: string,
  kept: WalPosition | undefined,
  { share, tail }: Cut,
  random: Random,
): number => {
  const index = indexOf(database)
  rmSync(`${database}-shm`, { force: true })
  if (!index || !existsSync(`${database}-wal`)) return 0
  const file = openSync(`${database}-wal`, 'r+')
  try {
    const log = readLog(file)
    if (log?.salts !== index.salts) return 0
    const solid = Math.max(index.copied, kept?.salts === log.salts ? kept.frames : 0)
    const from = Math.min(endOf(solid, log.pageBytes), log.end)
    const cutAt = from + Math.floor(share * (log.end - from))
    loseTail(file, cutAt, tail, random)
    return log.end - cutAt
  } finally {
    closeSync(file)
  }
}

interface Index extends WalPosition {
  /** Frames that a checkpoint copied to the main file, or may have */
  readonly copied: number
}

/** Its header stands there twice; a writer changes one after the other. */
const indexOf = (database: string): Index | undefined => {
  if (!existsSync(`${database}-shm`)) return undefined
  const file = openSync(`${database}-shm`, 'r')
  try {
    for (let tries = 0; tries < 1_000; tries++) {
      const header = bytesAt(file, 0, INDEX_HEADER)
      const isInitialized = header[12] === 1
      if (!isInitialized || !header.equals(bytesAt(file, INDEX_HEADER, INDEX_HEADER))) continue
      const copied = bytesAt(file, 128, 4).readUInt32LE() // nBackfillAttempted
      return { salts: header.toString('hex', 32, 40), frames: header.readUInt32LE(16), copied }
    }
    return undefined
  } finally {
    closeSync(file)
  }
}

/** Undefined when the log has no header yet. `end`: behind the last frame of this run; older ones may follow. */
const readLog = (file: number): { salts: string; pageBytes: number; end: number } | undefined => {
  const header = bytesAt(file, 0, WAL_HEADER)
  const pageBytes = header.readUInt32BE(8)
  if (pageBytes === 0) return undefined
  const salts = header.toString('hex', 16, 24)
  let frames = 0
  while (bytesAt(file, endOf(frames, pageBytes) || WAL_HEADER, FRAME_HEADER).toString('hex', 8, 16) === salts)
    frames++
  return { salts, pageBytes, end: Math.min(endOf(frames, pageBytes), fstatSync(file).size) }
}

/** Where the frames of a run end; the header counts only once there is a frame. */
const endOf = (frames: number, pageBytes: number): number =>
  frames === 0 ? 0 : WAL_HEADER + frames * (FRAME_HEADER + pageBytes)

/** Zeroes where the file is shorter. */
const bytesAt = (file: number, at: number, length: number): Buffer => {
  const bytes = Buffer.alloc(length)
  readSync(file, bytes, 0, length, at)
  return bytes
}

const loseTail = (file: number, cutAt: number, tail: Cut['tail'], random: Random): void => {
  const length = fstatSync(file).size - cutAt
  if (tail === 'gone') ftruncateSync(file, cutAt)
  else writeSync(file, tail === 'zeroes' ? Buffer.alloc(length) : garbage(length, random), 0, length, cutAt)
}

/** A piece of odd length over and over, so that no two frames hold the same of it. */
const garbage = (length: number, random: Random): Buffer =>
  length === 0
    ? Buffer.alloc(0)
    : Buffer.alloc(
        length,
        Buffer.from(Array.from({ length: 1_021 }, () => Math.floor(random.between(0, 256)))),
      )
