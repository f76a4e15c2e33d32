import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AlertType } from '../../../schemas/alert.ts'
import { Level } from '../../../schemas/case.ts'
import { Signature } from '../../../schemas/finding.ts'
import { NO_WALL } from '../../../services/access/index.ts'
import {
  changeEndpoint,
  followEndpoints,
  listEndpoints,
  newSecret,
  replayAlerts,
  resendAlert,
  rotateSecret,
  showEndpoint,
  switchOff,
  switchOn,
} from '../../../services/alerts/index.ts'
import { verifiedText } from '../../../services/alerts/sign.ts'
import { isWanted } from '../../../services/alerts/wishes.ts'
import { charge } from './case-fixture.ts'
import {
  createDesk,
  type Desk,
  openReceiver,
  openServer,
  REVIEWER,
  type Seen,
  status,
} from './relay-fixture.ts'

const SECOND = 1_000
const HOUR = 3_600_000
const DAY = 24 * HOUR

const endpoint = async (desk: Desk, id: string) =>
  (await showEndpoint(desk.store.db, NO_WALL, id, desk.clock.now()))!

const pass = (desk: Desk, ms: number): void => desk.clock.set(desk.clock.now() + ms)

const deed = (desk: Desk, run: typeof switchOn, id: string) =>
  desk.store.transact(trx => run(trx, { id, reason: 'seen' }, REVIEWER, desk.clock.now()))

const deeds = async ({ store }: Desk) =>
  (await store.db.selectFrom('audit').selectAll().orderBy('sequence').execute()).map(row => ({
    ...row,
    detail: JSON.parse(row.detail) as Record<string, unknown>,
  }))

const follow = (desk: Desk) => desk.store.transact(trx => followEndpoints(trx, desk.clock.now()))

/** Ticks at each time an attempt is due, until a time. */
const run = async (desk: Desk, untilMs: number): Promise<void> => {
  for (;;) {
    const times = (await desk.deliveries()).flatMap(one => one.nextAttemptAt ?? []).sort()
    const next = times.map(time => Date.parse(time)).find(time => time > desk.clock.now())
    if (next === undefined || next > untilMs) break
    desk.clock.set(next)
    await desk.relay.tick()
    await follow(desk)
  }
  desk.clock.set(untilMs)
}

describe('wishes of an endpoint', () => {
  const message = { department: '', type: 'case.reported', level: 'orange', signatures: ['restart'] } as const
  const all = { department: '', types: [], signatures: [], level: 'yellow' } as const

  it.each([
    ['nothing in particular', {}, {}, true],
    ['the type', { types: ['case.closed', 'case.reported'] }, {}, true],
    ['another type', { types: ['case.closed'] }, {}, false],
    ['one of its signatures', { signatures: ['restart', 'surge'] }, {}, true],
    ['another signature', { signatures: ['crypto-mining'] }, {}, false],
    ['its level', { level: 'orange' }, {}, true],
    ['a higher level', { level: 'red' }, {}, false],
    ['a signature, of a message that names none', { signatures: ['restart'] }, { signatures: [] }, true],
    ['a level, of a message that has none', { level: 'red' }, { level: null }, true],
    ['its department', { department: 'industry' }, { department: 'industry' }, true],
    ['a department, of a message to the whole district', { department: 'industry' }, {}, false],
    ['the whole district, of a message to a department', {}, { department: 'industry' }, true],
  ] as const)('are met by %s', (_, wish, said, isMet) => {
    expect(isWanted({ ...message, ...said }, { ...all, ...wish })).toBe(isMet)
  })

  it('that ask for more are met by no message that fewer are not met by', () => {
    const some = <T>(options: readonly T[]) => fc.subarray([...options])
    const wish = fc.record({
      ...{ department: fc.constantFrom('', 'industry'), level: fc.constantFrom(...Level.options) },
      ...{ types: some(AlertType.options), signatures: some(Signature.options) },
    })
    const said = fc.record({
      department: fc.constantFrom('', 'industry', 'prices'),
      type: fc.constantFrom(...AlertType.options),
      level: fc.constantFrom(...Level.options, null),
      signatures: some(Signature.options),
    })
    fc.assert(
      fc.property(wish, said, (asked, about) => {
        const isMet = isWanted(about, asked)
        const wider = { ...asked, types: [], signatures: [], level: 'yellow' as const }
        if (isMet) expect(isWanted(about, wider)).toBe(true)
        expect(isWanted(about, { ...wider, department: '' })).toBe(true)
      }),
    )
  })
})

