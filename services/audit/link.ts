import { createHash } from 'node:crypto'
import type { AuditEntry } from '../../schemas/case.ts'
import type { Tables } from '../adapters/store/index.ts'

/** A link as it is stored. */
export type Link = Tables['audit']

/** The hash before the first link, and before the first root. */
export const BEFORE_FIRST = '0'.repeat(64)

/** What a link's hash is taken over: the rest of it as JSON without spaces, keys in the order of the alphabet. */
export const linkText = (link: Omit<Link, 'hash'>): string =>
  JSON.stringify({
    action: link.action,
    actor: link.actor,
    at: link.at,
    case_id: link.case_id,
    detail: link.detail,
    from_state: link.from_state,
    previous_hash: link.previous_hash,
    reason: link.reason,
    sequence: link.sequence,
    to_state: link.to_state,
  })

export const hashOfLink = (link: Omit<Link, 'hash'>): string => sha256(linkText(link))

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** JSON with its keys in order, so that the same content has the same bytes. */
export const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )

/** Where a link is broken, and at what; the stored value beside the one it should be. */
export interface ChainFault {
  readonly sequence: number
  readonly at: 'sequence' | 'previous-hash' | 'hash' | 'head'
  readonly stored: string
  readonly rebuilt: string
}

/** What is wrong with a link that should be the one of that sequence, after the link with that hash. */
export const faultsOfLink = ({ hash, ...link }: Link, sequence: number, previous: string): ChainFault[] => {
  const rebuilt = hashOfLink(link)
  if (link.sequence === sequence && link.previous_hash === previous && hash === rebuilt) return []
  const compared = [
    { at: 'sequence', stored: String(link.sequence), rebuilt: String(sequence) },
    { at: 'previous-hash', stored: link.previous_hash, rebuilt: previous },
    { at: 'hash', stored: hash, rebuilt },
  ] as const
  return compared
    .filter(({ stored, rebuilt }) => stored !== rebuilt)
    .map(fault => ({ sequence: link.sequence, ...fault }))
}

/** A link as it is shown. */
export const entryOf = (row: Link): AuditEntry => ({
  caseId: row.case_id,
  sequence: row.sequence,
  at: new Date(row.at).toISOString(),
  actor: row.actor,
  action: row.action,
  from: row.from_state,
  to: row.to_state,
  reason: row.reason,
  detail: JSON.parse(row.detail) as Record<string, unknown>,
  previousHash: row.previous_hash,
  hash: row.hash,
})
