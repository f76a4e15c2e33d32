import { shanghaiText } from '../../../schemas/day.ts'
import type { Random } from '../../detectors/support/random.ts'
import type { Sample } from '../../support/readings.ts'
import { deliver } from '../../support/shuffle.ts'
import { cellOf, cellsOf, type District, FIRST_READING_MS, sampleOf } from './district.ts'
import { pick, whole } from './draw.ts'

/** Lines sent together. A bad line is to be rejected; no two of them are the same. */
export interface Request {
  readonly type: 'text/csv' | 'application/x-ndjson'
  readonly body: string
  readonly cells: readonly number[]
  readonly bad: readonly string[]
}

/** All readings of a district with bad lines among them, late, doubled and out of order as drawn. */
export const requestsOf = (district: District, sizeMean: number, random: Random): Request[] => {
  const samples = Array.from({ length: cellsOf(district) }, (_, cell) => sampleOf(district, cell))
  const ordered = deliver(samples, {
    seed: whole(random, 0, 1e9),
    lateDays: random.chance(0.3) ? 0 : random.between(0, 7),
    together: random.chance(0.5),
    doubled: random.chance(0.5) ? random.between(0, 0.3) : 0,
  })
  const badShare = random.chance(0.7) ? random.between(0, 0.03) : 0
  const requests: Request[] = []
  let number = 0
  for (let at = 0; at < ordered.length; ) {
    const part = ordered.slice(at, at + whole(random, 1, 2 * sizeMean))
    at += part.length
    const form = random.chance(0.5) ? CSV : NDJSON
    const bad = part.flatMap(() => (random.chance(badShare) ? [form.bad(number++, random)] : []))
    const lines = [...part.map(form.line), ...bad]
    if (random.chance(0.5)) lines.reverse()
    requests.push({
      type: form.type,
      body: [...form.head, ...lines].join('\n'),
      cells: part.map(one => cellOf(district, one)),
      bad,
    })
  }
  return requests
}

const CSV = {
  type: 'text/csv',
  head: ['meter_id,ts,kw,kvar'],
  line: ({ meterId, atMs, kw, kvar }: Sample) =>
    `${meterId},${shanghaiText(atMs)},${kw},${Number.isNaN(kvar) ? '' : kvar}`,
  bad: (number: number, random: Random) => {
    const at = shanghaiText(FIRST_READING_MS)
    return pick(random, [`X${number},${at},1,`, `M0,${at},${-1 - number},`, `no reading ${number}`])
  },
} as const

const NDJSON = {
  type: 'application/x-ndjson',
  head: [],
  line: ({ meterId, atMs, kw, kvar }: Sample) =>
    JSON.stringify({ meterId, at: shanghaiText(atMs), kw, ...(Number.isNaN(kvar) ? {} : { kvar }) }),
  bad: (number: number, random: Random) => {
    const at = shanghaiText(FIRST_READING_MS)
    return pick(random, [
      JSON.stringify({ meterId: `X${number}`, at, kw: 1 }),
      JSON.stringify({ meterId: 'M0', at, kw: -1 - number }),
      `{"meterId": "M0", "number": ${number}, "at": "20`,
    ])
  },
} as const
