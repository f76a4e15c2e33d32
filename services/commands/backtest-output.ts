import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Signature } from '../../schemas/finding.ts'
import type { Db } from '../adapters/store/index.ts'
import { listCases } from '../cases/index.ts'
import { CommandError } from './command-error.ts'

const CASES_PER_PAGE = 500

/** Writes a line per charge of an opened case; answers how many. */
export const writeCases = async (db: Db, path: string): Promise<number> => {
  const meters = await db.selectFrom('meter').select(['meter_id', 'point_id']).execute()
  const meterAt = new Map(meters.map(({ meter_id, point_id }) => [point_id, meter_id]))
  const lines: object[] = []
  for (let after: string | undefined; ; ) {
    const page = await listCases(db, { after, limit: CASES_PER_PAGE })
    for (const { customerId, number, charges } of page) {
      for (const { signature, openedAt, score, pointId, ...rest } of charges) {
        const place = { meterId: meterAt.get(pointId), customerId, signature, openedAt, score }
        lines.push({ ...place, caseNumber: number, pointId, ...rest })
      }
    }
    after = page.at(-1)?.number
    if (page.length < CASES_PER_PAGE) break
  }
  await writeLines(path, lines)
  return lines.length
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
