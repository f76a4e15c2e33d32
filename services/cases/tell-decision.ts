import type { Selectable } from 'kysely'
import { dayText } from '../../schemas/day.ts'
import type { PriceChange } from '../../schemas/price-change.ts'
import type { Db, Tables } from '../adapters/store/index.ts'
import { enqueueAlert, type Telling } from '../alerts/index.ts'
import { recordDeed } from './audit.ts'
import { leadOf } from './members.ts'
import { caseIdOf, findCase } from './queries.ts'
import { leadNumberFor } from './release-members.ts'

/**
 * Tells the districts of the cases that a released decision names what was decided, in the transaction of the release.
 * A case that no district was told of, or that is another customer's than the line, is not spoken of.
 */
export const tellDecision = async (
  trx: Db,
  { id: changeId, kind, state, decidedBy }: PriceChange,
  nowMs: number,
): Promise<void> => {
  if (kind !== 'decision' || state !== 'released') return
  for (const entry of await entriesOfCases(trx, changeId)) {
    const caseId = await caseIdOf(trx, entry.case_number ?? '')
    const held = caseId === undefined ? undefined : await findCase(trx, caseId)
    if (!held || held.customerId !== entry.customer_id || held.toldDistrict === null) continue
    const leadNumber = leadNumberFor(held, await leadOf(trx, held))
    const alertId = await enqueueAlert(trx, { ...held, leadNumber }, nowMs, decidedTelling(entry))
    await recordDeed(trx, {
      ...{ caseId: held.id, atMs: nowMs, actor: decidedBy ?? '', action: 'decided' as const },
      ...{ from: held.state, to: held.state },
      detail: { entry: entry.id, documentNo: entry.document_no, alertId },
    })
  }
}

type EntryRow = Selectable<Tables['decision_entry']> &
  Pick<Selectable<Tables['decision']>, 'document_no' | 'title' | 'issuer' | 'issued_on'>

const entries = (db: Db) =>
  db
    .selectFrom('decision_entry')
    .innerJoin('decision', 'decision.change_id', 'decision_entry.change_id')
    .selectAll('decision_entry')
    .select(['document_no', 'title', 'issuer', 'issued_on'])

const entriesOfCases = (trx: Db, changeId: string): Promise<EntryRow[]> =>
  entries(trx)
    .where('decision_entry.change_id', '=', changeId)
    .where('case_number', 'is not', null)
    .orderBy('row')
    .execute()

const decidedTelling = (row: EntryRow): Telling => ({
  type: 'tier.decided',
  document: {
    documentNo: row.document_no,
    title: row.title,
    issuer: row.issuer,
    issuedOn: dayText(row.issued_on),
  },
  entry: {
    id: row.id,
    action: row.action,
    industry: row.industry,
    category: row.category,
    step: row.step,
    line: row.line,
    yuanPerKwh: row.yuan_per_kwh,
    from: dayText(row.from_day),
    to: row.to_day === null ? null : dayText(row.to_day),
  },
})

/** What was told of one line of a decision; undefined when there is none of that id. */
export const tellingOfEntry = async (db: Db, entryId: string): Promise<Telling | undefined> => {
  const row = await entries(db).where('decision_entry.id', '=', entryId).executeTakeFirst()
  return row && decidedTelling(row)
}
