import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Tables } from '../../services/adapters/store/index.ts'
import { readAudit } from '../../services/cases/index.ts'
import { type Desk, openDesk } from '../services/cases/desk.ts'

type Entry = Tables['audit']

/** Another value of the same kind for every field of an entry. */
const CHANGED: { readonly [Field in Exclude<keyof Entry, 'case_id'>]: (entry: Entry) => unknown } = {
  sequence: ({ sequence }) => sequence + 100,
  at: ({ at }) => at + 1,
  actor: ({ actor }) => `${actor} `,
  action: ({ action }) => (action === 'view' ? 'submit' : 'view'),
  from_state: ({ from_state }) => (from_state === 'reported' ? null : 'reported'),
  to_state: ({ to_state }) => (to_state === null ? 'reported' : null),
  reason: ({ reason }) => `${reason}.`,
  detail: ({ detail }) => JSON.stringify({ ...(JSON.parse(detail) as object), more: 1 }),
  previous_hash: ({ previous_hash }) => flipped(previous_hash),
  hash: ({ hash }) => flipped(hash),
}

const flipped = (hash: string): string => (hash.startsWith('0') ? '1' : '0') + hash.slice(1)

let desk: Desk
let caseId: string

/** Runs on the store as somebody would who drops the guards, and leaves no trace of it. */
const tampered = async (work: () => Promise<void>): Promise<boolean> => {
  const undone = new Error('undone')
  let whole: boolean | undefined
  await desk.store
    .transact(async trx => {
      await sql`drop trigger audit_is_not_altered`.execute(trx)
      await sql`drop trigger audit_is_not_deleted`.execute(trx)
      await work()
      whole = (await readAudit(trx, caseId)).whole
      throw undone
    })
    .catch(error => {
      if (error !== undone) throw error
    })
  if (whole === undefined) throw new Error('the audit was not read')
  return whole
}

beforeAll(async () => {
  desk = await openDesk()
  await desk.suspect([{ score: 0.75 }])
  await desk.suspect([{ score: 0.95, dayOffset: 1 }])
  await desk.move({ action: 'release' })
  await desk.move({ action: 'submit' })
  await desk.move({ action: 'release' })
  caseId = (await desk.theCase()).id
})

afterAll(() => desk.store.close())

const entries = () => desk.store.db.selectFrom('audit').selectAll().orderBy('sequence').execute()

describe('an audit chain', () => {
  it('is whole as it was written', async () => {
    expect((await entries()).map(({ action }) => action)).toEqual([
      'open',
      'charge',
      'evidence',
      'refused',
      'submit',
      'release',
    ])
    expect(await tampered(async () => {})).toBe(true)
  })

  it.each(Object.keys(CHANGED) as (keyof typeof CHANGED)[])(
    'is not whole when "%s" of any entry is changed',
    async field => {
      for (const entry of await entries()) {
        const value = CHANGED[field](entry)
        expect(value).not.toBe(entry[field])
        const whole = await tampered(async () => {
          const set = sql`update audit set ${sql.ref(field)} = ${value} where sequence = ${entry.sequence}`
          await set.execute(desk.store.db)
        })
        expect(whole, `${field} of ${entry.sequence}`).toBe(false)
      }
    },
  )

  const takenOut = (sequence: number) =>
    tampered(async () => {
      await desk.store.db.deleteFrom('audit').where('sequence', '=', sequence).execute()
    })
  const givenAway = (sequence: number) =>
    tampered(async () => {
      await desk.store.db
        .updateTable('audit')
        .set({ case_id: 'other' })
        .where('sequence', '=', sequence)
        .execute()
    })

  it('is not whole when an entry before the last is taken out or given to another case', async () => {
    for (const { sequence } of (await entries()).slice(0, -1)) {
      expect(await takenOut(sequence), `without ${sequence}`).toBe(false)
      expect(await givenAway(sequence), `without ${sequence}`).toBe(false)
    }
  })

  it('is not whole when the last entry, the release of a case that is reported, is taken out or given away', async () => {
    const last = (await entries()).at(-1)!.sequence
    expect(await takenOut(last)).toBe(false)
    expect(await givenAway(last)).toBe(false)
  })

  it('is not whole when two entries change places', async () => {
    const whole = await tampered(async () => {
      for (const [from, to] of [
        [2, 100],
        [3, 2],
        [100, 3],
      ]) {
        await sql`update audit set sequence = ${to} where sequence = ${from}`.execute(desk.store.db)
      }
    })
    expect(whole).toBe(false)
  })
})
