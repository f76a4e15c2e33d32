import type { ImportProfile } from '../../../schemas/profile.ts'
import { type Fault, fault } from '../fault.ts'
import type { RawReading } from '../raw-rows.ts'
import { csvCells } from '../text/csv-cells.ts'
import { isAbsent, notANumber, numberOf, revisionIn, toKw, wrongWidth } from './cells.ts'
import type { Header } from './header.ts'
import { createInstantReader } from './instant.ts'
import { reactiveOf } from './power-factor.ts'

/** Reads rows of `meter_id,ts,kw[,kvar][,pf][,revision]`; `ts` is the interval's END. */
export const readingRows = (
  { columns, place }: Header,
  profile: ImportProfile,
): ((line: string) => RawReading | Fault) => {
  const [meterId, ts, kw] = [place('meter_id'), place('ts'), place('kw')]
  const [kvar, pf, revision] = [place('kvar'), place('pf'), place('revision')]
  const instant = createInstantReader(profile.zone)
  const scaled = toKw(profile)
  return line => {
    const row = csvCells(line, profile.delimiter)
    if (row.length !== columns.length) return wrongWidth(row.length, columns.length)
    const id = row[meterId]!.trim()
    if (id === '' || row[ts] === '' || row[kw] === '') {
      return fault('missing-field', 'meter_id, ts and kw must all be given.')
    }
    const atMs = instant(row[ts]!.trim())
    if (Number.isNaN(atMs)) return badTime(row[ts]!, profile.zone)
    const power = numberOf(row[kw]!)
    if (power === undefined) return notANumber('kw', row[kw]!)
    const told = kvar < 0 || isAbsent(row[kvar]!) ? Number.NaN : numberOf(row[kvar]!)
    if (told === undefined) return notANumber('kvar', row[kvar]!)
    const reactive = pf >= 0 && Number.isNaN(told) ? reactiveOf(power, numberOf(row[pf]!)) : told
    const version = revisionIn(row, revision)
    if (version === undefined) return notANumber('revision', row[revision]!)
    return {
      kind: 'reading',
      meterId: id,
      atMs,
      kw: scaled(power),
      kvar: scaled(reactive),
      revision: version,
    }
  }
}

const badTime = (text: string, zone: string | undefined): Fault =>
  fault(
    'bad-time',
    zone === undefined
      ? `"${text.slice(0, 40)}" is no instant with an offset, such as 2026-11-01T00:15:00+08:00.`
      : `"${text.slice(0, 40)}" is no instant, such as 2026-11-01 00:15:00.`,
  )
