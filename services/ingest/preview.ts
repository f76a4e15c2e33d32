import type { Meter } from '../../schemas/meter.ts'
import type { RejectReason } from '../../schemas/outcome.ts'
import type { ImportForm } from '../../schemas/profile.ts'
import { faultOfRow, meterOf } from './check.ts'
import type { Column } from './forms/header.ts'
import { lineReader } from './line-reader.ts'
import { type InputOptions, type Opening, openInput } from './open-input.ts'
import type { RawRow } from './raw-rows.ts'
import { registryReader } from './read-registry.ts'
import { FORM_OF_ROW } from './tally.ts'
import type { Encoding, Packing } from './text/source.ts'
import { type Understood, understoodMeter, understoodRow } from './understood.ts'
import type { MeterFinder } from './validate.ts'

const ROWS_SHOWN = 20

/** A row as it would be taken; with a fault it would be turned away, or, of a day row, points of it. */
export interface PreviewRow {
  readonly line: number
  readonly understood?: Understood
  readonly fault?: { readonly reason: RejectReason; readonly detail: string }
}

/** How an input would be taken, by its first rows. */
export interface Preview {
  readonly form: ImportForm
  readonly encoding: Encoding
  readonly packed: Packing
  /** None for NDJSON */
  readonly columns: readonly Column[]
  readonly rows: readonly PreviewRow[]
}

/**
 * Reads the first 20 rows of an input, readings or registry, as `takeIn` and `readRegistry` would, and stops
 * reading. Throws what those throw when an input cannot be read at all.
 */
export const previewOf = async (
  bytes: AsyncIterable<Uint8Array>,
  options: InputOptions,
  { meters, nowMs }: { readonly meters: MeterFinder; nowMs(): number },
): Promise<Preview> => {
  const input = await openInput(bytes, options, anyReader)
  const rows: PreviewRow[] = []
  let form = input.header?.form
  reading: for await (const lines of input.lines) {
    for (const { number, text } of lines) {
      if (rows.length === ROWS_SHOWN) break reading
      const read = input.read(text)
      if ('kind' in read) form ??= FORM_OF_ROW[read.kind]
      rows.push({ line: number, ...shown(read, input, meters, nowMs()) })
    }
  }
  const { encoding, packed } = input.source
  return { form: form ?? 'readings', encoding, packed, columns: input.header?.columns ?? [], rows }
}

const anyReader = (opening: Opening): ((line: string) => RawRow | Meter | { detail: string }) =>
  opening.header?.form === 'registry' ? registryReader(opening) : lineReader(opening)

const shown = (
  read: RawRow | Meter | { detail: string },
  { profile }: Opening,
  meters: MeterFinder,
  nowMs: number,
): Omit<PreviewRow, 'line'> => {
  if ('detail' in read) return { fault: { reason: 'malformed', ...read } }
  if (!('kind' in read)) return { understood: understoodMeter(read, meters) }
  const meter = meterOf(read, meters)
  const whole = faultOfRow(read, meter, { meters, profile, nowMs })
  const fault = whole ?? (read.kind === 'day' ? read.bad[0]?.fault : undefined)
  return { understood: understoodRow(read, meter, meters, profile), ...(fault ? { fault } : {}) }
}
