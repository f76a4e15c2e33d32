import type { Account } from '../../schemas/account.ts'
import { type Refusal, refusal } from '../../schemas/problem.ts'
import { seesCase, wallOf } from '../access/index.ts'
import type { Db } from '../adapters/store/index.ts'

/** What concerns the charges, papers and alerts of a merged case itself. All else is done on its lead. */
const ON_MEMBERS: ReadonlySet<string> = new Set([
  ...['outcome', 'file', 'withdraw-file', 'propose-alert', 'decide-alert'],
])

/** Why a command is refused of a merged case, open or closed. The number of its lead is told to whoever sees that. */
export const doneOnLead = async (
  trx: Db,
  command: string,
  body: object,
  actor: Account,
): Promise<Refusal | undefined> => {
  const { caseId } = body as { caseId?: unknown }
  if (typeof caseId !== 'string' || ON_MEMBERS.has(command)) return undefined
  const lead = await trx
    .selectFrom('cases as member')
    .innerJoin('cases as lead', 'lead.id', 'member.merged_into')
    .select(['member.number as member', 'lead.id', 'lead.number'])
    .where('member.id', '=', caseId)
    .executeTakeFirst()
  if (!lead) return undefined
  const isSeen = await seesCase(trx, wallOf(actor), lead.id)
  const into = isSeen ? `the case ${lead.number}: do it there` : 'another case, and goes with that'
  return refusal('wrong-state', `The case ${lead.member} was merged into ${into}.`)
}
