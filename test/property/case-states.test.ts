import fc from 'fast-check'
import { expect, it, onTestFinished } from 'vitest'
import type { Account } from '../../schemas/account.ts'
import type { AuditEntry, Case, CaseState, Charge } from '../../schemas/case.ts'
import { DESK_CHAIN } from '../../services/audit/index.ts'
import { findStoredCase, readAudit } from '../../services/cases/index.ts'
import { type Desk, district, feedbackOn, NOW_MS, openDesk, supervisor } from '../services/cases/desk.ts'
import { WAYS } from '../services/cases/ways.ts'
import { meter } from '../support/meters.ts'
import { person } from '../support/people.ts'

const MINUTE = 60_000
const SIZE = { minLength: 5, maxLength: 30, size: 'max' } as const

/** Li and Sun have an account of each role, as nobody should; Sun opened the second case by hand. */
const PEOPLE: readonly Account[] = [
  ...['Li', 'Zhao', 'Sun'].map(name => person(name, 'analyst')),
  ...['Li', 'Wang', 'Sun'].map(name => person(name, 'reviewer')),
  supervisor,
  district,
  { ...district, name: 'Tan', department: '经信委' },
  person('Deng', 'district', { districtCode: '500106' }),
  person('Sheng', 'auditor'),
]
const NAMES = new Set(PEOPLE.map(({ name }) => name))

const reason = fc.constantFrom('', 'seen', 'seen', 'seen')
const outcome = fc.constantFrom('confirmed', 'dismissed', 'dismissed', 'passed-on', 'cannot-verify')
const signature = fc.constantFrom('induction-furnace', 'induction-furnace', 'crypto-mining')
const move = fc.constantFrom(
  ...(['inspect', 'submit', 'return', 'release', 'acknowledge', 'handle', 'reopen'] as const),
)

const deed = fc.oneof(
  { weight: 12, arbitrary: fc.record({ name: fc.constant('move'), action: move, reason }) },
  { weight: 3, arbitrary: fc.record({ name: fc.constant('outcome'), outcome, signature }) },
  { weight: 2, arbitrary: fc.record({ name: fc.constant('answer'), reason }) },
  { weight: 3, arbitrary: fc.record({ name: fc.constant('undo') }) },
  { weight: 1, arbitrary: fc.record({ name: fc.constantFrom('wake', 'urge', 'snooze'), reason }) },
  { weight: 1, arbitrary: fc.record({ name: fc.constant('comment'), text: fc.constant('hm') }) },
  {
    weight: 1,
    arbitrary: fc.record({ name: fc.constant('pass'), department: fc.constantFrom('', '经信委') }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ name: fc.constant('assign'), to: fc.constantFrom(null, 'Li', 'nobody') }),
  },
)
type Deed = Record<string, unknown> & { readonly name: string }

const command = fc.record({
  who: fc.constantFrom(...PEOPLE),
  which: fc.nat(2),
  looked: fc.constantFrom('none', 'now', 'before'),
  deed: deed as fc.Arbitrary<Deed>,
  /** Of the ways from where the case stands, and of who may go them; null: whatever comes to mind */
  apt: fc.option(fc.nat(999), { freq: 3 }),
})
type Command = typeof command extends fc.Arbitrary<infer C> ? C : never

const step = fc.oneof(
  { weight: 16, arbitrary: fc.record({ at: fc.constant('one'), commands: fc.tuple(command) }) },
  { weight: 3, arbitrary: fc.record({ at: fc.constant('once'), commands: fc.tuple(command, command) }) },
  {
    weight: 1,
    arbitrary: fc.record({ at: fc.constant('bulk'), who: fc.constantFrom(...PEOPLE), action: move }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      at: fc.constant('finding'),
      customer: fc.nat(1),
      score: fc.constantFrom(0.75, 0.85, 0.95),
      signature: fc.constantFrom('induction-furnace', 'crypto-mining'),
    }),
  },
  { weight: 2, arbitrary: fc.record({ at: fc.constant('later'), minutes: fc.constantFrom(5, 20) }) },
)
type Step =
  | { at: 'one' | 'once'; commands: Command[] }
  | { at: 'bulk'; who: Account; action: string }
  | { at: 'finding'; customer: number; score: number; signature: 'induction-furnace' | 'crypto-mining' }
  | { at: 'later'; minutes: number }

interface Glance {
  readonly id: string
  readonly version: number
  readonly state: CaseState
  readonly customer_id: string
  readonly charges: readonly Pick<Charge, 'signature'>[]
}

