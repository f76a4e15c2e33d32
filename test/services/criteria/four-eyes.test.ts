import { sql } from 'kysely'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import type { Account } from '../../../schemas/account.ts'
import { openEmbeddedStore, type Store } from '../../../services/adapters/store/index.ts'
import { decideCriterion, listCriteria, proposeCriterion } from '../../../services/criteria/index.ts'
import { criterionIn, dayBeforeMs, LI, proposal, WANG } from '../../support/criteria.ts'
import { person } from '../../support/people.ts'
import { MONDAY } from '../../support/readings.ts'

const DAY_MS = 86_400_000
const NOW_MS = dayBeforeMs(proposal())

let store: Store

beforeEach(async () => {
  store = await openEmbeddedStore(':memory:')
  onTestFinished(() => store.close())
})

const propose = (change = {}, actor = LI, nowMs = NOW_MS) =>
  store.transact(trx => proposeCriterion(trx, proposal(change), actor, nowMs))

const decide = (id: string, action: 'release' | 'refuse', actor: Account, nowMs = NOW_MS, reason = 'why') =>
  store.transact(trx => decideCriterion(trx, { id, action, actor, reason }, nowMs))

const deedsOf = async (id: string) =>
  (
    await store.db
      .selectFrom('audit')
      .select(['actor', 'action', 'detail'])
      .where('case_id', '=', id)
      .orderBy('sequence')
      .execute()
  ).map(({ actor, action, detail }) => [actor, action, (JSON.parse(detail) as { code?: string }).code])

describe('a criterion', () => {
  it('is released by another person than proposed it, who must be a reviewer; every attempt is on record', async () => {
    const { id } = criterionIn(await propose({}, WANG))
    expect(await decide(id, 'release', WANG)).toMatchObject({ refused: { code: 'same-person' } })
    expect(await decide(id, 'release', LI)).toMatchObject({ refused: { code: 'forbidden' } })
    const zhao: Account = person('Zhao', 'reviewer')
    expect(await decide(id, 'release', zhao)).toMatchObject({
      criterion: { state: 'released', proposedBy: 'Wang', releasedBy: 'Zhao', refusedBy: null },
    })
    expect(await decide(id, 'refuse', zhao)).toMatchObject({ refused: { code: 'wrong-state' } })
    expect(await deedsOf(id)).toEqual([
      ['Wang', 'propose', undefined],
      ['Wang', 'refused', 'same-person'],
      ['Li', 'refused', 'forbidden'],
      ['Zhao', 'release', undefined],
      ['Zhao', 'refused', 'wrong-state'],
    ])
    const listed = (await listCriteria(store.db)).find(one => one.id === id)
    expect(listed).toMatchObject({ auditWhole: true, state: 'released' })
  })

  it('is refused with a reason, and then stays refused', async () => {
    const { id } = criterionIn(await propose())
    expect(await decide(id, 'refuse', WANG, NOW_MS, ' ')).toMatchObject({ refused: { code: 'bad-request' } })
    expect(await decide(id, 'refuse', WANG)).toMatchObject({
      criterion: { state: 'refused', refusedBy: 'Wang', releasedBy: null },
    })
    expect(await decide(id, 'release', WANG)).toMatchObject({ refused: { code: 'wrong-state' } })
  })

  it('holds from the day after its release at the earliest', async () => {
    expect(await propose({}, LI, NOW_MS + DAY_MS)).toMatchObject({ refused: { code: 'bad-request' } })
    const { id } = criterionIn(await propose())
    expect(await decide(id, 'release', WANG, NOW_MS + DAY_MS)).toMatchObject({
      refused: { code: 'wrong-state' },
    })
    expect(await decide(id, 'release', WANG, NOW_MS)).toMatchObject({
      criterion: { validFrom: '2024-05-06' },
    })
    expect(MONDAY).toBe(Math.floor((NOW_MS + 8 * 3_600_000) / DAY_MS) + 1)
  })

  it('rises from yellow over orange to red', async () => {
    const wrong = [{ yellowFrom: 0.86 }, { orangeFrom: 0.96 }, { closeBelow: 0.81 }]
    for (const change of wrong)
      expect(await propose(change)).toMatchObject({ refused: { code: 'bad-request' } })
    expect(criterionIn(await propose({ closeBelow: 0.8 })).closeBelow).toBe(0.8)
    expect(criterionIn(await propose()).closeBelow).toBe(0.7)
  })

  it('cannot be altered, decided twice, replaced or deleted behind the program’s back', async () => {
    const { id } = criterionIn(await propose())
    await decide(id, 'release', WANG)
    const attempts = [
      sql`update criterion set yellow_from = 0.5`,
      sql`update criterion set valid_from = 0`,
      sql`update criterion set state = 'proposed'`,
      sql`delete from criterion`,
      sql`insert or replace into criterion select * from criterion`,
    ]
    for (const attempt of attempts) await expect(attempt.execute(store.db)).rejects.toThrow(/criterion/)
  })

  it('whose audit was tampered with says so', async () => {
    const { id } = criterionIn(await propose())
    await sql`drop trigger audit_is_not_altered`.execute(store.db)
    await sql`update audit set actor = 'Nobody' where case_id = ${id}`.execute(store.db)
    expect((await listCriteria(store.db)).find(one => one.id === id)?.auditWhole).toBe(false)
  })
})

describe('the built-in criteria', () => {
  it('are there from the beginning for every signature, and say what their levels mean', async () => {
    const listed = await listCriteria(store.db)
    expect(listed.length).toBeGreaterThanOrEqual(2)
    for (const one of listed) {
      expect(one).toMatchObject({ yellowFrom: 0.7, orangeFrom: 0.8, redFrom: 0.9, validFrom: null })
      expect(one.releasedBy).toBe('built-in')
      expect(one.levels.map(({ from }) => from)).toEqual([0.9, 0.8, 0.7])
      for (const { sentence, measured } of one.levels) {
        expect(sentence.en).toMatch(/^Level (red|orange|yellow): /)
        expect(measured).toEqual({ confirmed: 0, of: 0, precision: null, lower: null, upper: null })
      }
    }
  })
})
