import { Meter } from '../../schemas/meter.ts'
import { Reject } from '../../schemas/outcome.ts'
import { ProblemError } from '../../schemas/problem.ts'
import { DEFAULT_PROFILE, type ImportProfile } from '../../schemas/profile.ts'
import { GzipError, type IntakeResult, type Preview, type ReadRegistry } from '../../services/ingest/index.ts'
import type { Taken } from '../golden/take.ts'
import { judgeBatch } from './judge-batch.ts'
import { Broken, must } from './must.ts'

const ROWS_SHOWN = 20
const REJECTS_SHOWN = 50
const SENTENCE = /^\S.{0,2000}[.?]$/s

/** An error an importer may end with, in a word; any other is broken. */
export const kindOfError = (error: unknown): string => {
  if (error instanceof GzipError) return 'GzipError'
  if (!(error instanceof ProblemError)) throw new Broken(`no error for a person: ${(error as Error)?.stack}`)
  must(SENTENCE.test(error.message), `no sentence: ${error.message.slice(0, 200)}`)
  return error.code
}

/** What became of an intake, in a word. */
export const judgeIntake = (
  { batches, rejects, end }: Taken,
  profile: ImportProfile = DEFAULT_PROFILE,
): string => {
  let accepted = 0
  for (const batch of batches) accepted += judgeBatch(batch, profile)
  for (const { layout, ...reject } of rejects) {
    must(Reject.safeParse(reject).success, `no reject: ${JSON.stringify(reject).slice(0, 300)}`)
    must(SENTENCE.test(reject.detail), `a reject without a sentence: ${reject.detail.slice(0, 300)}`)
    must(layout.header === null || layout.header.length > 0, 'a reject under no header')
  }
  if ('error' in end) return kindOfError(end.error)
  judgeCounts(end.result, accepted, rejects.length)
  return accepted > 0 ? 'taken' : 'nothing taken'
}

const judgeCounts = (result: IntakeResult, accepted: number, rejected: number): void => {
  must(
    result.received === result.accepted + result.rejected,
    `counts do not add up: ${JSON.stringify(result)}`,
  )
  must(result.accepted === accepted, `${result.accepted} told as accepted, ${accepted} in the batches`)
  must(result.rejected === rejected, `${result.rejected} told as rejected, ${rejected} handed on`)
  const byReason = Object.values(result.byReason).reduce((sum, count) => sum + count, 0)
  must(byReason === rejected, 'reasons do not add up')
  must(
    result.firstRejects.length === Math.min(rejected, REJECTS_SHOWN),
    'the first rejects are not the first',
  )
}

export const judgePreview = ({ rows, columns }: Preview): void => {
  must(rows.length <= ROWS_SHOWN, 'a preview shows too much')
  must(Array.isArray(columns), 'a preview without columns')
  for (const { line, understood, fault } of rows) {
    must(line > 0 && (understood ?? fault) !== undefined, 'a row of a preview says nothing')
    const told = [...(understood?.kw ?? []), ...Object.values(understood?.registers ?? {})]
    must(told.every(Number.isFinite), `a preview shows ${told}, which JSON cannot tell`)
  }
}

/** A preview must tell of its rows what the intake then does with them. */
export const judgeSame = ({ rows, form }: Preview, { rejects, end }: Taken): void => {
  if ('error' in end || form === 'registry') return
  for (const { line, fault } of rows) {
    const reasons = rejects.filter(reject => reject.line === line).map(({ reason }) => reason)
    const isSame = fault ? reasons.includes(fault.reason) : reasons.length === 0
    must(isSame, `line ${line} is ${fault?.reason ?? 'good'} in the preview, but ${reasons} when taken in`)
  }
}

export const judgeRegistry = ({ meters, faults }: ReadRegistry): void => {
  for (const meter of meters) must(Meter.safeParse(meter).success, 'an entry is no Meter')
  for (const { line, detail } of faults) must(line > 1 && detail.length > 0, 'a fault says nothing')
  for (const entries of Map.groupBy(meters, ({ meterId }) => meterId).values()) {
    const ordered = entries.toSorted((a, b) => ((a.validFrom ?? '') < (b.validFrom ?? '') ? -1 : 1))
    for (const [i, next] of ordered.slice(1).entries()) {
      const { validFrom, validTo } = ordered[i]!
      must(validFrom !== next.validFrom, 'two entries of a meter begin on one day')
      must(validTo === null || validTo < next.validFrom!, 'two entries of a meter overlap')
    }
  }
}
