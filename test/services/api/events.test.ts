import type { AddressInfo } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Account } from '../../../schemas/account.ts'
import type { Case } from '../../../schemas/case.ts'
import { addAccounts } from '../../../services/accounts/index.ts'
import { furnaceSamples } from '../../support/furnace.ts'
import { meter } from '../../support/meters.ts'
import { person, withToken } from '../../support/people.ts'
import { MONDAY } from '../../support/readings.ts'
import { type Office, openOffice } from './office.ts'

const DISTRICT = '500107'
const MINUTE_OF_TICKS = 120

/** An office that listens on a port, whose poller looks when it is told to. */
const openListening = async () => {
  let tick = async (): Promise<void> => {}
  const office = await openOffice([meter({ meterId: 'A1', districtCode: DISTRICT })], {
    every: (_ms, work) => {
      tick = work
      return () => {}
    },
  })
  let isClosed = false
  const close = async (): Promise<void> => {
    if (isClosed) return
    isClosed = true
    await office.close()
  }
  onTestFinished(close)
  await office.api.listen({ host: '127.0.0.1', port: 0 })
  const { port } = office.api.server.address() as AddressInfo
  const listen = async (headers: Record<string, string>, query = '') => {
    const answer = await fetch(`http://127.0.0.1:${port}/v1/events${query}`, { headers })
    return { answer, ...heard(answer) }
  }
  const take = () => office.station.take(furnaceSamples('A1', MONDAY, 4))
  return { office, listen, take, close, tick: () => tick() }
}

const heard = (answer: Response) => {
  const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  return {
    async until(what: string): Promise<string> {
      while (!text.includes(what)) {
        const { value, done } = await reader.read()
        if (done) throw new Error(`ended before ${what}: ${text}`)
        text += value
      }
      return text
    },
    /** Resolves when the stream is over, however it ends. */
    async over(): Promise<void> {
      while (!(await reader.read().catch(() => ({ done: true }))).done);
    },
  }
}

const enter = async (office: Office, account: Account) => {
  const entered = withToken(account)
  await office.station.ports.store.transact(trx => addAccounts(trx, [entered], office.station.clock.now()))
  return { authorization: `Bearer ${entered.token}` }
}

const move = async (office: Office, action: 'submit' | 'release', who: 'analyst' | 'reviewer') => {
  const [found] = (await office.api.inject({ url: '/v1/cases', headers: office.analyst })).json()
    .cases as Case[]
  const url = `/v1/cases/${found!.id}/${action}`
  const moved = await office.api.inject({
    method: 'POST',
    url,
    headers: office[who],
    payload: { reason: 'seen' },
  })
  expect(moved.statusCode).toBe(200)
}

const kindsOf = (text: string): string[] => [...text.matchAll(/^event: (.+)$/gm)].map(match => match[1]!)
const lastIdOf = (text: string): string => [...text.matchAll(/^id: (\d+)$/gm)].at(-1)![1]!

describe('GET /v1/events', () => {
  it('tells the grid company and the district what each may hear, and goes on where somebody broke off', async () => {
    const { office, listen, take, tick } = await openListening()
    const county = await enter(office, person('county', 'district', { districtCode: DISTRICT }))
    const grid = await listen(office.analyst)
    const district = await listen(county)
    expect(grid.answer.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
    await grid.until('retry: 3000\n')
    await district.until('retry: 3000\n')
    await take()
    await move(office, 'submit', 'analyst')
    await tick()
    const first = await grid.until('event: case.submit')
    expect(kindsOf(first)).toEqual(expect.arrayContaining(['case.open', 'case.charge', 'case.submit']))
    await move(office, 'release', 'reviewer')
    await tick()
    const all = await grid.until('event: case.release')
    expect(all).toMatch(/event: case.release\ndata: \{"caseId":"case-\w+".*"actor":"reviewer"/)
    const told = await district.until('event: case.release')
    expect(kindsOf(told)).toEqual(['case.release'])
    expect(told).not.toContain('reviewer')
    const back = await listen({ ...office.analyst, 'last-event-id': lastIdOf(first) })
    expect(kindsOf(await back.until('event: case.release'))).toEqual(
      kindsOf(all).slice(kindsOf(first).length),
    )
    const byQuery = await listen(office.analyst, '?after=0')
    expect(kindsOf(await byQuery.until('event: case.release'))).toEqual(kindsOf(all))
  })

  it('cuts off an account that was disabled', async () => {
    const { office, listen, tick } = await openListening()
    const one = await listen(await enter(office, person('Zhao', 'analyst')))
    await one.until('retry: 3000\n')
    await office.station.ports.store.transact(trx =>
      trx.updateTable('account').set({ disabled_at: 1 }).where('name', '=', 'Zhao').execute(),
    )
    for (let i = 0; i < MINUTE_OF_TICKS; i++) await tick()
    await one.over()
    expect((await office.api.inject({ url: '/v1/events', headers: {} })).statusCode).toBe(401)
  })

  it('does not keep the server from closing', async () => {
    const { office, listen, close } = await openListening()
    const one = await listen(office.analyst)
    await one.until('retry: 3000\n')
    await close()
    await one.over()
  })

  it('refuses an id that is none, and who may not read cases', async () => {
    const { office } = await openListening()
    const headers = { ...office.analyst, 'last-event-id': 'x' }
    expect((await office.api.inject({ url: '/v1/events', headers })).statusCode).toBe(400)
    const operator = await enter(office, person('Qian', 'operator'))
    expect((await office.api.inject({ url: '/v1/events', headers: operator })).statusCode).toBe(403)
  })
})
