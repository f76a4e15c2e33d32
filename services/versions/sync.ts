import type { Detector } from '../../detectors/index.ts'
import type { VersionState } from '../../schemas/detector-version.ts'
import type { Db } from '../adapters/store/index.ts'
import { appendLink } from '../audit/index.ts'

const BUILT_IN = 'built-in'

/**
 * Brings the store's versions in line with the detectors of the program, at start, under the lock "criteria". The
 * first version of a signature is active; one that comes later runs in shadow until two people release it, unless
 * nothing was found yet that it could contradict. What was released stays.
 */
export const syncVersions = async (trx: Db, program: readonly Detector[], nowMs: number): Promise<void> => {
  for (const [signature, versions] of Map.groupBy(program, detector => detector.signature)) {
    const rows = await trx
      .selectFrom('detector_version')
      .select(['version', 'state'])
      .where('signature', '=', signature)
      .execute()
    const active = rows.find(({ state }) => state === 'active')
    const isHeld = versions.some(({ version }) => version === active?.version)
    const isUntouched = !active || (!isHeld && !(await hasFindings(trx)))
    if (active && isUntouched) await retire(trx, signature, active.version, nowMs)
    const fresh = versions.filter(({ version }) => !rows.some(row => row.version === version))
    for (const [i, { version }] of fresh.entries()) {
      await add(trx, signature, version, isUntouched && i === 0 ? 'active' : 'shadow', nowMs)
    }
  }
}

const hasFindings = async (trx: Db): Promise<boolean> =>
  (await trx.selectFrom('finding').select('id').limit(1).executeTakeFirst()) !== undefined

const add = async (
  trx: Db,
  signature: Detector['signature'],
  version: string,
  state: VersionState,
  nowMs: number,
): Promise<void> => {
  const isActive = state === 'active'
  const audit_head = await appendLink(trx, {
    chainId: versionChain(signature, version),
    atMs: nowMs,
    actor: BUILT_IN,
    action: isActive ? 'activate' : 'shadow',
  })
  await trx
    .insertInto('detector_version')
    .values({
      signature,
      version,
      state,
      since_day: isActive ? 0 : null,
      first_seen_at: nowMs,
      reason: '',
      proposed_by: null,
      proposed_at: null,
      released_by: isActive ? BUILT_IN : null,
      released_at: isActive ? nowMs : null,
      audit_head,
    })
    .execute()
}

/** A version that judged nothing worth keeping is put aside as if it had never been. */
const retire = async (
  trx: Db,
  signature: Detector['signature'],
  version: string,
  nowMs: number,
): Promise<void> => {
  const chainId = versionChain(signature, version)
  const audit_head = await appendLink(trx, { chainId, atMs: nowMs, actor: BUILT_IN, action: 'retire' })
  await trx
    .updateTable('detector_version')
    .set({ state: 'retired', since_day: null, audit_head })
    .where('signature', '=', signature)
    .where('version', '=', version)
    .execute()
}

/** Whose audit chain a version's is. */
export const versionChain = (signature: string, version: string): string => `detector-${signature}-${version}`
