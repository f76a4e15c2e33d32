import type { Selectable } from 'kysely'
import type { Detector } from '../../detectors/index.ts'
import type { Signature } from '../../schemas/finding.ts'
import type { Db, Tables } from '../adapters/store/index.ts'
import { appendLink } from '../audit/index.ts'

const BUILT_IN = 'built-in'

type Row = Selectable<Tables['detector_version']>
type Step = 'activate' | 'shadow' | 'retire'

/**
 * Brings the store's versions in line with the detectors of the program, at start, under the lock "criteria". The
 * first version of a signature is active; one that comes later, or comes back, runs in shadow until two people
 * release it, unless nothing was found yet that it could contradict. What was released stays.
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
    if (active && isUntouched) await take(trx, signature, active.version, 'retire', nowMs)
    for (const [i, { version }] of versions.entries()) {
      const known = rows.find(row => row.version === version)
      const comes = !known || (known.state === 'retired' && !isHeld)
      const isFirst = isUntouched && i === 0
      if (comes || (isFirst && known.state === 'shadow')) {
        await take(trx, signature, version, isFirst ? 'activate' : 'shadow', nowMs)
      }
    }
  }
}

const hasFindings = async (trx: Db): Promise<boolean> =>
  (await trx.selectFrom('finding').select('id').limit(1).executeTakeFirst()) !== undefined

/** What becomes of a version at start. One that judged nothing worth keeping is put aside as if it never had. */
const CHANGES: Readonly<Record<Step, (nowMs: number) => Partial<Row>>> = {
  activate: nowMs => ({ state: 'active', since_day: 0, released_by: BUILT_IN, released_at: nowMs }),
  shadow: () => ({ state: 'shadow', proposed_by: null, proposed_at: null, reason: '' }),
  retire: () => ({ state: 'retired', since_day: null }),
}

const take = async (
  trx: Db,
  signature: Signature,
  version: string,
  step: Step,
  nowMs: number,
): Promise<void> => {
  const chainId = versionChain(signature, version)
  const audit_head = await appendLink(trx, { chainId, atMs: nowMs, actor: BUILT_IN, action: step })
  const change = { ...CHANGES[step](nowMs), audit_head }
  await trx
    .insertInto('detector_version')
    .values({
      signature,
      version,
      state: 'shadow',
      since_day: null,
      first_seen_at: nowMs,
      reason: '',
      proposed_by: null,
      proposed_at: null,
      released_by: null,
      released_at: null,
      ...change,
    })
    .onConflict(conflict => conflict.columns(['signature', 'version']).doUpdateSet(change))
    .execute()
}

/** Whose audit chain a version's is. */
export const versionChain = (signature: string, version: string): string => `detector-${signature}-${version}`
