import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { type Account, Role } from '../../../schemas/account.ts'
import type { Alert } from '../../../schemas/alert.ts'
import { CaseState } from '../../../schemas/case.ts'
import type { ProblemCode } from '../../../schemas/problem.ts'
import { listCases, readAudit } from '../../../services/cases/index.ts'
import { meter } from '../../support/meters.ts'
import { person } from '../../support/people.ts'
import { type Desk, district, feedbackOn, reviewer, testDesk } from './desk.ts'
import { WAYS } from './ways.ts'

const ACTIONS = [
  ...(['inspect', 'submit', 'return', 'release', 'acknowledge', 'handle', 'answer', 'reopen'] as const),
]
type Action = (typeof ACTIONS)[number]

/** Whom the wall lets see a case in a state: a district and the pricing staff once the district was told. */
const TOLD: readonly CaseState[] = ['reported', 'acknowledged', 'handling', 'answered', 'closed']
const isBehindWall = (role: Role, state: CaseState): boolean =>
  role === 'operator' || ((role === 'district' || role === 'pricing') && !TOLD.includes(state))

interface Attempt {
  readonly state: CaseState
  readonly action: Action
  readonly role: Role
  /** who submitted it or opened it by hand */
  readonly same: 'none' | 'submitter' | 'opener'
  readonly version: 'none' | 'right' | 'old'
  readonly reason: string
}

const attemptsIn = (state: CaseState): Attempt[] =>
  ACTIONS.flatMap(action =>
    Role.options.flatMap(role =>
      (action === 'release' ? (['none', 'submitter', 'opener'] as const) : (['none'] as const)).flatMap(
        same =>
          (['none', 'right', 'old'] as const).flatMap(version =>
            ['', 'because'].map(reason => ({ state, action, role, same, version, reason })),
          ),
      ),
    ),
  )

/** Why an attempt must be refused, in the order in which a person is told; undefined when it must succeed. */
const refusalOf = ({ state, action, role, same, version, reason }: Attempt): ProblemCode | undefined => {
  if (isBehindWall(role, state)) return 'not-found'
  // Of a merged case nothing is looked at but where it went.
  if (state === 'merged') return 'wrong-state'
  const ways = WAYS.filter(way => way.action === action)
  if (!ways.some(({ roles }) => roles.includes(role) || roles.includes(`${role}!`))) return 'forbidden'
  if (version === 'old') return 'version-conflict'
  const way = ways.find(({ from }) => from === state)
  if (!way) return 'wrong-state'
  if (way.roles.includes(`${role}!`) && reason === '') return 'bad-request'
  return action === 'release' && same !== 'none' ? 'same-person' : undefined
}

/** A desk with one case in a state, opened by hand by Sun. */
const deskWith = async (state: CaseState): Promise<Desk> => {
  const desk = await testDesk()
  await desk.suspect([{ score: 0.95 }])
  await desk.bringTo(state)
  await desk.store.db.updateTable('cases').set({ opened_by: 'Sun', source: 'tip' }).execute()
  if (state === 'merged') {
    const { id } = await desk.theCase()
    await desk.store.db.updateTable('cases').set({ state, merged_into: id }).execute()
  }
  return desk
}

const somebody = ({ role, same }: Attempt): Account => {
  const name = { none: 'Zhao', submitter: 'Li', opener: 'Sun' }[same]
  return person(name, role, role === 'district' ? { districtCode: '500107' } : {})
}