/** A command that may well be accepted in a state. */
const aptIn = (state: CaseState, { who, deed }: Command, n: number): Pick<Command, 'who' | 'deed'> => {
  const ways = WAYS.filter(({ from, action }) => from === state && action !== 'charge')
  const { action, roles } = ways[n % ways.length] ?? { action: '', roles: [] }
  const people = PEOPLE.filter(({ role }) => roles.some(one => one.replace('!', '') === role))
  const by = people[n % people.length] ?? who
  if (action === 'answer' || action === 'outcome') {
    const told = { outcome: 'dismissed', signature: 'induction-furnace', reason: 'letter 7' }
    return { who: by, deed: { ...told, ...(deed.name === 'outcome' ? deed : {}), name: action } }
  }
  return { who: by, deed: { name: 'move', action, reason: 'seen' } }
}

/** Two customers of their own at the desk with its clock, and what people were answered. */
class Sequence {
  accepted = 0
  refused = 0
  nowMs = NOW_MS
  day = 0
  readonly desk: Desk
  readonly customers: readonly string[]
  constructor(desk: Desk, name: string) {
    this.desk = desk
    this.customers = [`${name}-1`, `${name}-2`]
  }

  /** Opens a case of each, of the second by hand. */
  async begin(): Promise<void> {
    const meters = this.customers.map(customerId => meter({ meterId: `M-${customerId}`, customerId }))
    await this.desk.register(meters)
    for (const customer of this.customers) await this.suspect(customer, 0.75, 'induction-furnace')
    await this.desk.store.db
      .updateTable('cases')
      .set({ opened_by: 'Sun', source: 'tip' })
      .where('customer_id', '=', this.customers[1]!)
      .execute()
  }

  private async suspect(customer: string, score: number, signature: 'induction-furnace' | 'crypto-mining') {
    const pointId = `M-${customer}`
    await this.desk.suspect([{ score, signature, pointId, dayOffset: this.day }], customer)
  }

  async take(one: Step): Promise<void> {
    if (one.at === 'later') this.nowMs += one.minutes * MINUTE
    else if (one.at === 'finding') {
      const { score, signature } = one
      this.day += 1
      await this.suspect(this.customers[one.customer]!, score, signature)
    } else if (one.at === 'bulk') await this.bulk(one.who, one.action)
    else {
      const cases = await this.glance()
      await Promise.all(one.commands.map(each => this.give(each, cases)))
    }
  }

  private async bulk(who: Account, action: string): Promise<void> {
    const caseIds = (await this.glance()).map(({ id }) => id)
    const body = { caseIds, action, reason: 'all of them', versions: {} } as never
    const { results } = (await this.desk.does(who, 'bulk', body, this.nowMs)) as { results: object[] }
    for (const result of results) this.count('refused' in result)
  }

  /** What a command needs to know of the cases. */
  async glance(): Promise<Glance[]> {
    const { db } = this.desk.store
    const rows = await db
      .selectFrom('cases')
      .select(['id', 'version', 'state', 'customer_id'])
      .where('customer_id', 'in', this.customers)
      .orderBy('number')
      .execute()
    const ids = rows.map(({ id }) => id)
    const charges = await db
      .selectFrom('charge')
      .select(['case_id', 'signature'])
      .where('case_id', 'in', ids)
      .execute()
    return rows.map(row => ({ ...row, charges: charges.filter(({ case_id }) => case_id === row.id) }))
  }

  private async give(command: Command, cases: readonly Glance[]): Promise<void> {
    const found = cases[command.which % cases.length]!
    const { who, deed } = command.apt === null ? command : aptIn(found.state, command, command.apt)
    const { name, ...more } = deed
    const { version: now } = found
    const version = { none: undefined, now, before: Math.max(1, now - 1) }[command.looked as 'now']
    const body = { caseId: found.id, version, ...bodyOf(name, more, found.charges) } as never
    const answer = await this.desk.does(who, name as 'move', body, this.nowMs)
    this.count('refused' in answer)
  }

  private count(isRefused: boolean): void {
    if (isRefused) this.refused += 1
    else this.accepted += 1
  }
}

const bodyOf = (name: string, more: Record<string, unknown>, charges: Glance['charges']): object => {
  if (name === 'answer') return { ...more, feedback: feedbackOn(charges, { inspectedOn: null }) }
  if (name !== 'outcome') return more
  const { outcome: found, signature: of } = more
  const cause = found === 'dismissed' ? 'data-centre' : null
  const passedTo = found === 'passed-on' ? '公安' : undefined
  return {
    signature: of,
    outcome: { outcome: found, cause, passedTo, note: 'seen', inspectedOn: null, metRunning: null },
  }
}

const states = (entries: readonly AuditEntry[]) =>
  entries.filter(
    ({ action, from, to }) => action !== 'view' && action !== 'close' && from !== null && to !== null,
  )

/** Every change of state is a way of the table, or goes back one that was just gone; each begins where the last ended. */
const expectWays = (found: Case, entries: readonly AuditEntry[]): void => {
  let at: string = 'to-check'
  for (const { action, from, to, detail } of states(entries)) {
    expect(from, action).toBe(at)
    if (from !== to) {
      const [one, a, b] = action === 'undo' ? [detail.undone, to, from] : [action, from, to]
      expect(
        WAYS.some(way => way.action === one && way.from === a && way.to === b),
        `${action} ${from} ${to}`,
      ).toBe(true)
    }
    at = to!
  }
  expect(found.state).toBe(at)
}

