import type { ExpressionBuilder, Selectable } from 'kysely'
import type { Account } from '../../schemas/account.ts'
import type { AlertProposal, AlertProposalState } from '../../schemas/alert-proposal.ts'
import type { Charge } from '../../schemas/case.ts'
import { wallOf, withinWall } from '../access/index.ts'
import type { Db, Tables } from '../adapters/store/index.ts'
import type { Telling } from '../alerts/index.ts'

export type ProposalRow = Selectable<Tables['alert_proposal']>

/** Of the program itself: readings were corrected. */
export const SYSTEM = 'system'

export interface AlertProposalFilter {
  readonly state?: AlertProposalState | undefined
  readonly case?: string | undefined
  readonly after?: string | undefined
  readonly limit: number
}

/** A page of proposals in the order they were put up, of cases that somebody sees. */
export const listAlertProposals = async (
  db: Db,
  account: Account,
  { state, case: caseId, after, limit }: AlertProposalFilter,
): Promise<AlertProposal[]> => {
  const ofSeen = ({ exists, selectFrom }: ExpressionBuilder<Tables, 'alert_proposal'>) =>
    exists(
      selectFrom('cases')
        .select('cases.id')
        .whereRef('cases.id', '=', 'alert_proposal.case_id')
        .where(withinWall(wallOf(account), 'cases')),
    )
  let query = db.selectFrom('alert_proposal').selectAll().where(ofSeen).orderBy('id').limit(limit)
  if (state) query = query.where('state', '=', state)
  if (caseId) query = query.where('case_id', '=', caseId)
  if (after) query = query.where('id', '>', after)
  return (await query.execute()).map(proposalOf)
}

export const proposalOf = (row: ProposalRow): AlertProposal => ({
  id: row.id,
  caseId: row.case_id,
  caseVersion: row.case_version,
  kind: row.kind,
  state: row.state,
  reason: row.reason,
  cause: row.cause,
  charges: JSON.parse(row.body) as Charge[],
  proposedBy: row.proposed_by,
  proposedAt: new Date(row.proposed_at).toISOString(),
  decidedBy: row.decided_by,
  decidedAt: row.decided_at === null ? null : new Date(row.decided_at).toISOString(),
  decidedReason: row.decided_reason,
  alertId: row.alert_id,
})

export const findProposal = (db: Db, id: string): Promise<ProposalRow | undefined> =>
  db.selectFrom('alert_proposal').selectAll().where('id', '=', id).executeTakeFirst()

/** `proposal-000001` and so on, in the order they were put up. */
export const nextProposalId = async (trx: Db): Promise<string> => {
  const last = await trx
    .selectFrom('alert_proposal')
    .select('id')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  const number = Number(last?.id.slice('proposal-'.length) ?? 0) + 1
  return `proposal-${String(number).padStart(6, '0')}`
}

const TELLS_WHOLE = ['case.reported', 'case.updated'] as const

/** The alert that a district goes by: the last one that told a case whole; before another, where one is named. */
export const lastWholeAlert = async (
  db: Db,
  caseId: string,
  before?: string,
): Promise<string | undefined> => {
  const rows = await db
    .selectFrom('outbox')
    .select('id')
    .where('case_id', '=', caseId)
    .where('type', 'in', before === undefined ? TELLS_WHOLE : [...TELLS_WHOLE, 'case.withdrawn'])
    .orderBy('case_version')
    .orderBy('created_at')
    .execute()
  const ids = rows.map(({ id }) => id)
  return before === undefined ? ids.at(-1) : ids[ids.indexOf(before) - 1]
}

/** What was told by the proposal that an alert came from: of a member of a case by that of its lead. */
export const tellingOfProposal = async (
  db: Db,
  caseId: string,
  alertId: string,
): Promise<Telling | undefined> => {
  const { merged_into } = await db
    .selectFrom('cases')
    .select('merged_into')
    .where('id', '=', caseId)
    .executeTakeFirstOrThrow()
  const row = await db
    .selectFrom('alert_proposal')
    .selectAll()
    .where('state', '=', 'released')
    .where(({ or, and, eb }) =>
      or([
        eb('alert_id', '=', alertId),
        and([eb('case_id', '=', merged_into ?? ''), eb('kind', '=', 'withdrawal')]),
      ]),
    )
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  const before = row && (await lastWholeAlert(db, caseId, alertId))
  return before === undefined ? undefined : tellingOf(row!, before)
}

/** What is told when a proposal is released; `before`: the alert it speaks of. */
export const tellingOf = ({ kind, reason, cause }: ProposalRow, before: string): Telling =>
  kind === 'update'
    ? { type: 'case.updated', replaces: before, reason }
    : { type: 'case.withdrawn', withdraws: before, reason, cause: cause ?? 'other' }
