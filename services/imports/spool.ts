import { createReadStream, type ReadStream } from 'node:fs'
import { mkdir, open, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { addAbortSignal, type Readable } from 'node:stream'
import { FolderError } from '../adapters/index.ts'

/** Small enough that a block's lines are gone before the next collection. */
const BLOCK_BYTES = 256 * 1024

/** The folder in which uploads lie until they are taken in, readable by the service's own user only. */
export interface Spool {
  /** Writes an upload; it is on the disk when this resolves. Answers its bytes. The signal ends the stream. */
  keep(id: string, bytes: Readable, signal: AbortSignal): Promise<number>
  read(id: string): ReadStream
  remove(id: string): Promise<void>
  /** Removes what belongs to none of these. */
  removeAllBut(ids: readonly string[]): Promise<void>
}

export const openSpool = async (folder: string): Promise<Spool> => {
  await mkdir(folder, { recursive: true, mode: 0o700 }).catch((error: NodeJS.ErrnoException) => {
    throw new FolderError(`Uploads cannot be kept in ${folder} (${error.code}): make it writable.`)
  })
  const pathOf = (id: string): string => join(folder, id)
  const remove = (id: string): Promise<void> => rm(pathOf(id), { force: true })
  return {
    async keep(id, bytes, signal) {
      addAbortSignal(signal, bytes)
      const file = await open(pathOf(id), 'wx', 0o600)
      try {
        // The stream stays open when a write fails, so that its sender can be told.
        await file.writeFile(bytes.iterator({ destroyOnReturn: false }))
        await file.sync()
        await syncFolder(folder)
        return (await file.stat()).size
      } finally {
        bytes.resume()
        await file.close()
      }
    },
    read: id => createReadStream(pathOf(id), { highWaterMark: BLOCK_BYTES }),
    remove,
    async removeAllBut(ids) {
      for (const id of await readdir(folder)) if (!ids.includes(id)) await remove(id)
    },
  }
}

/** Makes a new name in the folder durable; Windows does so with the file. */
const syncFolder = async (folder: string): Promise<void> => {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
