import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import type { Role } from '../../../schemas/account.ts'
import type { CaseState } from '../../../schemas/case.ts'
import type { ProblemCode } from '../../../schemas/problem.ts'
import { meter } from '../../support/meters.ts'
import { person } from '../../support/people.ts'
import { testDesk } from './desk.ts'

const ACTIONS = ['submit', 'return', 'release'] as const
const TO = { submit: 'to-review', return: 'to-check', release: 'reported' } as const
const FROM = { submit: 'to-check', return: 'to-review', release: 'to-review' } as const
const ROLE = { submit: 'analyst', return: 'reviewer', release: 'reviewer' } as const

const STATES = ['to-check', 'to-review', 'reported', 'closed'] as const
const ROLES = ['analyst', 'reviewer', 'supervisor'] as const

interface Attempt {
  readonly state: CaseState
  readonly action: (typeof ACTIONS)[number]
  readonly role: Role
  readonly samePerson: boolean
  readonly version: 'none' | 'right' | 'old'
  readonly reason: string
}

const attempts: Attempt[] = STATES.flatMap(state =>
  ACTIONS.flatMap(action =>
    ROLES.flatMap(role =>
      [false, true].flatMap(samePerson =>
        (['none', 'right', 'old'] as const).flatMap(version =>
          ['', 'because'].map(reason => ({ state, action, role, samePerson, version, reason })),
        ),
      ),
    ),
  ),
)

/** Why an attempt must be refused, in the order in which a person is told; undefined when it must succeed. */
const refusalOf = ({
  state,
  action,
  role,
  samePerson,
  version,
  reason,
}: Attempt): ProblemCode | undefined => {
  if (role !== ROLE[action]) return 'forbidden'
  if (state !== FROM[action]) return 'wrong-state'
  if (action === 'release' && samePerson) return 'same-person'
  if (action !== 'release' && reason === '') return 'bad-request'
  return version === 'old' ? 'version-conflict' : undefined
}

describe('moveCase', () => {
  it.each(attempts)(
    '$action when $state by a $role, same person $samePerson, version $version, reason "$reason"',
    async attempt => {
      const desk = await testDesk()
      await desk.suspect([{ score: 0.95 }])
      const before = await desk.bringTo(attempt.state)
      const told = (await desk.outbox()).length
      const links = (await desk.audit()).entries.length
      const name = attempt.samePerson ? (before.submittedBy ?? 'Li') : 'Zhao'
      const actor = person(name, attempt.role)
      const version = { none: undefined, right: before.version, old: before.version - 1 }[attempt.version]
      const { action, reason } = attempt

      const result = await desk.move({ action, actor, reason, version })

      const code = refusalOf(attempt)
      const after = await desk.theCase()
      const { whole, entries } = await desk.audit()
      expect(whole).toBe(true)
      expect(entries).toHaveLength(links + 1)
      if (code) {
        expect(result).toEqual({ refused: { code, detail: expect.stringMatching(/^[^\n]+\.$/) } })
        expect(after).toEqual(before)
        expect(await desk.outbox()).toHaveLength(told)
        expect(entries.at(-1)).toMatchObject({
          action: 'refused',
          actor: name,
          from: attempt.state,
          to: attempt.state,
          reason,
          detail: { attempted: action, code },
        })
        return
      }
      expect(result).toMatchObject({ case: after })
      expect(after).toMatchObject({ state: TO[action], version: before.version + 1, charges: before.charges })
      expect(entries.at(-1)).toMatchObject({
        action,
        actor: name,
        from: attempt.state,
        to: TO[action],
        reason,
      })
      expect((await desk.outbox()).length - told).toBe(action === 'release' ? 1 : 0)
    },
  )

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
