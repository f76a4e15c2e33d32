import type { ExpressionBuilder, ExpressionWrapper, SqlBool } from 'kysely'
import type { Account } from '../../schemas/account.ts'
import { dayText } from '../../schemas/day.ts'
import type { Letter } from '../../schemas/letter.ts'
import { isOutside, wallOf, withinWall } from '../access/index.ts'
import { chunks, type Db, type Tables } from '../adapters/store/index.ts'

const IDS_PER_QUERY = 500

export interface LetterFilter {
  readonly district?: string | undefined
  readonly after?: string | undefined
  readonly limit: number
}

type On = ExpressionBuilder<Tables, 'letter'>

/** A district reads its own letters, a department those to it; inside the house who sees every case that a letter lists. */
const seenBy =
  (account: Account) =>
  (eb: On): ExpressionWrapper<Tables, 'letter', SqlBool> => {
    const wall = wallOf(account)
    if (wall.kind === 'none') return eb.and([])
    if (wall.kind === 'district') {
      const own = eb('letter.district_code', '=', wall.code)
      return eb.and(wall.department === '' ? [own] : [own, eb('letter.department', '=', wall.department)])
    }
    if (isOutside(account)) return eb.or([])
    const hidden = eb
      .selectFrom('letter_alert')
      .innerJoin('cases', 'cases.id', 'letter_alert.case_id')
      .select('letter_alert.letter_id')
      .whereRef('letter_alert.letter_id', '=', 'letter.id')
      .where(inner => inner.not(withinWall(wall, 'cases')(inner as never) as never))
    return eb.and([eb.not(eb.exists(hidden))])
  }

const PLAIN = [
  ...(['letter.id', 'letter.number', 'letter.district_code', 'letter.department'] as const),
  ...(['letter.made_by', 'letter.made_at', 'letter.sha256'] as const),
] as const

const letters = (db: Db, account: Account) =>
  db
    .selectFrom('letter')
    .leftJoin('letter_receipt', 'letter_receipt.letter_id', 'letter.id')
    .select(PLAIN)
    .select(['received_on', 'received_by', 'document_no', 'entered_by', 'entered_at'])
    .where(seenBy(account) as never)

/** A page of letters that somebody sees, in the order they were made. */
export const listLetters = async (
  db: Db,
  account: Account,
  { district, after, limit }: LetterFilter,
): Promise<Letter[]> => {
  let query = letters(db, account).orderBy('letter.id').limit(limit)
  if (district !== undefined) query = query.where('letter.district_code', '=', district)
  if (after !== undefined) query = query.where('letter.id', '>', after)
  return withAlerts(db, await query.execute())
}

/** One letter, where somebody sees it. */
export const findLetter = async (db: Db, account: Account, id: string): Promise<Letter | undefined> => {
  const row = await letters(db, account).where('letter.id', '=', id).executeTakeFirst()
  return row && (await withAlerts(db, [row]))[0]
}

/** The page as it was printed, to the byte. */
export const readLetter = async (db: Db, id: string): Promise<Uint8Array> =>
  (await db.selectFrom('letter').select('content').where('id', '=', id).executeTakeFirstOrThrow()).content

type Row = Awaited<ReturnType<ReturnType<typeof letters>['execute']>>[number]

const withAlerts = async (db: Db, rows: readonly Row[]): Promise<Letter[]> => {
  const alerts = new Map<string, string[]>(rows.map(({ id }) => [id, []]))
  for (const some of chunks([...alerts.keys()], IDS_PER_QUERY)) {
    const listed = await db
      .selectFrom('letter_alert')
      .select(['letter_id', 'alert_id'])
      .where('letter_id', 'in', some)
      .orderBy('letter_id')
      .orderBy('row')
      .execute()
    for (const { letter_id, alert_id } of listed) alerts.get(letter_id)!.push(alert_id)
  }
  return rows.map(row => letterOf(row, alerts.get(row.id)!))
}

const letterOf = (row: Row, alertIds: string[]): Letter => ({
  id: row.id,
  number: row.number,
  districtCode: row.district_code,
  department: row.department,
  alertIds,
  madeBy: row.made_by,
  madeAt: new Date(row.made_at).toISOString(),
  sha256: row.sha256,
  receipt:
    row.received_on === null
      ? null
      : {
          receivedOn: dayText(row.received_on),
          receivedBy: row.received_by!,
          documentNo: row.document_no!,
          enteredBy: row.entered_by!,
          enteredAt: new Date(row.entered_at!).toISOString(),
        },
})
