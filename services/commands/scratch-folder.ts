import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A folder that is removed when told to, and at the latest when the process exits. */
export interface ScratchFolder {
  readonly path: string
  remove(): void
  /** From now on the folder stays. */
  keep(): void
}

export const makeScratchFolder = (purpose: string): ScratchFolder => {
  const path = mkdtempSync(join(tmpdir(), `dianshao-${purpose}-`))
  const remove = (): void => {
    process.off('exit', remove)
    rmSync(path, { recursive: true, force: true })
  }
  process.on('exit', remove)
  return { path, remove, keep: () => process.off('exit', remove) }
}
