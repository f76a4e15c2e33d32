import type { Account } from '../../schemas/account.ts'
import type { Case, CaseState } from '../../schemas/case.ts'
import { type Refusal, refusal } from '../../schemas/problem.ts'
import { seesCase, wallOf } from '../access/index.ts'
import type { Db } from '../adapters/store/index.ts'
import { recordDeed } from './audit.ts'
import { numberKey } from './case-number.ts'
import { grow, join, standAlone } from './join-members.ts'
import { caseIdOf, findCase } from './queries.ts'
import { STATE_NAMES } from './transitions.ts'

export interface Merging {
  readonly caseId: string
  /** Numbers or ids of the cases it is merged with */
  readonly with: readonly string[]
  readonly reason: string
  /** From the token, never from the request */
  readonly actor: Account
}

export interface Splitting {
  readonly caseId: string
  /** Number or id of the case that is to stand by itself again */
  readonly member: string
  readonly reason: string
  readonly actor: Account
}

export type MergeResult = { readonly case: Case } | { readonly refused: Refusal }

/** While nothing has been submitted to anybody */
const BEFORE_REVIEW: readonly CaseState[] = ['to-check', 'on-site']
const ROLES: readonly Account['role'][] = ['analyst', 'reviewer']

/** Merges cases of one site (同一场所): the one with the oldest number leads, the others become its members. */
export const mergeCases = async (trx: Db, merging: Merging, nowMs: number): Promise<MergeResult> => {
  const { caseId, actor, reason } = merging
  const wrong = wrongRole(actor, 'merge')
  if (wrong) return { refused: wrong }
  const cases: Case[] = [(await findCase(trx, caseId))!]
  for (const name of merging.with) {
    const found = await caseSeen(trx, name, actor)
    if (!found) return { refused: refusal('not-found', `There is no case ${name}.`) }
    if (cases.some(({ id }) => id === found.id)) {
      const detail = `The case ${found.number} is named twice: name each case once, and none with itself.`
      return { refused: refusal('bad-request', detail) }
    }
    cases.push(found)
  }
  const refused = notToBeMerged(cases)
  if (refused) return { refused }
  const [lead, ...joining] = cases.sort(byAge) as [Case, ...Case[]]
  for (const member of joining) await join(trx, member, lead, nowMs)
  const { id, state } = lead
  await grow(trx, lead)
  await recordDeed(trx, {
    caseId: id,
    atMs: nowMs,
    actor: actor.name,
    action: 'merge',
    from: state,
    to: state,
    reason,
    detail: { members: joining.map(({ number }) => number) },
  })
  return { case: (await findCase(trx, id))! }
}

/** Takes a member out again: it is to be checked by itself. */
export const splitCase = async (trx: Db, splitting: Splitting, nowMs: number): Promise<MergeResult> => {
  const { caseId, actor, reason } = splitting
  const wrong = wrongRole(actor, 'split')
  if (wrong) return { refused: wrong }
  const lead = (await findCase(trx, caseId))!
  const member = await caseSeen(trx, splitting.member, actor)
  if (!member || member.mergedInto !== lead.id) {
    const detail = `The case ${lead.number} has no member ${splitting.member}.`
    return { refused: refusal('not-found', detail) }
  }
  if (!BEFORE_REVIEW.includes(lead.state)) {
    const detail = `A case that is ${named(lead)} is not split: only one that is to be checked or on site.`
    return { refused: refusal('wrong-state', detail) }
  }
  await standAlone(trx, member, lead, nowMs)
  await grow(trx, lead)
  await recordDeed(trx, {
    caseId: lead.id,
    atMs: nowMs,
    actor: actor.name,
    action: 'split',
    from: lead.state,
    to: lead.state,
    reason,
    detail: { member: member.number },
  })
  return { case: (await findCase(trx, lead.id))! }
}

const wrongRole = ({ role }: Account, action: string): Refusal | undefined =>
  ROLES.includes(role)
    ? undefined
    : refusal(
        'forbidden',
        `To ${action} cases takes one of the roles ${ROLES.join(', ')}; this token has the role ${role}.`,
      )

const caseSeen = async (trx: Db, name: string, actor: Account): Promise<Case | undefined> => {
  const id = await caseIdOf(trx, name)
  return id !== undefined && (await seesCase(trx, wallOf(actor), id)) ? findCase(trx, id) : undefined
}

/** Of several supply units (供电单位) each would see the other's case. */
const notToBeMerged = (cases: readonly Case[]): Refusal | undefined => {
  const [first, ...others] = cases as [Case, ...Case[]]
  const moved = cases.find(({ state }) => !BEFORE_REVIEW.includes(state))
  if (moved) {
    const detail = `The case ${moved.number} is ${named(moved)}: only cases that are to be checked or on site are merged.`
    return refusal('wrong-state', detail)
  }
  const elsewhere = others.find(({ supplyUnit }) => supplyUnit !== first.supplyUnit)
  return (
    elsewhere &&
    refusal(
      'wrong-state',
      `The case ${elsewhere.number} belongs to another supply unit: it cannot be merged.`,
    )
  )
}

const named = ({ state }: Case): string => `${STATE_NAMES[state].en} (${STATE_NAMES[state].zh})`

const byAge = (a: Case, b: Case): number => (numberKey(a.number) < numberKey(b.number) ? -1 : 1)
