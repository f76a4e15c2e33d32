import { copyFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { openEmbedded, type Ports } from '../../../services/adapters/index.ts'
import { createEngine, type Engine } from '../../../services/engine.ts'

export const databaseIn = (folder: string): string => join(folder, 'dianshao.sqlite')

/**
 * Copies the store as it lies there at this moment; nothing writes meanwhile, because the writer is this very
 * thread. Closing a copied file drops the process's locks on it, which here nobody else asks for.
 */
export const copyStore = (from: string, to: string): void => {
  mkdirSync(to, { recursive: true })
  for (const end of ['', '-wal', '-shm']) copyFileSync(databaseIn(from) + end, databaseIn(to) + end)
}

/** Runs an engine on a copied folder once it has judged what waited there. */
export const openCopy = async <T>(
  folder: string,
  use: (engine: Engine, ports: Ports) => Promise<T>,
): Promise<T> => {
  const ports = await openEmbedded(folder, 'durable')
  const onFatal = (error: Error): void => {
    throw error
  }
  const engine = await createEngine({ ports, nowMs: () => Date.parse('2026-03-01T00:00:00Z'), onFatal })
  try {
    await engine.settle()
    return await use(engine, ports)
  } finally {
    await engine.close()
  }
}