describe('endpoints', () => {
  it('get what they want and nothing else; what nobody wants stays visible until somebody does', async () => {
    const desk = await createDesk({ post: async () => ({ status: 204, retryAfter: null }) })
    const { id: red } = await desk.register('https://a.example/', { level: 'red' })
    const { id: mining } = await desk.register('https://b.example/', { signatures: ['crypto-mining'] })
    const { id: industry } = await desk.register('https://c.example/', { department: 'industry' })
    const furnace = await desk.release({ id: 'case-1' })
    const weak = await desk.release({ id: 'case-2', charges: [charge({ level: 'yellow' })] })
    const passed = await desk.release({ id: 'case-3', department: 'industry' })
    await desk.relay.tick()
    const byAlert = async () =>
      new Map(
        (await desk.alerts()).map(one => [one.id, [one.status, ...one.deliveries.map(d => d.endpointId)]]),
      )
    expect(await byAlert()).toEqual(
      new Map([
        [furnace, ['delivered', red]],
        [weak, ['no-endpoint']],
        [passed, ['delivered', red, industry]],
      ]),
    )
    // It has its own filters widened, and takes up what waits.
    const change = { id: mining, signatures: [], reason: '' }
    await desk.store.transact(trx => changeEndpoint(trx, change, REVIEWER, desk.clock.now()))
    expect(await desk.relay.tick()).toBe(1)
    expect((await byAlert()).get(weak)).toEqual(['delivered', mining])
    expect((await byAlert()).get(furnace)).toEqual(['delivered', red])
  })

  it('cannot be made twice at one address, nor of a district that never was', async () => {
    const desk = await createDesk()
    await desk.register('https://a.example/')
    await expect(desk.register('https://a.example/')).rejects.toThrow('endpoint-000001')
    await expect(desk.register('https://a.example/', { districtCode: '110101' })).rejects.toThrow(
      'There is no district 110101',
    )
    await desk.register('https://a.example/', { districtCode: '500108' })
    expect((await listEndpoints(desk.store.db, { limit: 9 }, 0)).map(({ id }) => id)).toEqual([
      'endpoint-000001',
      'endpoint-000002',
    ])
  })

  it('sign with both secrets for 24 h after a rotation, then with the new one alone', async () => {
    const desk = await createDesk()
    const [old, fresh] = [newSecret(), newSecret()]
    const server = await openServer(status(204))
    const { id } = await desk.register(server.url, { secret: old })
    const rotate = { id, secret: fresh, reason: 'due' }
    await desk.store.transact(trx => rotateSecret(trx, rotate, REVIEWER, desk.clock.now()))
    const start = desk.clock.now()
    for (const [number, laterMs] of [0, DAY - 1, DAY].entries()) {
      desk.clock.set(start + laterMs)
      await desk.release({ id: `case-${number}` })
      await desk.relay.tick()
    }
    const opens = ({ headers, body }: Seen, secret: string): boolean => {
      // The receiver's clock is the sender's: only the signature is looked at.
      const made = { ...(headers as Record<string, string>) }
      try {
        verifiedText(secret, made, Buffer.from(body))
        return true
      } catch (error) {
        if (String(error).includes('timestamp')) throw error
        return false
      }
    }
    expect(server.seen.map(one => one.headers['webhook-signature']?.toString().split(' ').length)).toEqual([
      2, 2, 1,
    ])
    const [first] = server.seen as [Seen]
    expect([opens(first, old), opens(first, fresh), opens(first, newSecret())]).toEqual([true, true, false])
    const [rotated] = (await deeds(desk)).filter(({ detail }) => detail.what === 'rotate')
    expect(rotated).toMatchObject({ actor: 'reviewer', action: 'endpoint', reason: 'due' })
    const text = JSON.stringify(await deeds(desk))
    for (const secret of [old, fresh]) expect(text).not.toContain(secret.slice(6))
  })

  it('are warned of on day 5 and switched off on day 10; a person switches on, and all of it goes out', async () => {
    let answer = 503
    const desk = await createDesk({ post: async () => ({ status: answer, retryAfter: null }) })
    const { id } = await desk.register('https://a.example/')
    const start = desk.clock.now()
    const first = await desk.release({ id: 'case-1' })
    await desk.relay.tick()
    await run(desk, start + 5 * DAY - SECOND)
    expect(await follow(desk)).toEqual([])
    expect((await endpoint(desk, id)).endpoint.state).toBe('on')
    desk.clock.set(start + 5 * DAY)
    expect(await follow(desk)).toEqual([{ endpointId: id, districtCode: '500107', what: 'warned' }])
    expect((await endpoint(desk, id)).endpoint).toMatchObject({
      state: 'warned',
      failingSince: new Date(start).toISOString(),
    })
    expect(await follow(desk)).toEqual([])
    await run(desk, start + 10 * DAY - SECOND)
    expect((await endpoint(desk, id)).endpoint.state).toBe('warned')
    desk.clock.set(start + 10 * DAY)
    expect(await follow(desk)).toMatchObject([{ what: 'off' }])
    const second = await desk.release({ id: 'case-2' })
    expect(await desk.relay.tick()).toBe(0)
    expect(await endpoint(desk, id)).toMatchObject({
      endpoint: { state: 'off', offReason: 'failing' },
      waiting: 1,
      givenUp: 1,
    })
    expect((await deeds(desk)).map(({ actor, detail }) => [actor, detail.what])).toEqual([
      ['reviewer', 'make'],
      ['system', 'warn'],
      ['system', 'off'],
    ])
    const events = await desk.store.db.selectFrom('event').select(['kind', 'told_district']).execute()
    expect(events).toEqual([
      { kind: 'endpoint.warned', told_district: '500107' },
      { kind: 'endpoint.off', told_district: '500107' },
    ])

    answer = 204
    await deed(desk, switchOn, id)
    expect(await desk.relay.tick()).toBe(2)
    expect((await desk.alerts()).map(one => [one.id, one.status]).sort()).toEqual(
      [first, second].map(one => [one, 'delivered']).sort(),
    )
    expect((await endpoint(desk, id)).endpoint).toMatchObject({ state: 'on', failingSince: null })
  })

  it('are not switched off before anybody could heed the warning, and not at all once one alert arrives', async () => {
    let answer = 503
    const desk = await createDesk({ post: async () => ({ status: answer, retryAfter: null }) })
    const { id } = await desk.register('https://a.example/')
    await desk.release()
    await desk.relay.tick()
    // The service itself was away for a fortnight.
    pass(desk, 14 * DAY)
    expect(await follow(desk)).toMatchObject([{ what: 'warned' }])
    pass(desk, 5 * DAY - SECOND)
    expect(await follow(desk)).toEqual([])
    answer = 204
    expect(await desk.relay.tick()).toBe(1)
    expect((await endpoint(desk, id)).endpoint).toMatchObject({ state: 'on', failingSince: null })
    pass(desk, 30 * DAY)
    expect(await follow(desk)).toEqual([])
  })

  it('are off at a person’s word, and another then takes up what waits for them', async () => {
    const posted: string[] = []
    const desk = await createDesk({
      post: async url => {
        posted.push(url)
        return { status: 204, retryAfter: null }
      },
    })
    const { id } = await desk.register('https://a.example/')
    expect(await deed(desk, switchOff, id)).toMatchObject({ endpoint: { state: 'off', offReason: 'person' } })
    expect(await deed(desk, switchOff, id)).toMatchObject({ refused: { code: 'wrong-state' } })
    await desk.release()
    expect(await desk.relay.tick()).toBe(0)
    await desk.register('https://b.example/')
    expect(await desk.relay.tick()).toBe(1)
    expect(posted).toEqual(['https://b.example/'])
    expect(await deed(desk, switchOn, id)).toMatchObject({ endpoint: { state: 'on' } })
    expect(await deed(desk, switchOn, id)).toMatchObject({ refused: { code: 'wrong-state' } })
    // The receiver of the first knows the webhook-id, whichever of them it hears it from.
    expect(await desk.relay.tick()).toBe(1)
  })
})

