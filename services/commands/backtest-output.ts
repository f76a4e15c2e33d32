import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Charge } from '../../schemas/case.ts'
import { Signature } from '../../schemas/finding.ts'
import type { Db } from '../adapters/store/index.ts'
import { CommandError } from './command-error.ts'

/** Writes a line per charge of an opened case; answers how many. */
export const writeCases = async (db: Db, path: string): Promise<number> => {
  const rows = await db
    .selectFrom('charge')
    .innerJoin('cases', 'cases.id', 'charge.case_id')
    .innerJoin('meter', 'meter.point_id', 'charge.point_id')
    .select(['cases.number', 'cases.customer_id', 'meter.meter_id', 'charge.body'])
    .orderBy('cases.number')
    .orderBy('charge.signature')
    .execute()
  await writeLines(
    path,
    rows.map(row => {
      const { openedAt, signature, score, pointId, ...rest } = JSON.parse(row.body) as Charge
      const place = { meterId: row.meter_id, customerId: row.customer_id, signature, openedAt, score }
      return { ...place, caseNumber: row.number, pointId, ...rest }
    }),
  )
  return rows.length
}

/** Writes a line per meter and signature with the highest score that any judged day reached. */
export const writeScores = async (db: Db, path: string): Promise<void> => {
  const highest = new Map<string, Record<string, number>>()
  for await (const row of db.selectFrom('feature').select(['point_id', 'scores']).stream()) {
    const best = highest.get(row.point_id) ?? {}
    highest.set(row.point_id, best)
    for (const [signature, score] of Object.entries(JSON.parse(row.scores) as Record<string, number>)) {
      best[signature] = Math.max(best[signature] ?? 0, score)
    }
  }
  const meters = await db.selectFrom('meter').select(['meter_id', 'point_id']).orderBy('meter_id').execute()
  await writeLines(
    path,
    meters.flatMap(({ meter_id, point_id }) =>
      Signature.options.map(signature => ({
        meterId: meter_id,
        signature,
        score: highest.get(point_id)?.[signature] ?? 0,
      })),
    ),
  )
}

const writeLines = async (path: string, rows: readonly object[]): Promise<void> => {
  try {
    await pipeline(Readable.from(rows.map(row => `${JSON.stringify(row)}\n`)), createWriteStream(path))
  } catch (error) {
    throw new CommandError(`${path} cannot be written (${(error as NodeJS.ErrnoException).code}).`)
  }
}
