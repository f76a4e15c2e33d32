import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

export const makeFolder = (): string => mkdtempSync(join(tmpdir(), 'dianshao-folder-'))

export const removeFolder = (folder: string): void => rmSync(folder, { recursive: true, force: true })

/** A folder of the running test, removed when it ends. */
export const testFolder = (): string => {
  const folder = makeFolder()
  onTestFinished(() => removeFolder(folder))
  return folder
}
