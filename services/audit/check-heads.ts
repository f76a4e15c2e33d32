import { sql } from 'kysely'
import type { Db } from '../adapters/store/index.ts'
import type { FaultList } from './faults.ts'
import { ROOTS } from './root.ts'
import { inScope, type Scope } from './scope.ts'

/** A chain that does not end where it should. */
interface Ending {
  readonly chain: string
  readonly sequence: number | null
  readonly stored: string | null
  readonly rebuilt: string | null
}

/**
 * Compares where each chain ends with the head that is kept of it, and that with the head that whose chain it is
 * keeps. Each question is one statement, so that it is right beside a service that goes on writing.
 */
export const checkHeads = async (db: Db, scope: Scope, faults: FaultList): Promise<void> => {
  for (const { at, question } of [
    { at: 'head', question: cut(scope) },
    { at: 'head', question: overlong(scope) },
    { at: 'owner-head', question: otherOwner(scope) },
  ] as const) {
    const { rows } = await question.execute(db)
    for (const { chain, sequence, stored, rebuilt } of rows) {
      const place = { chain, sequence: sequence === null ? null : Number(sequence), day: null }
      faults.add({ ...place, at, stored: stored ?? '', rebuilt: rebuilt ?? '' })
    }
  }
}

/** The link that the head names is gone, or another. */
const cut = (scope: Scope) => sql<Ending>`
  select c.id as chain, c.links as sequence, c.head as stored, a.hash as rebuilt from audit_chain c
    left join audit a on a.case_id = c.id and a.sequence = c.links
    where c.id <> ${ROOTS} and ${inScope(scope, sql.ref('c.id'))} and (a.hash is null or a.hash <> c.head)
    order by c.id`

/** There are links after the one that the head names, or there is no head at all. */
const overlong = (scope: Scope) => sql<Ending>`
  select a.case_id as chain, a.sequence as sequence, c.head as stored, a.hash as rebuilt from audit a
    left join audit_chain c on c.id = a.case_id
    where ${inScope(scope, sql.ref('a.case_id'))} and (c.links is null or a.sequence > c.links)
    order by a.case_id, a.sequence`

/** Of a case, a criterion or a detector version, whose own head is another. */
const otherOwner = (scope: Scope) => sql<Ending>`
  select o.id as chain, null as sequence, o.head as stored, c.head as rebuilt from (
    select id, audit_head as head from cases
    union all select id, audit_head from criterion
    union all select 'detector-' || signature || '-' || version, audit_head from detector_version) o
    left join audit_chain c on c.id = o.id
    where ${inScope(scope, sql.ref('o.id'))} and (c.head is null or c.head <> o.head)
    order by o.id`
