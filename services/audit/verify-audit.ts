import type { AuditVerification } from '../../schemas/audit.ts'
import { dayText } from '../../schemas/day.ts'
import type { Db } from '../adapters/store/index.ts'
import { checkHeads } from './check-heads.ts'
import { checkLinks } from './check-links.ts'
import { checkRoots, readRoots } from './check-roots.ts'
import { createFaultList } from './faults.ts'
import { lastRoot } from './root.ts'
import type { Scope } from './scope.ts'

/**
 * Hashes the audit of a scope anew: every link, where each chain ends, every root. Writes nothing, needs little memory
 * however long the audit is, and may run beside a service that goes on writing.
 */
export const verifyAudit = async (db: Db, scope: Scope): Promise<AuditVerification> => {
  const faults = createFaultList()
  const roots = await readRoots(db, scope)
  const walked = await checkLinks(
    db,
    scope,
    roots.rows.map(({ day }) => day),
    faults,
  )
  await checkHeads(db, scope, faults)
  await checkRoots(db, scope, roots, walked, faults)
  const last = await lastRoot(db)
  return {
    whole: faults.count === 0,
    chains: walked.chains,
    links: walked.links,
    roots: roots.rows.length,
    sealedTo: last ? dayText(last.day) : null,
    faults: [...faults.shown],
    faultsInAll: faults.count,
  }
}
