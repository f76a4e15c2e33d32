import { onTestFinished } from 'vitest'
import {
  type EmbeddedReader,
  openEmbedded,
  openEmbeddedReader,
  type Ports,
} from '../../services/adapters/index.ts'
import { testFolder } from '../support/folder.ts'

/** The embedded stores on a folder of the running test, with a reader beside them. */
export interface Embedded {
  readonly folder: string
  readonly ports: Ports
  readonly reader: EmbeddedReader
  reopen(): Promise<Ports>
  close(): Promise<void>
}

export const testEmbedded = async (): Promise<Embedded> => {
  const folder = testFolder()
  const ports = await openEmbedded(folder, 'durable')
  const reader = openEmbeddedReader(folder)
  let open: Ports | undefined = ports
  const close = async (): Promise<void> => {
    const closing = open
    open = undefined
    await closing?.close()
  }
  onTestFinished(async () => {
    reader.close()
    await close()
  })
  return {
    folder,
    ports,
    reader,
    close,
    async reopen() {
      await close()
      open = await openEmbedded(folder, 'durable')
      return open
    },
  }
}
