import { expect, it } from 'vitest'
import type { Case } from '../../schemas/case.ts'
import { dayText, shanghaiText } from '../../schemas/day.ts'
import { furnaceSamples, shopSamples } from '../support/furnace.ts'
import { meter } from '../support/meters.ts'
import { batchOf, MONDAY, type Sample, slotEndMs } from '../support/readings.ts'
import { ranked, type Scene, sameOnBoth } from './support/both-stores.ts'
import { type PlayOffice, playOffice } from './support/play-office.ts'

const DAYS = 40
const PERIOD = `from=${dayText(MONDAY)}&to=${dayText(MONDAY + DAYS)}`

const METERS = [
  meter({ meterId: 'F1', customerId: 'C-furnace', customerName: '某金属制品有限公司', contractKva: 2_000 }),
  meter({ meterId: 'F2', customerId: 'C-second', districtCode: '500108', contractKva: 2_000 }),
  meter({ meterId: 'S1', customerId: 'C-shop' }),
]

const take = async (
  { engine }: PlayOffice,
  samples: readonly Sample[],
  lane: 'live' | 'backfill' = 'live',
) => {
  await engine.append(batchOf(samples), [], 'http:Li', lane)
  await engine.settle()
}

/** Everything that can be asked, and every row there is. */
const lookAround = async (scene: Scene, office: PlayOffice) => {
  const { get } = office
  const { body } = await get('/v1/cases')
  const { cases } = body as { cases: Case[] }
  const answers: Record<string, unknown> = {}
  const urls = [
    ...[
      '/v1/cases?limit=1',
      '/v1/cases?state=to-check',
      '/v1/cases?district=500108',
      '/v1/alerts',
      '/v1/endpoints',
    ],
    ...[
      '/v1/registry?limit=2',
      '/v1/registry?customer=C-shop',
      '/v1/status',
      '/v1/profiles',
      '/v1/corrections',
    ],
    ...['/v1/corrections/1', '/v1/corrections/2', '/v1/corrections/9', '/v1/imports/nobody'],
    ...['F1', 'F2', 'S1'].flatMap(point => [
      `/v1/points/${point}/days?${PERIOD}`,
      `/v1/findings?point=${point}&limit=100`,
      `/v1/readings/export?${PERIOD}&point=${point}`,
    ]),
    `/v1/readings/export?${PERIOD}&customer=C-shop`,
    ...cases.flatMap(({ id }) => [`/v1/cases/${id}`, `/v1/cases/${id}/audit`]),
  ]
  for (const url of urls) answers[url] = await get(url)
  return { cases, answers, rows: await everyRow(scene) }
}

/** Rows of the tables whose rows have no numbers of the store's own. */
const everyRow = async ({ store: { db } }: Scene) => {
  const tables = [
    ...([
      'meter',
      'feature',
      'open_day',
      'finding',
      'cases',
      'charge',
      'audit',
      'outbox',
      'outcome',
      'delivery',
    ] as const),
    ...(['checkpoint', 'correction', 'correction_effect', 'emptied_day', 'endpoint', 'layout'] as const),
  ]
  const rows: Record<string, string[]> = {}
  for (const table of tables) {
    const found = (await db.selectFrom(table).selectAll().execute()) as object[]
    rows[table] = found.map(row => JSON.stringify(plain(row))).sort()
  }
  return rows
}

const plain = (row: object): object =>
  Object.fromEntries(
    Object.entries(row)
      .map(([name, value]) => [
        name,
        value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value,
      ])
      // A district's secret is drawn at random.
      .filter(([name]) => name !== 'secret'),
  )

