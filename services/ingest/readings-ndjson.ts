import { Reading } from '../../schemas/reading.ts'
import { type Fault, fault, type RawReading } from './raw-reading.ts'

const NUMBERS = new Set(['kw', 'kvar', 'revision'])

/** Reads one line of NDJSON to the contract `Reading`. */
export const readNdjsonLine = (line: string): RawReading | Fault => {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    return fault('malformed', 'The line is not JSON: is it cut, or holds it NaN, which JSON does not know?')
  }
  const result = Reading.safeParse(value)
  if (!result.success) return faultOf(value, result.error.issues[0]?.path[0])
  const { meterId, at, kw, kvar, revision } = result.data
  return { meterId, atMs: Date.parse(at), kw, kvar: kvar ?? Number.NaN, revision: revision ?? 0 }
}

const faultOf = (value: unknown, key: PropertyKey | undefined): Fault => {
  if (typeof value !== 'object' || value === null || key === undefined) {
    return fault('malformed', 'A line must be one JSON object {"meterId", "at", "kw"}.')
  }
  const name = String(key)
  const given = (value as Record<string, unknown>)[name]
  if (given === undefined || given === null || given === '') {
    return fault('missing-field', `${name} is missing; meterId, at and kw must all be given.`)
  }
  const shown = String(JSON.stringify(given)).slice(0, 40)
  if (name === 'at') {
    return fault('bad-time', `at ${shown} is no instant with an offset, such as 2026-11-01T00:15:00+08:00.`)
  }
  if (NUMBERS.has(name)) {
    return fault('not-a-number', `${name} ${shown} is no number in range; write it bare, such as 412.5.`)
  }
  return fault('malformed', `${name} ${shown} is not as the contract Reading says.`)
}
