import type { Selectable } from 'kysely'
import type { Criterion, CriterionTrial, Thresholds } from '../../schemas/criterion.ts'
import { dayText, type EpochDay } from '../../schemas/day.ts'
import type { Signature } from '../../schemas/finding.ts'
import type { Db, Tables } from '../adapters/store/index.ts'

/** How far under `yellowFrom` a charge fades when nothing else is said. */
const FADE_MARGIN = 0.1
const BUILT_IN: Thresholds = { yellowFrom: 0.7, orangeFrom: 0.8, redFrom: 0.9, closeBelow: 0.6 }

/** Which criterion holds for which day. */
export interface Criteria {
  /** The one for findings of a day: of those valid then the one released last */
  at(signature: Signature, day: EpochDay): Criterion
  /** A score below it opens nothing on any day */
  lowest(signature: Signature): number
  /** First days of the released ones, ascending: from one to the next the same criterion holds */
  changeDays(signature: Signature): EpochDay[]
}

/** Before anybody released another: from the beginning, for every signature. */
export const builtIn = (signature: Signature): Criterion => ({
  ...BUILT_IN,
  id: `built-in-${signature}`,
  signature,
  detectorVersion: '*',
  validFrom: null,
  reason: 'The first criterion of every signature.',
  state: 'released',
  proposedBy: 'built-in',
  proposedAt: null,
  releasedBy: 'built-in',
  releasedAt: null,
  refusedBy: null,
  refusedAt: null,
})

/** The criteria as released so far. */
export const loadCriteria = async (db: Db): Promise<Criteria> => {
  const rows = await db
    .selectFrom('criterion')
    .selectAll()
    .where('state', '=', 'released')
    .orderBy('decided_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  const released = Map.groupBy(rows, ({ signature }) => signature)
  const first = new Map<Signature, Criterion>()
  const builtInOf = (signature: Signature): Criterion => {
    const known = first.get(signature) ?? builtIn(signature)
    first.set(signature, known)
    return known
  }
  return {
    at(signature, day) {
      const row = released.get(signature)?.find(({ valid_from }) => valid_from <= day)
      return row ? criterionOf(row) : builtInOf(signature)
    },
    lowest: signature =>
      Math.min(
        builtInOf(signature).yellowFrom,
        ...(released.get(signature) ?? []).map(({ yellow_from }) => yellow_from),
      ),
    changeDays: signature =>
      [...new Set(released.get(signature)?.map(({ valid_from }) => valid_from))].sort((a, b) => a - b),
  }
}

/** The thresholds of a trial, with its margin for fading. */
export const thresholdsOf = ({
  yellowFrom,
  orangeFrom,
  redFrom,
  closeBelow,
}: CriterionTrial): Thresholds => ({
  yellowFrom,
  orangeFrom,
  redFrom,
  // Rounded, for 0.7 - 0.1 is not 0.6 in binary.
  closeBelow: closeBelow ?? Math.round((yellowFrom - FADE_MARGIN) * 1e6) / 1e6,
})

export const criterionOf = (row: Selectable<Tables['criterion']>): Criterion => {
  const decidedAt = row.decided_at === null ? null : new Date(row.decided_at).toISOString()
  const [isReleased, isRefused] = [row.state === 'released', row.state === 'refused']
  return {
    id: row.id,
    signature: row.signature,
    detectorVersion: row.detector_version,
    yellowFrom: row.yellow_from,
    orangeFrom: row.orange_from,
    redFrom: row.red_from,
    closeBelow: row.close_below,
    validFrom: dayText(row.valid_from),
    reason: row.reason,
    state: row.state,
    proposedBy: row.proposed_by,
    proposedAt: new Date(row.proposed_at).toISOString(),
    releasedBy: isReleased ? row.decided_by : null,
    releasedAt: isReleased ? decidedAt : null,
    refusedBy: isRefused ? row.decided_by : null,
    refusedAt: isRefused ? decidedAt : null,
  }
}
