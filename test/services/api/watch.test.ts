import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { WatchEntry } from '../../../schemas/watch.ts'
import { meter } from '../../support/meters.ts'
import { chargesOf, siteSamples } from '../watch/site.ts'
import { expectProblem } from './expect-problem.ts'
import { type Office, testOffice } from './office.ts'

const send = (
  { api, ...office }: Office,
  who: 'analyst' | 'reviewer',
  url: string,
  payload: object | string | Buffer,
) =>
  api.inject({
    method: 'POST',
    url,
    headers: {
      'content-type':
        typeof payload === 'string' || Buffer.isBuffer(payload) ? 'text/csv' : 'application/json',
      ...office[who],
    },
    payload,
  })

const list = async ({ api, analyst }: Office, query = ''): Promise<WatchEntry[]> =>
  (await api.inject({ url: `/v1/watch${query}`, headers: analyst })).json().entries

const CARD = { customerId: 'C-M1', document: '永府〔2023〕12号', since: '2024-05-06' }

describe('/v1/watch', () => {
  it('takes a red card of a reviewer, lists it and ends it with a reason, never deleting it', async () => {
    const office = await testOffice([
      meter(),
      meter({ meterId: 'M2', status: 'exited', validFrom: '2024-01-01' }),
    ])
    expectProblem(await send(office, 'analyst', '/v1/watch', CARD), 403, 'forbidden')
    const answer = await send(office, 'reviewer', '/v1/watch', CARD)
    expect(answer.json()).toMatchObject({
      entry: {
        reason: 'red-card',
        source: 'person',
        createdBy: 'reviewer',
        since: '2024-05-06',
        until: null,
      },
      correctionId: null,
    })
    const { id } = answer.json().entry
    expect((await send(office, 'reviewer', '/v1/watch', CARD)).json().entry.id).toBe(id)
    expect((await list(office)).map(({ reason, source }) => [reason, source]).toSorted()).toEqual([
      ['exited', 'registry'],
      ['red-card', 'person'],
    ])
    expect(await list(office, '?customer=C-M2')).toMatchObject([{ reason: 'exited', since: '2024-01-01' }])
    const derived = (await list(office, '?reason=exited'))[0]!.id
    const end = (watch: string, body: object) => send(office, 'reviewer', `/v1/watch/${watch}/end`, body)
    expectProblem(await end(derived, { reason: 'x' }), 409, 'wrong-state')
    expectProblem(await end(id, { reason: ' ' }), 400, 'bad-request')
    expectProblem(await end('watch-none', { reason: 'x' }), 404, 'not-found')
    expect((await end(id, { reason: '整改验收合格', until: '2024-06-01' })).json().entry).toMatchObject({
      until: '2024-06-01',
      endedBy: 'reviewer',
      endReason: '整改验收合格',
    })
    expectProblem(await end(id, { reason: 'again' }), 409, 'wrong-state')
    expect(await list(office, '?active=true')).toMatchObject([{ id: derived }])
    expect(await list(office, '?active=false')).toMatchObject([{ id }])
  })

  it('says what is wrong with an entry', async () => {
    const office = await testOffice()
    for (const [body, sentence] of [
      [{ document: 'x' }, /names nobody/],
      [{ customerId: 'C-M1' }, /document/],
      [{ customerId: 'nobody', document: 'x' }, /has no customer nobody/],
      [{ ...CARD, since: 'May' }, /since/],
    ] as const) {
      const answer = await send(office, 'reviewer', '/v1/watch', body)
      expectProblem(answer, 400, 'bad-request')
      expect(answer.json().detail).toMatch(sentence)
    }
  })
})

describe('/v1/watch/import', () => {
  const good =
    '文号,户号,用电地址,日期,查出\n永府〔2023〕12号,C-M1,,2024/5/6,地条钢\n永府〔2023〕13号,,永川区大安街道9号,,挖矿\n'

  it('tells three faults at once and takes nothing', async () => {
    const office = await testOffice()
    const text = `document,customer_id,address,since,reason\nA1,C-M1,,,\nA2,nobody,,,\n,C-M1,,,\nA4,C-M1,,2024-13-01,\n`
    const { taken, faults } = (await send(office, 'reviewer', '/v1/watch/import', text)).json()
    expect(taken).toBe(false)
    expect(faults.map(({ line }: { line: number }) => line)).toEqual([3, 4, 5])
    expect(faults[0].detail).toMatch(/no customer nobody/)
    expect(faults[1].detail).toMatch(/document/)
    expect(faults[2].detail).toMatch(/since/)
    expect(await list(office)).toEqual([])
  })

  it('shows what it would take, takes it, and knows it again', async () => {
    const office = await testOffice()
    const dry = (await send(office, 'reviewer', '/v1/watch/import?dryRun=true', good)).json()
    expect(dry).toMatchObject({
      taken: false,
      faults: [],
      entries: [{ watchedFor: 'induction-furnace' }, {}],
    })
    expect(await list(office)).toEqual([])
    const done = (await send(office, 'reviewer', '/v1/watch/import', gzipSync(good))).json()
    expect(done).toMatchObject({ taken: true, added: 2, known: 0 })
    expect(await list(office, '?address=重庆市永川区大安街道９号')).toMatchObject([
      { watchedFor: 'crypto-mining' },
    ])
    expect((await send(office, 'reviewer', '/v1/watch/import', good)).json()).toMatchObject({
      added: 0,
      known: 2,
    })
  })

  it('refuses columns it does not know, and analysts', async () => {
    const office = await testOffice()
    expectProblem(
      await send(office, 'reviewer', '/v1/watch/import', 'customer_id,card\nC-M1,A\n'),
      400,
      'bad-columns',
    )
    expectProblem(await send(office, 'analyst', '/v1/watch/import', good), 403, 'forbidden')
  })

  it('has judged days judged again', async () => {
    const office = await testOffice([meter({ contractKva: 315 })])
    await office.station.take(
      siteSamples('M1', [
        { from: 0, to: 12, nightKw: 3, dayKw: 2 },
        { from: 12, to: 18, nightKw: 90, dayKw: 70 },
      ]),
    )
    const { correctionId } = (await send(office, 'reviewer', '/v1/watch/import', good)).json()
    expect(correctionId).toBeGreaterThan(0)
    await office.station.engine.settle()
    expect((await chargesOf(office.station))['C-M1']).toContain('restart')
  })
})
