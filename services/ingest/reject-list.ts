import { shanghaiText } from '../../schemas/day.ts'
import { DEFAULT_PROFILE } from '../../schemas/profile.ts'
import { endOfPoint } from './check.ts'
import type { Fault } from './fault.ts'
import type { BookedReject, Layout } from './layout.ts'
import type { Opening } from './open-input.ts'
import type { BadPoint, RawDay } from './raw-rows.ts'
import { type Line, LONGEST_LINE } from './text/split-lines.ts'

/** Gathers what is turned away, each with what is needed to take it in again. */
export interface RejectList {
  readonly length: number
  line(line: Line, fault: Fault): void
  /** A single point of a day row, kept as a reading of its own */
  point(line: Line, row: RawDay, bad: BadPoint): void
  /** What was gathered; starts anew. */
  take(): BookedReject[]
}

export const createRejectList = ({ header, profile }: Pick<Opening, 'header' | 'profile'>): RejectList => {
  const ofLines: Layout = { header: header?.line ?? null, profile }
  const ofPoints: Layout = { header: null, profile: { ...DEFAULT_PROFILE, side: profile.side } }
  let rejects: BookedReject[] = []
  return {
    get length() {
      return rejects.length
    },
    line({ number, text }, fault) {
      rejects.push({ ...fault, line: number, raw: copyOf(text.slice(0, LONGEST_LINE)), layout: ofLines })
    },
    point({ number }, row, bad) {
      const raw = readingText(row, bad, endOfPoint(row, bad.point, profile))
      rejects.push({ ...bad.fault, line: number, raw, layout: ofPoints })
    },
    take() {
      const taken = rejects
      rejects = []
      return taken
    },
  }
}

/** A slice would keep the whole block it was cut from. */
const copyOf = (text: string): string => Buffer.from(text).toString()

/** NDJSON as the contract Reading says, but for what is wrong with it. */
const readingText = ({ meterId, revision }: RawDay, { kw, kvar }: BadPoint, atMs: number): string =>
  JSON.stringify({
    meterId,
    at: shanghaiText(atMs),
    kw: shown(kw),
    ...(Number.isNaN(kvar) ? {} : { kvar: shown(kvar) }),
    ...(revision > 0 ? { revision } : {}),
  })

/** JSON knows no infinity. */
const shown = (value: number | string): number | string =>
  typeof value === 'string' || Number.isFinite(value) ? value : String(value)
