import type { Account } from '../../schemas/account.ts'
import type { Criterion, CriterionProposal } from '../../schemas/criterion.ts'
import { dayOf, dayText, parseDay } from '../../schemas/day.ts'
import type { Signature } from '../../schemas/finding.ts'
import { type Refusal, refusal } from '../../schemas/problem.ts'
import type { Db } from '../adapters/store/index.ts'
import { appendLink } from '../audit/index.ts'
import { criterionOf, thresholdsOf } from './in-force.ts'
import { faultOf } from './level.ts'

export type CriterionResult = { readonly criterion: Criterion } | { readonly refused: Refusal }

/**
 * Puts a criterion up for release. Anybody may propose; another person releases. Under the lock "criteria", as its
 * number follows the last one.
 */
export const proposeCriterion = async (
  trx: Db,
  proposal: CriterionProposal,
  actor: Account,
  nowMs: number,
): Promise<CriterionResult> => {
  const { signature, reason } = proposal
  const thresholds = thresholdsOf(proposal)
  const validFrom = parseDay(proposal.validFrom)
  const fault = faultOf(thresholds) ?? tooEarly(validFrom, nowMs)
  if (fault) return { refused: refusal('bad-request', fault) }
  const id = await nextId(trx)
  const values = { signature, ...thresholds, validFrom: proposal.validFrom }
  const head = await appendLink(trx, {
    chainId: id,
    atMs: nowMs,
    actor: actor.name,
    action: 'propose',
    reason,
    detail: values,
  })
  const row = {
    id,
    signature,
    detector_version: await activeVersion(trx, signature),
    yellow_from: thresholds.yellowFrom,
    orange_from: thresholds.orangeFrom,
    red_from: thresholds.redFrom,
    close_below: thresholds.closeBelow,
    valid_from: validFrom,
    reason,
    proposed_by: actor.name,
    proposed_at: nowMs,
    state: 'proposed' as const,
    decided_by: null,
    decided_at: null,
    audit_head: head,
  }
  await trx.insertInto('criterion').values(row).execute()
  return { criterion: criterionOf(row) }
}

/** A criterion never reaches back: its first day lies after the day it is released on. */
export const tooEarly = (validFrom: number, nowMs: number): string | undefined => {
  const today = dayOf(nowMs)
  return validFrom > today
    ? undefined
    : `A criterion holds from the day after its release at the earliest: propose ${dayText(today + 1)} or later.`
}

const nextId = async (trx: Db): Promise<string> => {
  const last = await trx
    .selectFrom('criterion')
    .select('id')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  const number = Number(last?.id.slice('criterion-'.length) ?? 0) + 1
  return `criterion-${String(number).padStart(6, '0')}`
}

const activeVersion = async (trx: Db, signature: Signature): Promise<string> => {
  const row = await trx
    .selectFrom('detector_version')
    .select('version')
    .where('signature', '=', signature)
    .where('state', '=', 'active')
    .executeTakeFirst()
  return row?.version ?? '*'
}
