import type { Detector } from '../../detectors/index.ts'
import { dayText } from '../../schemas/day.ts'
import type { DetectorVersion } from '../../schemas/detector-version.ts'
import type { BothLanguages, Signature } from '../../schemas/finding.ts'
import type { Db } from '../adapters/store/index.ts'
import { readChain } from '../audit/index.ts'
import { shadowDaysOf } from './shadow.ts'
import { versionChain } from './sync.ts'

/** Every version the store knows, with how long it ran in shadow. `program`: the detectors there are. */
export const listVersions = async (db: Db, program: readonly Detector[]): Promise<DetectorVersion[]> => {
  const rows = await db
    .selectFrom('detector_version')
    .selectAll()
    .orderBy('signature')
    .orderBy('first_seen_at')
    .orderBy('version')
    .execute()
  const versions: DetectorVersion[] = []
  for (const row of rows) {
    const { signature, version } = row
    const shadow = await shadowDaysOf(db, signature, version)
    const { whole } = await readChain(db, versionChain(signature, version), row.audit_head)
    versions.push({
      signature,
      version,
      state: row.state,
      since: row.since_day === null || row.since_day === 0 ? null : dayText(row.since_day),
      shadowDays: shadow.days,
      firstShadowDay: shadow.first === null ? null : dayText(shadow.first),
      inProgram: holds(program, signature, version),
      reason: row.reason,
      proposedBy: row.proposed_by,
      proposedAt: instant(row.proposed_at),
      releasedBy: row.released_by,
      releasedAt: instant(row.released_at),
      auditWhole: whole,
    })
  }
  return versions
}

/** Signatures whose active version the program holds no more: nobody judges them until another one is released. */
export const versionNotices = async (db: Db, program: readonly Detector[]): Promise<BothLanguages[]> => {
  const rows = await db
    .selectFrom('detector_version')
    .select(['signature', 'version'])
    .where('state', '=', 'active')
    .orderBy('signature')
    .execute()
  return rows
    .filter(({ signature, version }) => !holds(program, signature, version))
    .map(({ signature, version }) => ({
      zh: `本程序不再包含 ${signature} 的在用版本 ${version}：新版本试运行中，经两人发布前该特征不产生发现。`,
      en: `This program no longer holds version ${version} of ${signature}, which is active: its own version runs in shadow, and nothing is found of this signature until two people release it.`,
    }))
}

const holds = (program: readonly Detector[], signature: Signature, version: string): boolean =>
  program.some(detector => detector.signature === signature && detector.version === version)

const instant = (ms: number | null): string | null => (ms === null ? null : new Date(ms).toISOString())
