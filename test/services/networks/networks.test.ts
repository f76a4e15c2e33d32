import { describe, expect, it } from 'vitest'
import { addAccounts } from '../../../services/accounts/index.ts'
import { DESK_CHAIN, readChain } from '../../../services/audit/index.ts'
import { listNetworks, openNetworks } from '../../../services/networks/index.ts'
import { person, withToken } from '../../support/people.ts'
import { testOffice } from '../api/office.ts'
import { testDesk } from '../cases/desk.ts'

const operator = person('Op', 'operator')
const REASON = '区电子政务外网接入函〔2026〕3号'

const openDesk = async () => {
  const desk = await testDesk()
  return {
    db: desk.store.db,
    list: (cidr: string) =>
      desk.gives({ name: 'list-network', body: { cidr, reason: REASON }, actor: operator }),
    end: (id: string, reason = 'the office moved') =>
      desk.gives({ name: 'end-network', body: { id, reason }, actor: operator }),
    open: () => openNetworks(desk.store.db),
    deeds: async () => {
      const { entries } = await readChain(desk.store.db, DESK_CHAIN, undefined)
      return entries.filter(({ action }) => action === 'network' || action === 'end')
    },
  }
}

describe('listed networks', () => {
  it('are open from the listing to the end, each on record with who and why', async () => {
    const desk = await openDesk()
    expect(await desk.open()).toEqual([])
    expect(await desk.list('10.20.0.0/16')).toMatchObject({
      network: { id: 'network-000001', cidr: '10.20.0.0/16', reason: REASON, by: 'Op', endedAt: null },
    })
    await desk.list('fd12:3456:0:0::/32')
    expect(await desk.open()).toEqual(['10.20.0.0/16', 'fd12:3456::/32'])
    expect(await desk.end('network-000001')).toMatchObject({
      network: { endedBy: 'Op', endReason: 'the office moved' },
    })
    expect(await desk.open()).toEqual(['fd12:3456::/32'])
    expect(await listNetworks(desk.db, { limit: 10 })).toMatchObject([{ endedBy: 'Op' }, { endedBy: null }])
    expect(await desk.deeds()).toMatchObject([
      {
        actor: 'Op',
        action: 'network',
        reason: REASON,
        detail: { network: 'network-000001', cidr: '10.20.0.0/16' },
      },
      { actor: 'Op', action: 'network', detail: { network: 'network-000002', cidr: 'fd12:3456::/32' } },
      { actor: 'Op', action: 'end', reason: 'the office moved', detail: { network: 'network-000001' } },
    ])
  })

  it('may be listed again once they are ended, and are not listed twice', async () => {
    const desk = await openDesk()
    await desk.list('10.20.0.0/16')
    expect(await desk.list('10.20.0.0/16')).toMatchObject({
      refused: { code: 'wrong-state', detail: expect.stringContaining('network-000001') },
    })
    await desk.end('network-000001')
    expect(await desk.end('network-000001')).toMatchObject({ refused: { code: 'wrong-state' } })
    expect(await desk.list('10.20.0.0/16')).toMatchObject({ network: { id: 'network-000002' } })
    expect(await desk.open()).toEqual(['10.20.0.0/16'])
  })

  it('never hold what leads to the machine itself or to a cloud’s metadata, and say why', async () => {
    const desk = await openDesk()
    for (const [cidr, why] of [
      ['0.0.0.0/0', 'take the guard away'],
      ['169.254.169.254/32', 'secrets of a machine'],
      ['127.0.0.0/8', 'is loopback'],
      ['somewhere', 'is no network'],
    ] as const) {
      const refused = { code: 'bad-request', detail: expect.stringContaining(why) }
      expect(await desk.list(cidr), cidr).toMatchObject({ refused })
    }
    expect(await desk.end('network-000009')).toMatchObject({ refused: { code: 'not-found' } })
    expect(await desk.open()).toEqual([])
    expect(await desk.deeds()).toEqual([])
  })

  it('end with a reason alone', async () => {
    const desk = await openDesk()
    await desk.list('10.20.0.0/16')
    expect(await desk.end('network-000001', ' ')).toMatchObject({ refused: { code: 'bad-request' } })
    expect(await desk.open()).toEqual(['10.20.0.0/16'])
  })
})

it('an endpoint within a network is taken once the operator has listed it', async () => {
  const { api, station, reviewer } = await testOffice()
  const account = withToken(operator)
  await station.ports.store.transact(trx => addAccounts(trx, [account], station.clock.now()))
  const setEndpoint = () =>
    api.inject({
      method: 'POST',
      url: '/v1/endpoints',
      headers: reviewer,
      payload: { districtCode: '500107', url: 'https://10.20.3.4/' },
    })
  const before = await setEndpoint()
  expect(before.statusCode).toBe(400)
  expect(before.json().detail).toContain('or in a listed network')

  const payload = { cidr: '10.20.0.0/16', reason: REASON }
  const url = '/v1/networks'
  expect((await api.inject({ method: 'POST', url, headers: reviewer, payload })).statusCode).toBe(403)
  const headers = { authorization: `Bearer ${account.token}` }
  const listed = await api.inject({ method: 'POST', url, headers, payload })
  expect(listed.statusCode).toBe(200)
  expect((await setEndpoint()).statusCode).toBe(200)
  expect((await api.inject({ url: `${url}?limit=1`, headers: reviewer })).json()).toMatchObject({
    networks: [{ cidr: '10.20.0.0/16', by: 'Op' }],
    next: 'network-000001',
  })
  const ended = await api.inject({
    method: 'POST',
    url: `${url}/network-000001/end`,
    headers,
    payload: { reason: 'moved' },
  })
  expect(ended.statusCode).toBe(200)
  expect((await setEndpoint()).statusCode).toBe(400)
})
