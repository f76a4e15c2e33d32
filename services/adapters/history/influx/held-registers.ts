import { dayOf, dayStartMs } from '../../../../schemas/day.ts'
import type { StoredRegister } from '../port.ts'
import { readTables } from './csv.ts'
import { decodeId } from './ids.ts'
import { createInstantReader } from './instant.ts'
import { type IsCommitted, numberOf } from './read-days.ts'
import { outranks } from './slots.ts'

/** The newest version of a meter's register row. */
export interface HeldRegister {
  readonly row: StoredRegister
  readonly version: number
  /** Whether the newest version says that there is none any more */
  readonly isGone: boolean
  readonly partition: number
  readonly offset: number
}

/** The quantities of a row, and the fields they are kept in. */
export const REGISTER_FIELDS = [
  ['total', 'total'],
  ['sharp', 'sharp'],
  ['peak', 'peak'],
  ['flat', 'flat'],
  ['valley', 'valley'],
  ['maxKw', 'max_kw'],
  ['maxAtMs', 'max_at'],
] as const

type Quantities = Record<(typeof REGISTER_FIELDS)[number][0], number>

export const registerKey = ({ pointId, day, source }: StoredRegister): string =>
  JSON.stringify([pointId, day, source.meterId])

/** Makes register rows of the answer to a `fieldsQuery`, of the versions that count, by `registerKey`. */
export const readRegisters = (csv: string, isCommitted: IsCommitted): Map<string, HeldRegister> => {
  const newest = new Map<string, HeldRegister>()
  readTables(csv, columns => {
    const instant = createInstantReader()
    return cells => {
      const cell = (name: string): string | undefined => cells[columns.indexOf(name)]
      const [partition, offset] = [Number(cell('log')), Number(cell('at'))]
      if (!isCommitted(partition, offset)) return
      const ms = instant(cell('_time')!)
      const day = dayOf(ms)
      const version = ms - dayStartMs(day)
      const source = {
        meterId: decodeId(cell('meter') ?? ''),
        multiplier: numberOf(cell('multiplier')),
      }
      const quantities = Object.fromEntries(
        REGISTER_FIELDS.map(([name, field]) => [name, numberOf(cell(field)) ?? Number.NaN]),
      ) as Quantities
      const row: StoredRegister = {
        pointId: decodeId(cell('point') ?? ''),
        day,
        source,
        ...quantities,
        revision: numberOf(cell('revision')) ?? 0,
        ...(version > 0 && { version }),
      }
      const given = { row, version, isGone: cell('gone') === 'true', partition, offset }
      const key = registerKey(row)
      if (isNewer(newest.get(key), given)) newest.set(key, given)
    }
  })
  return newest
}

const isNewer = (held: HeldRegister | undefined, given: HeldRegister): boolean => {
  if (!held) return true
  if (given.version !== held.version) return given.version > held.version
  return outranks(rankOf(given), rankOf(held))
}

const rankOf = ({ row, partition, offset }: HeldRegister) => ({ partition, revision: row.revision, offset })

/** The rows that there are, by point, day and meter. */
export const storedRegisters = (held: ReadonlyMap<string, HeldRegister>): StoredRegister[] =>
  [...held.values()]
    .filter(({ isGone }) => !isGone)
    .map(({ row }) => row)
    .sort(
      (a, b) => compare(a.pointId, b.pointId) || a.day - b.day || compare(a.source.meterId, b.source.meterId),
    )

const compare = (a: string, b: string): number => Number(a > b) - Number(a < b)
