import type { HandOverLine } from '../../schemas/hand-over.ts'
import { chunks, type Db } from '../adapters/store/index.ts'

const ROWS_PER_STATEMENT = 500

/** As what each entry was handed over last, by entry; the others never were. */
export const loadTold = async (db: Db, entryIds: readonly string[]): Promise<Map<string, HandOverLine>> => {
  const told = new Map<string, HandOverLine>()
  for (const ids of chunks(entryIds, ROWS_PER_STATEMENT)) {
    const last = db
      .selectFrom('hand_over_line')
      .select(({ fn }) => ['entry_id', fn.max('hand_over_id').as('hand_over_id')])
      .where('entry_id', 'in', ids)
      .groupBy('entry_id')
      .as('last')
    const rows = await db
      .selectFrom('hand_over_line')
      .innerJoin(last, join =>
        join
          .onRef('last.entry_id', '=', 'hand_over_line.entry_id')
          .onRef('last.hand_over_id', '=', 'hand_over_line.hand_over_id'),
      )
      .select(['hand_over_line.entry_id', 'hand_over_line.body'])
      .execute()
    for (const { entry_id, body } of rows) told.set(entry_id, JSON.parse(body) as HandOverLine)
  }
  return told
}

/** Keeps as what each entry is handed over now. */
export const keepTold = async (
  trx: Db,
  handOverId: string,
  lines: readonly HandOverLine[],
): Promise<void> => {
  const rows = lines.map(line => ({
    hand_over_id: handOverId,
    entry_id: line.entryId,
    body: JSON.stringify(line),
  }))
  for (const some of chunks(rows, ROWS_PER_STATEMENT)) {
    await trx.insertInto('hand_over_line').values(some).execute()
  }
}
