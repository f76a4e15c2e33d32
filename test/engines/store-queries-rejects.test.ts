import { expect, it } from 'vitest'
import { ImportProfile } from '../../schemas/profile.ts'
import {
  countOutcomes,
  keepRejects,
  lastReject,
  listRejects,
  listReplayable,
  noteReplayed,
  outcomeCounts,
  readLayout,
} from '../../services/ingest/index.ts'
import type { BookEntry } from '../../services/ingest/reject-book.ts'
import type { Scene } from './support/both-stores.ts'
import { ranked, sameOnBoth } from './support/both-stores.ts'

const NOW_MS = Date.parse('2024-06-01T08:00:00+08:00')
const CSV = { header: 'meter_id,ts,kw', profile: ImportProfile.parse({}) }
const NDJSON = { header: null, profile: ImportProfile.parse({}) }

const entry = (raw: string, change: Partial<BookEntry> = {}): BookEntry => ({
  reason: 'unknown-meter',
  detail: `Nobody knows ${raw}.`,
  raw,
  layout: CSV,
  ...change,
})

/** Every entry as a page tells it, with places for sequences. */
const book = async (store: Scene['store'], query: Partial<Parameters<typeof listRejects>[1]> = {}) =>
  ranked(
    await listRejects(store.db, { limit: 500, ...query }),
    row => row.sequence,
    (row, sequence) => ({ ...row, sequence }),
  )

const LINES = [
  'M1,100%_,',
  'm1,ABC\\d,',
  'É计,x',
  'é计,x',
  'ÀB',
  'àb',
  'K',
  '\u212A',
  "it's",
  '"q"',
  '',
  ' ',
  'ſ',
  's',
]

it('finds lines of the reject book alike, whatever letters are asked for', async () => {
  const texts = [
    'm1',
    'M1',
    '%',
    '_',
    '\\',
    'abc\\D',
    'É',
    'é',
    '计',
    'à',
    'ÀB',
    'k',
    '\u212A',
    "T'S",
    '"Q',
    's',
    'S',
    '',
  ]
  const answers = await sameOnBoth(async ({ store }) => {
    await store.transact(trx =>
      keepRejects(
        trx,
        LINES.map(line => entry(line)),
        'http:Li',
        NOW_MS,
      ),
    )
    return Promise.all(
      texts.map(async text => [text, (await book(store, { text })).map(({ raw }) => raw)] as const),
    )
  })
  const found = new Map(answers)
  expect(found.get('m1')?.sort()).toEqual(['M1,100%_,', 'm1,ABC\\d,'])
  expect(found.get('%')).toEqual(['M1,100%_,'])
  // Only letters of ASCII are alike whatever their case.
  expect(found.get('É')).toEqual(['É计,x'])
  expect(found.get('k')).toEqual(['K'])
  expect(found.get('')?.sort()).toEqual(LINES.toSorted())
})

it('keeps the reject book alike: counts, pages, filters, replay', async () => {
  const answers = await sameOnBoth(async ({ store }) => {
    const keep = (entries: readonly BookEntry[], source: string, atMs: number) =>
      store.transact(trx => keepRejects(trx, entries, source, atMs))
    await keep([entry('a'), entry('a'), entry('b', { layout: NDJSON })], 'http:Li', NOW_MS)
    await keep([entry('c', { reason: 'corrected' }), entry('d', { reason: 'superseded' })], 'log', NOW_MS + 1)
    await keep([], 'log', NOW_MS)
    await keep([entry('a'), entry('e', { reason: 'negative-power' })], 'import:1', NOW_MS + 2)
    const all = await listRejects(store.db, { limit: 500 })
    const at = (raw: string): number => all.find(row => row.raw === raw)!.sequence
    await store.transact(trx => noteReplayed(trx, [at('a'), at('e')], NOW_MS + 3))
    // What is turned away again after it was taken in is not taken in any more.
    await keep([entry('e', { reason: 'negative-power' })], 'import:2', NOW_MS + 4)
    const upTo = await lastReject(store.db)
    const replayable = async (filter: object, limit = 9) =>
      (await listReplayable(store.db, filter, { upTo, limit })).map(({ raw, source, layoutId }) => ({
        raw,
        source,
        layoutId,
      }))
    const layouts = [...new Set((await replayable({})).map(({ layoutId }) => layoutId))]
    return {
      all: await book(store),
      isLast: upTo === Math.max(...all.map(({ sequence }) => sequence)),
      after: (await book(store, { after: at('b') })).map(({ raw }) => raw),
      page: (await book(store, { limit: 2 })).map(({ raw }) => raw),
      byReason: (await book(store, { reason: 'corrected' })).map(({ raw }) => raw),
      bySource: (await book(store, { source: 'import:2' })).map(({ raw }) => raw),
      replayed: (await book(store, { replayed: true })).map(({ raw }) => raw),
      notReplayed: (await book(store, { replayed: false })).map(({ raw }) => raw),
      replayable: await replayable({}),
      some: await replayable({ ids: [at('b'), at('c')] }),
      none: await replayable({ ids: [] }),
      first: await replayable({}, 1),
      layouts: await Promise.all(layouts.map(id => readLayout(store.db, id))),
    }
  })
  expect(answers.all.map(({ raw, times }) => [raw, times]).sort()).toEqual([
    ...[
      ['a', 3],
      ['b', 1],
    ],
    ...[
      ['c', 1],
      ['d', 1],
    ],
    ['e', 2],
  ])
  expect(answers.replayed).toEqual(['a'])
  expect(answers.replayable.map(({ raw }) => raw).sort()).toEqual(['b', 'e'])
  expect(answers.layouts).toEqual(expect.arrayContaining([NDJSON, CSV]))
})

it('knows an empty book alike', async () => {
  const last = await sameOnBoth(({ store }) => lastReject(store.db))
  expect(last).toBe(0)
})

it('keeps poison beside good lines', async () => {
  const poison = ['\0', 'M1,\0,5', '\uD83D', '\uDC00\uD83D', 'M1,\uDFFF']
  const kept = await sameOnBoth(async ({ store }) => {
    const lines = [...poison, 'M1,good'].map(line => entry(line))
    await store.transact(trx => keepRejects(trx, lines, 'http:Li', NOW_MS))
    await store.transact(trx => keepRejects(trx, lines, 'http:Li', NOW_MS))
    // SQLite keeps NUL as it is.
    return (await book(store)).map(({ raw, times }) => [raw.replaceAll('\0', '\uFFFD'), times])
  })
  expect(kept.map(([raw]) => raw).sort()).toEqual([
    ...['M1,good', 'M1,\uFFFD', 'M1,\uFFFD,5'],
    ...['\uFFFD', '\uFFFD', '\uFFFD\uFFFD'],
  ])
  expect(kept.map(([, times]) => times)).toEqual(Array(6).fill(2))
})

it('counts outcomes alike', async () => {
  const counts = await sameOnBoth(async ({ store }) => {
    const first = new Map([
      ['accepted', 2 ** 40],
      ['unknown-meter', 3],
      ['negative-power', 0],
    ] as const)
    await store.transact(trx => countOutcomes(trx, first))
    await store.transact(trx => countOutcomes(trx, new Map([['accepted', 1]])))
    return outcomeCounts(store.db)
  })
  expect(counts).toEqual({ accepted: 2 ** 40 + 1, 'unknown-meter': 3 })
})