describe('moveCase', () => {
  it.each(CaseState.options)(
    'lets a case that is %s go where the table says, and nowhere else',
    async state => {
      const desk = await deskWith(state)
      const before = await desk.theCase()
      const links = (await desk.audit()).entries.length
      const told = (await desk.outbox()).length
      const seen = (attempt: Attempt) => {
        const { action, reason } = attempt
        const version = { none: undefined, right: before.version, old: before.version - 1 }[attempt.version]
        const body = { caseId: before.id, reason, version }
        const actor = somebody(attempt)
        const order =
          action === 'answer'
            ? ({ name: 'answer', body: { ...body, feedback: feedbackOn(before.charges) }, actor } as const)
            : ({ name: 'move', body: { ...body, action }, actor } as const)
        return desk.tries(order, async (trx, answer) => ({
          answer,
          after: (await listCases(trx, { limit: 1 }))[0]!,
          audit: await readAudit(trx, before.id),
          told: (await trx.selectFrom('outbox').select('id').execute()).length - told,
        }))
      }
      for (const attempt of attemptsIn(state)) {
        const { answer, after, audit, ...more } = await seen(attempt)
        const code = refusalOf(attempt)
        const what = JSON.stringify(attempt)
        const refused = 'refused' in answer ? answer.refused : undefined
        expect(refused?.code, what).toBe(code)
        expect(audit.whole, what).toBe(true)
        expect(more.told, what).toBe(code === undefined && attempt.action === 'release' ? 1 : 0)
        if (code === 'not-found') {
          expect(after, what).toEqual(before)
          expect(audit.entries, what).toHaveLength(links)
          continue
        }
        const { action, reason } = attempt
        expect(audit.entries, what).toHaveLength(links + 1)
        if (code) {
          expect(refused!.detail, what).toMatch(/^[^\n]+\.$/)
          expect(after, what).toEqual(before)
          expect(audit.entries.at(-1), what).toMatchObject({
            ...{ action: 'refused', actor: somebody(attempt).name, from: state, to: state, reason },
            detail: { attempted: action, code },
          })
          continue
        }
        const { to } = WAYS.find(way => way.action === action && way.from === state)!
        expect(after, what).toMatchObject({ state: to, version: before.version + 1 })
        expect(after.enteredAt, what).toBe('2024-06-01T08:00:00+08:00')
        expect(audit.entries.at(-1), what).toMatchObject({
          ...{ action, actor: somebody(attempt).name, from: state, to, reason },
        })
      }
      expect(await desk.theCase()).toEqual(before)
    },
  )

  it('names the case that a merged one was merged into', async () => {
    const desk = await testDesk()
    await desk.suspect([{ score: 0.95 }])
    await desk.suspect([{ score: 0.95 }], 'C2')
    const [whole, part] = await desk.cases()
    await desk.store.db
      .updateTable('cases')
      .set({ state: 'merged', merged_into: whole!.id })
      .where('id', '=', part!.id)
      .execute()
    expect(await desk.move({ caseId: part!.id, action: 'inspect' })).toMatchObject({
      refused: { code: 'wrong-state', detail: expect.stringContaining(whole!.number) },
    })
  })

  it('tells who looked at an old version what changed since', async () => {
    const desk = await testDesk()
    await desk.suspect([{ score: 0.95 }])
    const { version } = await desk.theCase()
    await desk.move({ action: 'submit', reason: 'two furnaces' })
    await desk.move({ action: 'return', reason: 'no picture' })
    const answer = await desk.move({ action: 'submit', version })
    expect(answer).toMatchObject({
      refused: {
        code: 'version-conflict',
        detail: expect.stringContaining(
          'Since version 1: Li submitted it on 2024-06-01 (two furnaces); Wang returned it on 2024-06-01 (no picture).',
        ),
        changes: [
          { version: 2, actor: 'Li', action: 'submit', reason: 'two furnaces' },
          { version: 3, actor: 'Wang', action: 'return', reason: 'no picture' },
        ],
      },
    })
  })

  it('tells a district nothing of the house’s own', async () => {
    const desk = await testDesk()
    await desk.suspect([{ score: 0.95 }])
    const { version } = await desk.bringTo('reported')
    await desk.does(reviewer, 'assign', { to: 'Wang' })
    await desk.does(district, 'pass', { department: '经信委' })
    const answer = await desk.move({ action: 'acknowledge', version })
    expect(answer).toMatchObject({ refused: { changes: [{ action: 'pass', actor: 'Chen' }] } })
  })

  it('refuses a case that there is not', async () => {
    const desk = await testDesk()
    const result = await desk.move({ caseId: 'case-9', action: 'submit' })
    expect(result).toMatchObject({ refused: { code: 'not-found' } })
  })

  it('needs a reason of more than spaces', async () => {
    const desk = await testDesk()
    await desk.suspect([{ score: 0.95 }])
    expect(await desk.move({ action: 'submit', reason: '  ' })).toMatchObject({
      refused: { code: 'bad-request' },
    })
  })

  it('asks the last person who submitted to stay away from the release', async () => {
    const desk = await testDesk()
    await desk.suspect([{ score: 0.95 }])
    await desk.move({ action: 'submit', actor: person('Li', 'analyst') })
    await desk.move({ action: 'return' })
    await desk.move({ action: 'submit', actor: person('Zhao', 'analyst') })
    const refused = await desk.move({ action: 'release', actor: person('Zhao', 'reviewer') })
    expect(refused).toMatchObject({ refused: { code: 'same-person' } })
    expect(await desk.move({ action: 'release', actor: person('Wang', 'reviewer') })).toMatchObject({
      case: { state: 'reported', submittedBy: 'Zhao' },
    })
  })
})