/** Who released is neither who had submitted it by then, nor who had opened it by hand. Answers the releases. */
const expectFourEyes = ({ openedBy }: Case, entries: readonly AuditEntry[]): number => {
  let submitter: string | null = null
  let releases = 0
  for (const { action, actor, detail } of entries) {
    if (action === 'submit') submitter = actor
    if (action === 'undo' && detail.undone === 'submit') {
      const restored = detail.restored as { submitted_by?: string | null }
      if (restored.submitted_by !== undefined) submitter = restored.submitted_by
    }
    if (action !== 'release') continue
    releases += 1
    expect(submitter).not.toBeNull()
    expect([submitter, openedBy]).not.toContain(actor)
  }
  return releases
}

const expectOneOpenEach = (cases: readonly Glance[]): void => {
  const open = cases.filter(({ state }) => state !== 'closed').map(one => one.customer_id)
  expect(new Set(open).size).toBe(open.length)
}

/** `linksBefore`: of the desk's own chain, which takes what nobody behind a wall may know of. */
const expectLaws = async (sequence: Sequence, linksBefore: number): Promise<number> => {
  const { desk, accepted, refused } = sequence
  const { db } = desk.store
  const ids = (await sequence.glance()).map(({ id }) => id)
  let releases = 0
  for (const id of ids) {
    const { whole, entries } = await readAudit(db, id)
    expect(whole).toBe(true)
    const found = (await findStoredCase(db, id))!
    expectWays(found, entries)
    releases += expectFourEyes(found, entries)
  }
  const links = await db.selectFrom('audit').select(['actor', 'action']).where('case_id', 'in', ids).execute()
  const theirs = links.filter(({ actor }) => NAMES.has(actor))
  const attempts = theirs.filter(({ action }) => action === 'refused').length
  const unseen = (await deskLinks(desk)) - linksBefore
  expect({ accepted: theirs.length - attempts, refused: attempts + unseen }).toEqual({ accepted, refused })
  const alerts = await db.selectFrom('outbox').select('type').where('case_id', 'in', ids).execute()
  expect(alerts.map(({ type }) => type).toSorted()).toEqual([
    ...Array(await closingsTold(desk, ids)).fill('case.closed'),
    ...Array(releases).fill('case.reported'),
  ])
  return releases
}

/** Closings of cases that a district had been told of, and that were not opened again since. */
const closingsTold = async ({ store }: Desk, ids: readonly string[]): Promise<number> => {
  const links = await store.db
    .selectFrom('audit')
    .select(['case_id', 'action', 'to_state'])
    .where('case_id', 'in', ids)
    .where('action', 'in', ['release', 'reopen', 'close', 'undo'])
    .orderBy('case_id')
    .orderBy('sequence')
    .execute()
  const told = new Set<string>()
  const toldBefore = new Set<string>()
  let closings = 0
  for (const { case_id, action, to_state } of links) {
    if (action === 'release') told.add(case_id)
    if (action === 'close' && told.has(case_id)) closings += 1
    if (action === 'reopen') {
      if (told.delete(case_id)) toldBefore.add(case_id)
      else toldBefore.delete(case_id)
    }
    // Only a reopening is undone into a closed case.
    if (action === 'undo' && to_state === 'closed' && toldBefore.has(case_id)) told.add(case_id)
  }
  return closings
}

const deskLinks = async ({ store }: Desk): Promise<number> =>
  (await store.db.selectFrom('audit').select('sequence').where('case_id', '=', DESK_CHAIN).execute()).length

it('no sequence of commands, two at once among them, leaves the table, opens two cases or releases on one word', async () => {
  // One desk for all: each sequence has customers of its own.
  const desk = await openDesk([])
  onTestFinished(() => desk.store.close())
  let count = 0
  const seen = { commands: 0, accepted: 0, releases: 0, states: new Set<string>() }
  await fc.assert(
    fc.asyncProperty(fc.array(step as fc.Arbitrary<Step>, SIZE), async steps => {
      count += 1
      const sequence = new Sequence(desk, `C${count}`)
      const links = await deskLinks(desk)
      await sequence.begin()
      for (const one of steps) {
        await sequence.take(one)
        const cases = await sequence.glance()
        expectOneOpenEach(cases)
        for (const { state } of cases) seen.states.add(state)
      }
      seen.releases += await expectLaws(sequence, links)
      seen.accepted += sequence.accepted
      seen.commands += sequence.accepted + sequence.refused
    }),
    { numRuns: 300 },
  )
  // Sequences that get nowhere would show nothing.
  expect(seen.states.size).toBe(8)
  expect(seen.releases).toBeGreaterThan(50)
  expect(seen.accepted).toBeGreaterThan(seen.commands / 5)
}, 300_000)
