import { expect } from 'vitest'
import type { History } from '../../../services/adapters/history/index.ts'
import type { ReadingLog } from '../../../services/adapters/log/index.ts'
import type { Store } from '../../../services/adapters/store/index.ts'
import { testEmbedded } from '../../contract/embedded.ts'
import { testPostgresStore } from './postgres.ts'

/** What a scene is played on: a store, with an embedded log and history beside it. */
export interface Scene {
  readonly store: Store
  readonly history: History
  readonly log: ReadingLog
}

/** Plays a scene on SQLite and on PostgreSQL, and expects the same answers of both; answers them. */
export const sameOnBoth = async <T>(play: (scene: Scene) => Promise<T>): Promise<T> => {
  const [sqlite, beside] = [await testEmbedded(), await testEmbedded()]
  const expected = await play(sqlite.ports)
  const found = await play({ ...beside.ports, store: await testPostgresStore() })
  expect(found).toEqual(expected)
  return expected
}

/** Numbers that a store gives in rising order, but with gaps of its own, as their places in that order. */
export const ranked = <T>(
  rows: readonly T[],
  number: (row: T) => number,
  named: (row: T, rank: number) => T,
): T[] => {
  const numbers = rows.map(number).sort((a, b) => a - b)
  return rows.map(row => named(row, numbers.indexOf(number(row))))
}