describe('a reopened case', () => {
  it('starts anew: what was found before counts no more', async () => {
    const desk = await testDesk()
    await desk.suspect([{ score: 0.95 }, { score: 0.8, signature: 'crypto-mining' }])
    await desk.bringTo('closed')
    await desk.move({ action: 'reopen', reason: 'seen melting again' })
    expect(await desk.theCase()).toMatchObject({ state: 'to-check', closedAt: null })
    await desk.move({ action: 'submit' })
    await desk.move({ action: 'release' })
    await desk.answer({ outcome: 'confirmed' })
    expect((await desk.theCase()).state).toBe('reported')
    await desk.answer({ outcome: 'dismissed' }, { signature: 'crypto-mining' })
    expect((await desk.theCase()).state).toBe('closed')
    const types = (await desk.outbox()).map(({ body }) => (JSON.parse(body) as Alert).type)
    expect(types.toSorted()).toEqual(['case.closed', 'case.closed', 'case.reported', 'case.reported'])
  })

  it('follows its findings', async () => {
    const desk = await testDesk()
    await desk.suspect([{ score: 0.75 }])
    await desk.bringTo('closed')
    await desk.suspect([{ score: 0.95, dayOffset: 1 }])
    expect((await desk.theCase()).charges[0]!.level).toBe('yellow')
    await desk.move({ action: 'reopen' })
    await desk.settle()
    expect((await desk.theCase()).charges[0]!.level).toBe('red')
  })

  it('cannot be while the customer has another open one', async () => {
    const desk = await testDesk()
    await desk.suspect([{ score: 0.95 }])
    const { id } = await desk.bringTo('closed')
    await desk.suspect([{ score: 0.95, signature: 'crypto-mining' }])
    const other = (await desk.cases()).find(one => one.id !== id)!
    expect(await desk.move({ caseId: id, action: 'reopen' })).toMatchObject({
      refused: { code: 'wrong-state', detail: expect.stringContaining(other.number) },
    })
  })
})

describe('a release', () => {
  it('puts one alert of the case as it stands in the outbox', async () => {
    const desk = await testDesk()
    await desk.suspect([{ score: 0.95 }])
    const reported = await desk.bringTo('reported')
    const [alert, ...more] = await desk.outbox()
    expect(more).toEqual([])
    expect(alert).toMatchObject({ case_id: reported.id, case_version: reported.version })
    expect(JSON.parse(alert!.body)).toMatchObject({
      data: { caseNumber: reported.number, caseVersion: reported.version, customer: { id: 'C1' } },
    })
  })

  it('does not happen when its alert cannot be put in the outbox', async () => {
    const desk = await testDesk()
    await desk.suspect([{ score: 0.95 }])
    const before = await desk.bringTo('to-review')
    const audit = await desk.audit()
    await sql`create trigger outbox_full before insert on outbox begin select raise(abort, 'full'); end`.execute(
      desk.store.db,
    )
    await expect(desk.move({ action: 'release' })).rejects.toThrow('full')
    expect(await desk.theCase()).toEqual(before)
    expect(await desk.audit()).toEqual(audit)
    expect(await desk.outbox()).toEqual([])
    await sql`drop trigger outbox_full`.execute(desk.store.db)
    expect(await desk.move({ action: 'release' })).toMatchObject({ case: { state: 'reported' } })
    expect(await desk.outbox()).toHaveLength(1)
  })

  it('puts no alert in the outbox when the release cannot be put on record', async () => {
    const desk = await testDesk()
    await desk.suspect([{ score: 0.95 }])
    const before = await desk.bringTo('to-review')
    await sql`create trigger audit_full before insert on audit begin select raise(abort, 'full'); end`.execute(
      desk.store.db,
    )
    await expect(desk.move({ action: 'release' })).rejects.toThrow('full')
    expect(await desk.theCase()).toEqual(before)
    expect(await desk.outbox()).toEqual([])
  })

  it('of a customer in an unknown district tells nobody and says so', async () => {
    const desk = await testDesk([meter({ customerId: 'C1', districtCode: 'NOWHERE' })])
    await desk.suspect([{ score: 0.95 }])
    await desk.move({ action: 'submit' })
    expect(await desk.move({ action: 'release' })).toMatchObject({
      case: { state: 'reported' },
      alertId: null,
    })
    expect(await desk.outbox()).toEqual([])
  })
})
