import type { Charge } from '../../schemas/case.ts'
import { type EpochDay, parseDay } from '../../schemas/day.ts'
import type { Signature } from '../../schemas/finding.ts'
import type { ProposedTier } from '../../schemas/tariff.ts'
import type { Db } from '../adapters/store/index.ts'
import { readPoints } from '../registry/index.ts'
import { districtOf } from './accuse.ts'
import { loadAnswers } from './answers.ts'
import { withRuleVersion } from './queries.ts'
import { isUnderCheck } from './transitions.ts'

const ROWS_PER_PAGE = 500

/** A charge of a case that is not closed, with all that its tier is proposed by. */
export interface OpenCharge {
  readonly caseId: string
  readonly customerId: string
  readonly pointId: string
  readonly signature: Signature
  readonly day: EpochDay
  readonly districtCode: string
  readonly tier: ProposedTier | null
  /** Whether it follows the rules, or holds still */
  readonly follows: boolean
}

/** Every charge of some signatures of cases that are not closed. */
export async function* openCharges(db: Db, signatures: readonly Signature[]): AsyncGenerator<OpenCharge> {
  if (signatures.length === 0) return
  for (let after = { caseId: '', signature: '' }; ; ) {
    const rows = await pageAfter(db, signatures, after)
    const charges = rows.map(row => ({ row, charge: JSON.parse(row.body) as Charge }))
    const { atPoint } = await readPoints(
      db,
      charges.map(({ charge }) => charge.pointId),
    )
    const answers = await loadAnswers(db, [...new Set(rows.map(row => row.customer_id))])
    for (const { row, charge } of charges) {
      const { signature, pointId } = charge
      const day = parseDay(charge.day)
      yield {
        ...{ caseId: row.id, customerId: row.customer_id, pointId, signature, day },
        districtCode: districtOf({ meterAt: atPoint }, { districtCode: row.district_code }, pointId, day),
        tier: withRuleVersion(charge.tier),
        follows: isUnderCheck(row.lead_state ?? row.state) && !answers.isAnswered(row.id, signature),
      }
    }
    const last = rows.at(-1)
    if (!last || rows.length < ROWS_PER_PAGE) return
    after = { caseId: last.id, signature: last.signature }
  }
}

const pageAfter = (
  db: Db,
  signatures: readonly Signature[],
  { caseId, signature }: { readonly caseId: string; readonly signature: string },
) =>
  db
    .selectFrom('charge')
    .innerJoin('cases', 'cases.id', 'charge.case_id')
    .leftJoin('cases as lead', 'lead.id', 'cases.merged_into')
    .select(['cases.id', 'cases.customer_id', 'cases.district_code', 'cases.state'])
    .select(['lead.state as lead_state', 'charge.signature', 'charge.body'])
    .where('cases.state', '<>', 'closed')
    .where('charge.signature', 'in', [...signatures])
    .where(({ or, and, eb }) =>
      or([
        eb('charge.case_id', '>', caseId),
        and([eb('charge.case_id', '=', caseId), eb('charge.signature', '>', signature as Signature)]),
      ]),
    )
    .orderBy('charge.case_id')
    .orderBy('charge.signature')
    .limit(ROWS_PER_PAGE)
    .execute()
