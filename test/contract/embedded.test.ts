import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { StoredDay } from '../../services/adapters/history/index.ts'
import { FolderError, openEmbedded } from '../../services/adapters/index.ts'
import { testFolder } from '../support/folder.ts'
import { batchOf, MARK, MONDAY, sample } from '../support/readings.ts'
import { testEmbedded } from './embedded.ts'

const SENTENCE = /^[^\n]+\.$/

const openInAnotherProcess = (folder: string) => {
  const adapters = new URL('../../services/adapters/index.ts', import.meta.url).href
  const script = `const { openEmbedded } = await import(${JSON.stringify(adapters)})
    await openEmbedded(${JSON.stringify(folder)}, 'durable').then(
      ports => { console.log('opened'); return ports.close() }, error => console.log(error.name))`
  const { stdout } = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', '--input-type=module', '-e', script],
    { encoding: 'utf8' },
  )
  return stdout.trim()
}

const refusalOf = async (folder: string): Promise<Error> => {
  try {
    const ports = await openEmbedded(folder, 'durable')
    await ports.close()
  } catch (error) {
    return error as Error
  }
  throw new Error('the folder was opened')
}

describe('a data folder', () => {
  it('belongs to who opened it first, in one process', async () => {
    const { folder } = await testEmbedded()
    const refusal = await refusalOf(folder)
    expect(refusal).toBeInstanceOf(FolderError)
    expect(refusal.message).toMatch(SENTENCE)
    expect(refusal.message).toContain(folder)
  })

  it('belongs to one process until that lets it go', async () => {
    const { folder, close } = await testEmbedded()
    expect(openInAnotherProcess(folder)).toBe('FolderError')
    await close()
    expect(openInAnotherProcess(folder)).toBe('opened')
    await openEmbedded(folder, 'durable').then(again => again.close())
  })

  it('is still its owner’s after others were refused', async () => {
    const { folder, ports } = await testEmbedded()
    await refusalOf(folder)
    expect(openInAnotherProcess(folder)).toBe('FolderError')
    await ports.store.transact(() => ports.log.append(0, batchOf([sample(MONDAY, 0, 1)])))
    expect(await ports.log.backlog()).toBe(1)
    expect(openInAnotherProcess(folder)).toBe('FolderError')
  })

  it('that is a file is refused in a sentence', async () => {
    const path = join(testFolder(), 'a-file')
    writeFileSync(path, '')
    const refusal = await refusalOf(path)
    expect(refusal).toBeInstanceOf(FolderError)
    expect(refusal.message).toMatch(SENTENCE)
  })

  it('whose store is no store is refused in a sentence, and served when it is put right', async () => {
    const folder = testFolder()
    const path = join(folder, 'dianshao.sqlite')
    writeFileSync(path, 'not a database, but long enough to be looked at'.repeat(100))
    const refusal = await refusalOf(folder)
    rmSync(path)
    await openEmbedded(folder, 'durable').then(ports => ports.close())
    expect(refusal).toBeInstanceOf(FolderError)
    expect(refusal.message).toMatch(SENTENCE)
  })

  it('whose lock cannot be made is refused in a sentence', async () => {
    const folder = testFolder()
    mkdirSync(join(folder, 'lock.sqlite'))
    const refusal = await refusalOf(folder)
    expect(refusal).toBeInstanceOf(FolderError)
    expect(refusal.message).toMatch(SENTENCE)
  })
})

describe('one transaction over all three ports', () => {
  const kw = new Float32Array(96)
  const day: StoredDay = {
    pointId: 'P1',
    day: MONDAY,
    intervalMinutes: 15,
    kw,
    kvar: null,
    revision: null,
    sources: [{ meterId: 'P1', multiplier: null }],
    source: null,
    clashed: null,
  }

  it('commits the store, the log and the history together', async () => {
    const { ports, reader } = await testEmbedded()
    await ports.store.transact(async trx => {
      await trx.insertInto('outcome').values({ outcome: 'accepted', count: 1 }).execute()
      await ports.log.append(0, batchOf([sample(MONDAY, 0, 1)]))
      await ports.history.write([day], MARK)
      expect(await reader.backlog()).toBe(0)
      expect(await reader.history.read('P1', MONDAY)).toBeUndefined()
    })
    expect(await reader.db.selectFrom('outcome').selectAll().execute()).toHaveLength(1)
    expect(await reader.backlog()).toBe(1)
    expect(await reader.history.read('P1', MONDAY)).toBeDefined()
  })

  it('leaves nothing of them when it fails', async () => {
    const { ports, reader } = await testEmbedded()
    const failed = ports.store.transact(async trx => {
      await trx.insertInto('outcome').values({ outcome: 'accepted', count: 1 }).execute()
      await ports.log.append(0, batchOf([sample(MONDAY, 0, 1)]))
      await ports.history.write([day], MARK)
      throw new Error('no')
    })
    await expect(failed).rejects.toThrow('no')
    expect(await reader.db.selectFrom('outcome').selectAll().execute()).toEqual([])
    expect(await reader.backlog()).toBe(0)
    expect(await reader.history.read('P1', MONDAY)).toBeUndefined()
  })
})
