import type { Account } from '../../schemas/account.ts'
import type { Charge } from '../../schemas/case.ts'
import { dayStartMs, type EpochDay } from '../../schemas/day.ts'
import type { TierProposal } from '../../schemas/tier.ts'
import { isOutside, wallOf, withinWall } from '../access/index.ts'
import { type Db, isCounting } from '../adapters/store/index.ts'
import { groundOf, type KnownAt, labelOf } from '../pricing/index.ts'

/** What a case proposes for its customer. */
export interface CustomerProposal extends TierProposal {
  readonly customerId: string
  readonly customerName: string
  readonly supplyUnit: string
  readonly districtCode: string
}

/** Cases of a day that somebody sees. */
export interface ProposalQuery {
  readonly account: Account
  readonly day: EpochDay
  readonly knownAt: KnownAt
  /** Of this one alone */
  readonly customerId?: string | undefined
  /** Behind this case, or with it when only a part of its charges was told */
  readonly after?:
    | { readonly customerId: string; readonly caseId: string; readonly isPart?: boolean }
    | undefined
  readonly limit: number
}

export interface ProposalPage {
  readonly proposals: readonly CustomerProposal[]
  /** The last case that was looked at; null: there are no more */
  readonly last: { readonly customerId: string; readonly caseId: string } | null
}

/**
 * What the cases that were open at the end of a day propose, in the order of customers and cases; to those outside of
 * what they were told by then. A charge that was dismissed proposes nothing.
 */
export const loadProposals = async (
  db: Db,
  { account, day, knownAt, customerId, after, limit }: ProposalQuery,
): Promise<ProposalPage> => {
  const endMs = dayStartMs(day + 1) - 1
  const untilMs = knownAt === undefined ? endMs : Math.min(endMs, knownAt)
  let query = db
    .selectFrom('cases')
    .select(['id', 'number', 'customer_id', 'customer_name', 'supply_unit', 'district_code'])
    .where(withinWall(wallOf(account), 'cases'))
    .where('state', '<>', 'merged')
    .where('opened_at', '<=', untilMs)
    .where(({ or, eb }) => or([eb('closed_at', 'is', null), eb('closed_at', '>', untilMs)]))
    .orderBy('customer_id')
    .orderBy('id')
    .limit(limit)
  if (isOutside(account)) query = query.where('reported_at', '<=', untilMs)
  if (customerId !== undefined) query = query.where('customer_id', '=', customerId)
  if (after !== undefined) {
    query = query
      .where('customer_id', '>=', after.customerId)
      .where(({ or, eb }) =>
        or([eb('customer_id', '>', after.customerId), eb('id', after.isPart ? '>=' : '>', after.caseId)]),
      )
  }
  const cases = await query.execute()
  const charges = await chargesOf(
    db,
    cases.map(({ id }) => id),
  )
  const last = cases.at(-1)
  return {
    proposals: cases.flatMap(row =>
      (charges.get(row.id) ?? [])
        .flatMap(charge => proposalOf(charge, row.id, row.number) ?? [])
        .map(proposal => ({
          ...proposal,
          customerId: row.customer_id,
          customerName: row.customer_name,
          supplyUnit: row.supply_unit,
          districtCode: row.district_code,
        })),
    ),
    last: last && cases.length === limit ? { customerId: last.customer_id, caseId: last.id } : null,
  }
}

/** The charges of cases that no inspection dismissed. */
const chargesOf = async (db: Db, caseIds: readonly string[]): Promise<Map<string, Charge[]>> => {
  if (caseIds.length === 0) return new Map()
  const dismissed = await db
    .selectFrom('charge_outcome')
    .select(['case_id', 'signature', 'outcome'])
    .where('case_id', 'in', caseIds)
    .where('final', '=', 1)
    .where(isCounting)
    .orderBy('sequence')
    .execute()
  const outcomes = new Map(dismissed.map(one => [`${one.case_id} ${one.signature}`, one.outcome]))
  const rows = await db
    .selectFrom('charge')
    .select(['case_id', 'body'])
    .where('case_id', 'in', caseIds)
    .orderBy('signature')
    .execute()
  const charges = rows
    .map(({ case_id, body }) => ({ caseId: case_id, charge: JSON.parse(body) as Charge }))
    .filter(({ caseId, charge }) => outcomes.get(`${caseId} ${charge.signature}`) !== 'dismissed')
  return new Map(
    [...Map.groupBy(charges, ({ caseId }) => caseId)].map(([id, of]) => [id, of.map(({ charge }) => charge)]),
  )
}

const proposalOf = ({ signature, tier }: Charge, caseId: string, caseNumber: string): TierProposal | null => {
  const ground = groundOf(signature)
  if (!tier || !ground) return null
  return {
    ...{ caseId, caseNumber, signature },
    industry: ground.industry,
    category: tier.category,
    yuanPerKwh: tier.yuanPerKwh,
    ruleId: tier.ruleId,
    ruleVersion: tier.ruleVersion ?? 1,
    documentNo: tier.documentNo,
    documentTitle: tier.documentTitle,
    sourceStatus: tier.sourceStatus,
    label: tier.sourceStatus === 'memory' ? tier.label : `${tier.label}（${labelOf(tier.sourceStatus)}）`,
    asOf: tier.asOf,
  }
}
