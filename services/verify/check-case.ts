import type { AuditEntry, Case, Charge } from '../../schemas/case.ts'
import type { VerificationCheck } from '../../schemas/verification.ts'
import type { Db } from '../adapters/store/index.ts'
import { CHARGING, readAudit } from '../cases/index.ts'
import { checked } from './check.ts'
import { differencesOf } from './differences.ts'

/** The case against its charges and what its audit says of them. */
export const checkCase = async (db: Db, held: Case): Promise<VerificationCheck> => {
  const { entries } = await readAudit(db, held.id)
  const opened = Math.min(...held.charges.map(({ openedAt }) => Date.parse(openedAt)))
  const stored = {
    openedAt: Date.parse(held.openedAt),
    state: held.state,
    submittedBy: held.submittedBy,
    reportedAt: held.reportedAt,
    charges: Object.fromEntries(held.charges.map(charge => [charge.signature, saidOf(charge)])),
  }
  const rebuilt = {
    openedAt: opened,
    state: entries.findLast(({ to }) => to !== null)?.to ?? null,
    submittedBy: submittedBy(entries),
    reportedAt: held.reportedAt === null ? null : releasedAt(entries, held.reportedAt),
    charges: Object.fromEntries(
      held.charges.map(({ signature }) => [signature, recorded(entries, signature)]),
    ),
  }
  return checked(
    'case',
    null,
    `案件状态、立案时间和每个嫌疑项所依据的发现与审计记录比较（${entries.length} 条）。`,
    `State, opening and the finding of each charge against what its audit recorded (${entries.length} entries).`,
    differencesOf(stored, rebuilt),
  )
}

const saidOf = ({ findingId, score, level, unsupported }: Charge) => ({
  findingId,
  score,
  level,
  unsupported,
})

/** What the audit last recorded of a charge. */
const recorded = (entries: readonly AuditEntry[], signature: string) => {
  const { findingId, score, level, unsupported } =
    entries.findLast(({ action, detail }) => CHARGING.has(action) && detail.signature === signature)
      ?.detail ?? {}
  return { findingId, score, level, unsupported }
}

/** Who submitted it last, unless that was undone. */
const submittedBy = (entries: readonly AuditEntry[]): string | null =>
  entries.reduce<string | null>((name, { action, actor, detail }) => {
    if (action === 'submit') return actor
    const { restored } = detail as { restored?: { submitted_by?: string | null } }
    return restored?.submitted_by === undefined ? name : restored.submitted_by
  }, null)

/** When the audit says it was released, as precisely as the case does. */
const releasedAt = (entries: readonly AuditEntry[], reportedAt: string): string | null => {
  const at = entries.findLast(({ action }) => action === 'release')?.at
  const isSame = at !== undefined && Math.floor(Date.parse(at) / 1000) === Date.parse(reportedAt) / 1000
  return isSame ? reportedAt : (at ?? null)
}

/** The audit chain reckoned anew link by link. */
export const checkAudit = async (db: Db, { id }: Case): Promise<VerificationCheck> => {
  const { entries, faults } = await readAudit(db, id)
  return checked(
    'audit',
    null,
    `审计链 ${entries.length} 环逐环重算哈希，末环与案件所记一致性比较。`,
    `The audit chain of ${entries.length} links hashed anew link by link, its head against the case’s own.`,
    faults.map(({ sequence, at, stored, rebuilt }) => ({ at: `link ${sequence} ${at}`, stored, rebuilt })),
  )
}
