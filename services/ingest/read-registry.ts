import type { Meter } from '../../schemas/meter.ts'
import { ProblemError } from '../../schemas/problem.ts'
import type { ImportProfile } from '../../schemas/profile.ts'
import { registryRows } from './forms/registry-csv.ts'
import { faultOfDays } from './forms/registry-days.ts'
import { faultOfLine } from './line-reader.ts'
import { type Opening, openInput } from './open-input.ts'
import type { Encoding, Packing } from './text/source.ts'

/** Letters of a registry, which is held whole: a million meters of a province are 200 million. */
const LETTERS_AT_MOST = 256 * 1024 * 1024

/** A registry as it was read: good entries beside the rows that cannot be used. */
export interface ReadRegistry {
  readonly meters: Meter[]
  /** One sentence for each row that was not taken, with its line counted from 1 */
  readonly faults: { readonly line: number; readonly detail: string }[]
  readonly encoding: Encoding
  readonly packed: Packing
}

/**
 * Reads a registry of any packing and encoding; columns in any order, others are ignored. A meter may stand in
 * several rows when their days do not overlap. Throws ProblemError when it cannot be read at all: `bad-columns`
 * when a column is missing.
 */
export const readRegistry = async (bytes: Uint8Array, profile?: ImportProfile): Promise<ReadRegistry> => {
  const input = await openInput(once(bytes), { profile }, registryReader, 'registry')
  const byMeter = new Map<string, Meter[]>()
  const meters: Meter[] = []
  const faults: { line: number; detail: string }[] = []
  let letters = 0
  for await (const lines of input.lines) {
    for (const { number, text } of lines) {
      letters += text.length
      const entry = input.read(text)
      if ('detail' in entry) {
        faults.push({ line: number, detail: entry.detail })
        continue
      }
      const others = byMeter.get(entry.meterId) ?? []
      const detail = faultOfDays(entry, others)
      if (detail !== undefined) {
        faults.push({ line: number, detail })
        continue
      }
      byMeter.set(entry.meterId, [...others, entry])
      meters.push(entry)
    }
    if (letters > LETTERS_AT_MOST)
      throw new ProblemError('too-large', 'The registry is over 256 MB: send it in parts.')
  }
  return { meters, faults, encoding: input.source.encoding, packed: input.source.packed }
}

export const registryReader = ({ header, profile, source }: Opening) => {
  const read = registryRows(header!, profile)
  return (line: string) => faultOfLine(line, source) ?? read(line)
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
