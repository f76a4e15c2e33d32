import { dayText } from '../../schemas/day.ts'
import type { HandOver, HandOverFormat } from '../../schemas/hand-over.ts'
import type { Db, Tables } from '../adapters/store/index.ts'

type Bytes = 'json' | 'csv' | 'json_signature' | 'csv_signature'

/** A hand-over without its bytes, and its receipt. */
type Row = Omit<Tables['hand_over'], Bytes> & {
  readonly [K in keyof Omit<Tables['hand_over_receipt'], 'hand_over_id'>]:
    | Tables['hand_over_receipt'][K]
    | null
}

export const handOverOf = (row: Row): HandOver => ({
  id: row.id,
  from: dayText(row.from_day),
  to: dayText(row.to_day),
  madeAt: new Date(row.made_at).toISOString(),
  madeBy: row.made_by,
  lines: row.lines,
  withheld: row.withheld,
  previous: row.previous,
  keyId: row.key_id,
  sha256: { json: row.json_sha256, csv: row.csv_sha256 },
  receipt:
    row.received_by === null
      ? null
      : {
          receivedBy: row.received_by,
          receivedAt: new Date(row.received_at!).toISOString(),
          sha256: row.sha256!,
          note: row.note!,
        },
})

const shown = (db: Db) =>
  db
    .selectFrom('hand_over')
    .leftJoin('hand_over_receipt', 'hand_over_receipt.hand_over_id', 'hand_over.id')
    .select([
      ...(['id', 'made_at', 'made_by', 'from_day', 'to_day', 'lines', 'withheld', 'previous'] as const),
      ...(['key_id', 'json_sha256', 'csv_sha256'] as const),
      ...(['received_by', 'received_at', 'sha256', 'note'] as const),
    ])

/** The newest first; `after` is the last of the page before. */
export const listHandOvers = async (
  db: Db,
  { after, limit }: { readonly after?: string | undefined; readonly limit: number },
): Promise<HandOver[]> => {
  const rows = await shown(db)
    .$if(after !== undefined, query => query.where('hand_over.id', '<', after!))
    .orderBy('hand_over.id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(handOverOf)
}

export const findHandOver = async (db: Db, id: string): Promise<HandOver | undefined> => {
  const row = await shown(db).where('hand_over.id', '=', id).executeTakeFirst()
  return row && handOverOf(row)
}

/** The very bytes that were signed, and their detached JWS; undefined when there is no such hand-over. */
export const readHandOver = async (
  db: Db,
  id: string,
  format: HandOverFormat,
): Promise<{ readonly bytes: Uint8Array; readonly signature: string } | undefined> => {
  const row = await db
    .selectFrom('hand_over')
    .select([`${format} as bytes`, `${format}_signature as signature`])
    .where('id', '=', id)
    .executeTakeFirst()
  return row && { bytes: row.bytes, signature: row.signature }
}
