import type { Selectable } from 'kysely'
import type { Detector } from '../../detectors/index.ts'
import type { EpochDay } from '../../schemas/day.ts'
import type { Db, Tables } from '../adapters/store/index.ts'

/** The detectors of one day. */
export interface Chosen {
  /** They make findings: one a signature at most */
  readonly active: readonly Detector[]
  /** They only score */
  readonly shadow: readonly Detector[]
}

/** Which versions of the detectors judge which day. */
export interface DetectorChoice {
  on(day: EpochDay): Chosen
  /** Reads anew if somebody may have released a version: when `mark` is another than last time, or absent */
  follow(trx: Db, mark?: number): Promise<void>
}

type Row = Pick<Selectable<Tables['detector_version']>, 'signature' | 'version' | 'state' | 'since_day'>

/** The choice among `program`, the detectors there are. Call `follow` once before use. */
export const createDetectorChoice = (program: readonly Detector[]): DetectorChoice => {
  let rows: Row[] = []
  let spans: { from: EpochDay; chosen: Chosen }[] = []
  let seen: number | undefined
  return {
    on: day => (spans.findLast(({ from }) => from <= day) ?? spans[0]!).chosen,
    async follow(trx, mark) {
      if (mark !== undefined && mark === seen) return
      rows = await trx
        .selectFrom('detector_version')
        .select(['signature', 'version', 'state', 'since_day'])
        .execute()
      spans = spansOf(program, rows)
      seen = mark
    },
  }
}

/** Stretches of days, ascending, with the detectors of each. */
const spansOf = (program: readonly Detector[], rows: readonly Row[]) => {
  const starts = [...new Set([0, ...rows.flatMap(({ since_day }) => since_day ?? [])])].sort((a, b) => a - b)
  const signatures = [...new Set(program.map(({ signature }) => signature))]
  const shadow = program.filter(detector => rowOf(rows, detector)?.state === 'shadow')
  return starts.map(from => ({
    from,
    chosen: {
      active: signatures.flatMap(signature => judgeOf(program, rows, signature, from) ?? []),
      shadow,
    },
  }))
}

const rowOf = (rows: readonly Row[], { signature, version }: Detector): Row | undefined =>
  rows.find(row => row.signature === signature && row.version === version)

/**
 * The version released last before a day. When the program holds it no more, one released after it; never one from
 * before it, which two people have put aside.
 */
const judgeOf = (
  program: readonly Detector[],
  rows: readonly Row[],
  signature: string,
  day: EpochDay,
): Detector | undefined => {
  const released = rows
    .flatMap(row =>
      row.signature === signature && row.since_day !== null ? [{ ...row, since: row.since_day }] : [],
    )
    .sort((a, b) => a.since - b.since)
  const first = released.findLastIndex(({ since }) => since <= day)
  for (const { version } of released.slice(Math.max(0, first))) {
    const held = program.find(detector => detector.signature === signature && detector.version === version)
    if (held) return held
  }
  return undefined
}
