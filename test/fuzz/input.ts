import { gunzipSync } from 'node:zlib'
import { DEFAULT_PROFILE, type ImportProfile } from '../../schemas/profile.ts'
import { intakes, refusals, registries } from '../golden/read-golden.ts'
import type { Draw } from './draw.ts'
import { mutated, mutatedBelow, mutatedWorkbook } from './mutate.ts'
import { WORDS } from './words.ts'

/** What one run feeds to the doors. */
export interface Input {
  readonly from: string
  readonly bytes: Buffer
  readonly profile: ImportProfile | undefined
  readonly form: 'csv' | 'ndjson' | undefined
  /** Bytes of a block at most */
  readonly block: number
}

/** Handing on a block takes longer than reading it. */
const MOST_BLOCKS = 20_000

const goldens = [...intakes, ...registries, ...refusals].map(({ name, bytes, expected }) => ({
  name,
  bytes: Buffer.from(bytes),
  profile: expected.profile,
}))
const profiles = goldens.flatMap(({ profile }) => profile ?? [])
const workbooks = goldens.filter(({ name }) => name.endsWith('.xlsx'))
/** Texts; what is packed with gzip is packed anew by a mutation */
const texts = goldens
  .filter(({ name }) => /\.(csv|ndjson|csv\.gz)$/.test(name) && !name.includes('-cut'))
  .map(golden => ({
    ...golden,
    bytes: golden.name.endsWith('.gz') ? gunzipSync(golden.bytes) : golden.bytes,
  }))

export const drawInput = (draw: Draw): Input => {
  const [golden, bytes] = drawBytes(draw)
  return {
    from: golden.name,
    bytes,
    profile: draw.chance(0.7) ? golden.profile : drawProfile(draw),
    form: draw.pick([undefined, undefined, undefined, undefined, 'csv', 'ndjson']),
    block: Math.max(draw.size(100_000), bytes.length / MOST_BLOCKS),
  }
}

/** Workbooks are rare: each takes a thread of its own, a hundred times as long as a text. */
const drawBytes = (draw: Draw): [(typeof goldens)[number], Buffer] => {
  const other = draw.pick(goldens).bytes
  if (draw.chance(0.04)) {
    const golden = draw.pick(workbooks)
    return [golden, mutatedWorkbook(golden.bytes, draw)]
  }
  if (draw.chance(0.1)) {
    const golden = draw.pick(goldens)
    return [golden, mutated(golden.bytes, draw, other)]
  }
  const golden = draw.pick(texts)
  const mutate = draw.chance(0.7) ? mutatedBelow : mutated
  return [golden, mutate(golden.bytes, draw, other)]
}

const drawProfile = (draw: Draw): ImportProfile | undefined => {
  if (draw.chance(0.2)) return undefined
  const zone = draw.pick([undefined, '+08:00', '-12:00', '+99:99'])
  return {
    ...DEFAULT_PROFILE,
    columns: draw.chance(0.5) ? draw.pick(profiles).columns : drawColumns(draw),
    points: draw.pick(['P', 'P', 'Q', '功率', '(', '1', 'meter_id']),
    delimiter: draw.pick([',', ',', ';', '\t']),
    ...(zone === undefined ? {} : { zone }),
    side: draw.pick(['primary', 'secondary']),
    unit: draw.pick(['W', 'kW', 'MW']),
    firstPoint: draw.pick(['00:00', '00:15']),
    registerAt: draw.pick(['day-end', 'day-start']),
  }
}

const drawColumns = (draw: Draw): Record<string, string> => {
  const names = [
    'meter_id',
    'ts',
    'kw',
    'kvar',
    'date',
    'reg_total',
    'max_kw_at',
    'p1',
    'valid_from',
    'revision',
  ]
  const word = () => draw.pick(WORDS.filter(({ length }) => length > 0))
  return Object.fromEntries(
    Array.from({ length: draw.whole(0, 4) }, () => [
      draw.chance(0.8) ? draw.pick(names) : word(),
      draw.chance(0.7) ? draw.pick(names) : word(),
    ]),
  )
}