describe('sending again', () => {
  const taken = async (desk: Desk) => {
    const secret = newSecret()
    const receiver = await openReceiver(secret)
    const { id } = await desk.register(receiver.url, { secret })
    return { ...receiver, id }
  }

  it('one alert keeps its id and what is known of it, and a receiver takes it once', async () => {
    const desk = await createDesk()
    const { id, taken: at } = await taken(desk)
    const alertId = await desk.release()
    await desk.relay.tick()
    pass(desk, 10 * SECOND)
    const again = { alertId, reason: 'lost' }
    expect(await desk.store.transact(trx => resendAlert(trx, again, REVIEWER, desk.clock.now()))).toEqual({
      deliveries: 1,
    })
    expect(await desk.alerts()).toMatchObject([{ status: 'delivered', deliveries: [{ status: 'waiting' }] }])
    expect(await desk.relay.tick()).toBe(1)
    const [delivery] = await desk.deliveries()
    expect(delivery).toMatchObject({ status: 'delivered', attempts: [{ number: 1 }, { number: 2 }] })
    expect(at.map(one => one.id)).toEqual([alertId])
    const last = (await deeds(desk)).at(-1)
    expect(last).toMatchObject({
      ...{ action: 'resend', actor: 'reviewer', reason: 'lost' },
      detail: { alert: alertId, caseId: 'case-1', endpoints: [id] },
    })
  })

  it('a range goes out in order, behind what is new, and its failures count for nothing', async () => {
    const order: string[] = []
    let answer = 204
    const desk = await createDesk({
      post: async (_, headers) => {
        order.push(headers['webhook-id']!)
        return { status: answer, retryAfter: null }
      },
    })
    const { id } = await desk.register('https://a.example/')
    const start = desk.clock.now()
    const old: string[] = []
    for (let number = 0; number < 5; number++) {
      old.push(await desk.release({ id: `case-${number}` }))
      await desk.relay.tick()
      pass(desk, SECOND)
    }
    const range = (from: number, to: number) => ({
      ...{ id, reason: 'reinstalled' },
      from: new Date(start + from * SECOND).toISOString(),
      to: new Date(start + to * SECOND).toISOString(),
    })
    const replay = (from: number, to: number) =>
      desk.store.transact(trx => replayAlerts(trx, range(from, to), REVIEWER, desk.clock.now()))
    expect(await replay(1, 4)).toEqual({ deliveries: 3 })
    const fresh = await desk.release({ id: 'case-new' })
    order.length = 0
    await desk.relay.tick()
    expect(order).toEqual([fresh, ...old.slice(1, 4)])

    answer = 503
    expect(await replay(0, 5)).toEqual({ deliveries: 5 })
    await desk.relay.tick()
    expect((await endpoint(desk, id)).endpoint.failingSince).toBeNull()
    expect((await desk.alerts()).every(one => one.status === 'delivered')).toBe(true)

    expect(await replay(5, 5)).toMatchObject({ refused: { code: 'bad-request' } })
    expect(await replay(-91 * 86_400, 0)).toMatchObject({ refused: { code: 'bad-request' } })
    await deed(desk, switchOff, id)
    expect(await replay(0, 5)).toMatchObject({ refused: { code: 'wrong-state' } })
  })

  it('one that never arrived is tried at once, in its place', async () => {
    let answer = 503
    const desk = await createDesk({ post: async () => ({ status: answer, retryAfter: null }) })
    const { id } = await desk.register('https://a.example/')
    const alertId = await desk.release()
    await desk.relay.tick()
    answer = 204
    expect(await desk.relay.tick()).toBe(0)
    const again = { alertId, endpointId: id, reason: 'repaired' }
    await desk.store.transact(trx => resendAlert(trx, again, REVIEWER, desk.clock.now()))
    expect(await desk.relay.tick()).toBe(1)
    expect((await endpoint(desk, id)).endpoint.failingSince).toBeNull()
  })

  it('is refused of what is not there, or goes nowhere', async () => {
    const desk = await createDesk()
    const resend = (alertId: string, endpointId?: string) =>
      desk.store.transact(trx => resendAlert(trx, { alertId, endpointId, reason: 'x' }, REVIEWER, 1))
    expect(await resend('msg_none')).toMatchObject({ refused: { code: 'not-found' } })
    const alertId = await desk.release()
    expect(await resend(alertId)).toMatchObject({ refused: { code: 'wrong-state' } })
    const { id: other } = await desk.register('https://a.example/', { districtCode: '500108' })
    const { id: department } = await desk.register('https://a.example/', { department: 'industry' })
    for (const id of [other, department, 'endpoint-000009'])
      expect(await resend(alertId, id)).toMatchObject({ refused: { code: 'wrong-state' } })
    const { id } = await desk.register('https://b.example/', { types: ['case.closed'] })
    // What it does not want by itself a person may send there.
    expect(await resend(alertId, id)).toEqual({ deliveries: 1 })
  })
})