it('goes alike from the meter to the district, on either store', async () => {
  const told = await sameOnBoth(async scene => {
    const office = await playOffice(scene)
    const { engine, send, review } = office
    await engine.importRegistry(METERS, { replace: false }, 'Li')
    for (const samples of [
      furnaceSamples('F1', MONDAY, DAYS),
      furnaceSamples('F2', MONDAY, DAYS, { seed: 11, kw: 900 }),
      shopSamples('S1', MONDAY, DAYS),
    ]) {
      const half = samples.length / 2
      await take(office, samples.slice(0, half))
      await take(office, samples.slice(half - 200))
    }
    const looks = [await lookAround(scene, office)]

    // Readings corrected late, days that come as a backfill, a meter that was another's.
    await take(
      office,
      shopSamples('F2', MONDAY + DAYS - 5, 4, 9).map(one => ({ ...one, revision: 2 })),
    )
    await take(
      office,
      shopSamples('F1', MONDAY + 2, 2).map(one => ({ ...one, revision: 3 })),
      'backfill',
    )
    const other = { customerId: 'C-other', validFrom: dayText(MONDAY + 20), contractKva: 2_000 }
    await engine.importRegistry([meter({ meterId: 'F2', ...other })], { replace: false }, 'Li')
    await engine.importRegistry([{ ...METERS[0]!, multiplier: 2 }], { replace: false }, 'Wang')
    await engine.settle()
    looks.push(await lookAround(scene, office))

    await review('/v1/endpoints', { districtCode: '500107', url: 'https://district.example/hook' })
    const id = looks[1]!.cases.find(({ customerId }) => customerId === 'C-furnace')!.id
    const move = (step: string) => [`/v1/cases/${id}/${step}`, { reason: '现场已核' }] as const
    const moves = [
      (await review(...move('release'))).status,
      (await send('POST', ...move('submit'))).status,
      (await send('POST', ...move('release'))).status,
      (await review(...move('return'))).status,
      (await send('POST', ...move('submit'))).status,
      (await review(...move('release'))).status,
    ]
    await engine.closeByClock(Date.parse('2024-08-01T00:00:00Z'))
    looks.push(await lookAround(scene, office))
    const keep = { readingsFrom: MONDAY + 10, featuresFrom: MONDAY + 12 }
    const gone = await engine.letGoOld(keep)
    looks.push(await lookAround(scene, office))
    return { looks, moves, gone }
  })
  const [first, second, third] = told.looks
  expect(first!.cases.map(({ customerId }) => customerId).sort()).toEqual(['C-furnace', 'C-second'])
  expect(second!.cases).not.toEqual(first!.cases)
  expect(told.moves).toEqual([409, 200, 403, 200, 200, 200])
  expect(third!.rows.outbox).toHaveLength(1)
  expect(told.gone).toBeGreaterThan(0)
})

it('takes files, turns lines away and takes them in again alike', async () => {
  const at = (slot: number) => shanghaiText(slotEndMs(MONDAY, slot))
  const told = await sameOnBoth(async scene => {
    const { engine, importer, send, get } = await playOffice(scene)
    await engine.importRegistry([meter()], { replace: false }, 'Li')
    const profile = { columns: { meter_id: '表号' }, unit: 'W', side: 'secondary' }
    const sent = [
      await send('PUT', '/v1/profiles/collector', profile),
      await send(
        'POST',
        '/v1/readings',
        `meter_id,ts,kw\nM1,${at(0)},bad\nM8,${at(0)},1\nM9,${at(1)},2\nM1,${at(2)},3\nM1,${at(2)},4`,
      ),
      await send(
        'POST',
        '/v1/imports?fileName=a.csv&profile=collector',
        `表号,ts,kw\nM1,${at(3)},5000\nM8,${at(3)},6000`,
      ),
    ]
    await importer.settle()
    await engine.settle()
    await engine.importRegistry([meter({ meterId: 'M8' })], { replace: false }, 'Li')
    const replayed = [
      await send('POST', '/v1/rejects/replay', { reason: 'unknown-meter' }),
      await send('POST', '/v1/rejects/replay', {}),
    ]
    await engine.settle()
    const { body } = await get('/v1/rejects?limit=500')
    const { rejects } = body as { rejects: { sequence: number; source: string }[] }
    // An import's number is drawn at random.
    const nameless = (source: string) => source.replace(/^(import:).*/, '$1')
    const { body: imports } = await get('/v1/imports')
    return {
      sent: sent.map(({ status }) => status),
      replayed,
      rejects: ranked(
        rejects.map(row => ({ ...row, source: nameless(row.source) })),
        row => row.sequence,
        (row, sequence) => ({ ...row, sequence }),
      ),
      imports: (imports as { imports: object[] }).imports.map(one => ({ ...one, id: '' })),
      status: await get('/v1/status'),
      profiles: [
        await get('/v1/profiles'),
        await get('/v1/profiles/collector'),
        await send('DELETE', '/v1/profiles/collector'),
        await get('/v1/profiles/collector'),
      ],
      found: [await get('/v1/rejects?text=m8&limit=500'), await get('/v1/rejects?text=%25&limit=500')].map(
        ({ body }) => (body as { rejects: { raw: string }[] }).rejects.map(({ raw }) => raw),
      ),
    }
  })
  expect(told.replayed[0]).toMatchObject({ body: { looked: 3, accepted: 2, rejected: 1 } })
  expect(told.found[0]).toHaveLength(2)
})
