import type { Selectable } from 'kysely'
import { parseDay } from '../../schemas/day.ts'
import type { Finding } from '../../schemas/finding.ts'
import { chunks, type Db, type Tables } from '../adapters/store/index.ts'

const IDS_PER_QUERY = 500

/** From this score on a finding is worth telling of. */
const TOLD_FROM = 0.5

/** Whose finding it was, and what it said. */
export type FormerFinding = Pick<
  Selectable<Tables['finding']>,
  'id' | 'point_id' | 'customer_id' | 'signature' | 'day' | 'score'
>

/**
 * Notes what a correction made of findings: `fresh` took the place of others, `withdrawn` have none in theirs. Of a
 * day that went from one customer to another, what the one who had it lost.
 */
export const noteEffects = async (
  trx: Db,
  correctionId: number,
  fresh: readonly Finding[],
  withdrawn: readonly FormerFinding[],
): Promise<void> => {
  const superseded = await findingsOf(
    trx,
    fresh.flatMap(({ supersedes }) => supersedes ?? []),
  )
  const lost = [...withdrawn, ...superseded.values()].map(finding => effectOf(finding, finding.score, null))
  const gained = fresh.map(({ supersedes, score, ...finding }) => {
    const place = {
      point_id: finding.pointId,
      customer_id: finding.customerId,
      signature: finding.signature,
      day: parseDay(finding.day),
    }
    const before = superseded.get(supersedes ?? '')
    return effectOf(place, before?.customer_id === finding.customerId ? before.score : null, score)
  })
  const rows = new Map([...lost, ...gained].map(row => [JSON.stringify(placeOf(row)), row]))
  for (const row of rows.values()) await note(trx, { correction_id: correctionId, ...row })
}

type Effect = Omit<Tables['correction_effect'], 'correction_id'>
type Place = Pick<Effect, 'point_id' | 'customer_id' | 'signature' | 'day'>

const placeOf = ({ point_id, customer_id, signature, day }: Place): Place => ({
  point_id,
  customer_id,
  signature,
  day,
})

const effectOf = (place: Place, before: number | null, after: number | null): Effect => ({
  ...placeOf(place),
  score_before: told(before),
  score_after: told(after),
})

const told = (score: number | null): number | null => (score !== null && score >= TOLD_FROM ? score : null)

/** Of a day judged a second time within the correction the first "before" stays. */
const note = async (trx: Db, row: Tables['correction_effect']): Promise<void> => {
  if (row.score_before === null && row.score_after === null) return noteNone(trx, row)
  await trx
    .insertInto('correction_effect')
    .values(row)
    .onConflict(conflict =>
      conflict
        .columns(['correction_id', 'point_id', 'signature', 'day'])
        .doUpdateSet({ score_after: row.score_after })
        .where('correction_effect.customer_id', '=', row.customer_id),
    )
    .execute()
}

/** There is no finding, as there was none before: worth a word only where the correction had made one meanwhile. */
const noteNone = async (trx: Db, row: Tables['correction_effect']): Promise<void> => {
  await trx
    .updateTable('correction_effect')
    .set({ score_after: null })
    .where('correction_id', '=', row.correction_id)
    .where('point_id', '=', row.point_id)
    .where('customer_id', '=', row.customer_id)
    .where('signature', '=', row.signature)
    .where('day', '=', row.day)
    .execute()
}

const findingsOf = async (trx: Db, ids: readonly string[]): Promise<Map<string, FormerFinding>> => {
  const found = new Map<string, FormerFinding>()
  for (const chunk of chunks(ids, IDS_PER_QUERY)) {
    const rows = await trx
      .selectFrom('finding')
      .select(['id', 'point_id', 'customer_id', 'signature', 'day', 'score'])
      .where('id', 'in', chunk)
      .execute()
    for (const row of rows) found.set(row.id, row)
  }
  return found
}
