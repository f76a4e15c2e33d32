import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AuditVerification } from '../../schemas/audit.ts'
import { dayOf } from '../../schemas/day.ts'
import type { Db, Tables } from '../../services/adapters/store/index.ts'
import { appendLink, DESK_CHAIN, sealDays, verifyAudit } from '../../services/audit/index.ts'
import { hashOfLink } from '../../services/audit/link.ts'
import { hashOfRoot } from '../../services/audit/root.ts'
import { type Desk, NOW_MS, openDesk } from '../services/cases/desk.ts'

const DAY_MS = 86_400_000
const TODAY = dayOf(NOW_MS)
const GUARDED = ['audit', 'audit_root', 'audit_chain'] as const

let desk: Desk

/** What the verification says of the store after somebody who drops the guards worked on it; undone afterwards. */
const tampered = async (work: (trx: Db) => Promise<unknown>): Promise<AuditVerification> => {
  const undone = new Error('undone')
  let found: AuditVerification | undefined
  await desk.store
    .transact(async trx => {
      const { rows } = await sql<{ name: string }>`
        select name from sqlite_master where type = 'trigger' and tbl_name in (${sql.join(GUARDED)})`.execute(
        trx,
      )
      for (const { name } of rows) await sql`drop trigger ${sql.ref(name)}`.execute(trx)
      await work(trx)
      found = await verifyAudit(trx, { kind: 'all' })
      throw undone
    })
    .catch(error => {
      if (error !== undone) throw error
    })
  return found!
}

/** Every fault as `chain or day: what`. */
const places = ({ faults }: AuditVerification): string[] =>
  faults.map(({ chain, sequence, day, at }) => `${day ?? `${chain} ${sequence}`}: ${at}`)

const links = (): Promise<Tables['audit'][]> =>
  desk.store.db.selectFrom('audit').selectAll().orderBy('case_id').orderBy('sequence').execute()

const chainOfMost = async (): Promise<string> =>
  [...Map.groupBy(await links(), ({ case_id }) => case_id)].sort(([, a], [, b]) => b.length - a.length)[0]![0]

beforeAll(async () => {
  desk = await openDesk()
  for (const customer of ['C1', 'C2']) await desk.suspect([{ score: 0.95 }], customer)
  const [first] = await desk.cases()
  await desk.move({ caseId: first!.id, action: 'release' })
  await desk.move({ caseId: first!.id, action: 'submit' })
  await desk.move({ caseId: first!.id, action: 'release' })
  await desk.move({ caseId: 'nowhere', action: 'submit' })
  // A day without links, then one with a link, then one that is not sealed.
  await desk.store.transact(async trx => {
    const deed = { chainId: DESK_CHAIN, actor: 'Li', action: 'export' as const }
    await appendLink(trx, { ...deed, atMs: NOW_MS + 2 * DAY_MS })
    await sealDays(trx, NOW_MS + 3 * DAY_MS)
    await appendLink(trx, { ...deed, atMs: NOW_MS + 3 * DAY_MS })
  })
})

afterAll(() => desk.store.close())

describe('the audit', () => {
  it('is whole as it was written, with a root for every day', async () => {
    const found = await tampered(async () => {})
    expect(found).toMatchObject({ whole: true, faults: [], chains: 3, roots: 3, sealedTo: '2024-06-03' })
    expect(found.links).toBe((await links()).length)
  })

  it('is found broken when any column of any link is changed', async () => {
    const changed: { readonly [C in keyof Tables['audit']]: (link: Tables['audit']) => unknown } = {
      case_id: ({ case_id }) => `${case_id}x`,
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
    for (const link of await links()) {
      for (const [column, value] of Object.entries(changed)) {
        const found = await tampered(trx =>
          sql`update audit set ${sql.ref(column)} = ${value(link)}
            where case_id = ${link.case_id} and sequence = ${link.sequence}`.execute(trx),
        )
        expect(found.whole, `${column} of ${link.case_id} ${link.sequence}`).toBe(false)
      }
    }
  })

  it('says which chain, which link and what', async () => {
    const chain = await chainOfMost()
    const found = await tampered(trx =>
      trx
        .updateTable('audit')
        .set({ actor: 'Ma' })
        .where('case_id', '=', chain)
        .where('sequence', '=', 2)
        .execute(),
    )
    expect(places(found)).toEqual([`${chain} 2: hash`])
  })

  it('is found broken when a link is taken out, wherever it stood', async () => {
    for (const { case_id, sequence } of await links()) {
      const found = await tampered(trx =>
        trx.deleteFrom('audit').where('case_id', '=', case_id).where('sequence', '=', sequence).execute(),
      )
      expect(found.whole, `without ${case_id} ${sequence}`).toBe(false)
    }
  })

  it('is found broken when two links change places, their hashes made anew', async () => {
    const chain = await chainOfMost()
    const found = await tampered(async trx => {
      const rows = (await links()).filter(({ case_id }) => case_id === chain)
      const [a, b] = [rows[1]!, rows[2]!]
      await rewrite(trx, chain, [
        rows[0]!,
        { ...b, sequence: a.sequence },
        { ...a, sequence: b.sequence },
        ...rows.slice(3),
      ])
    })
    expect(places(found)).toEqual(['2024-06-01: root-links'])
  })

  it('is found broken when the tail of a chain is cut and every head set back', async () => {
    const chain = await chainOfMost()
    const rows = (await links()).filter(({ case_id }) => case_id === chain)
    const cut = (trx: Db) =>
      trx.deleteFrom('audit').where('case_id', '=', chain).where('sequence', '=', rows.length).execute()
    expect(places(await tampered(cut))).toEqual([`${chain} ${rows.length}: head`, '2024-06-01: root-links'])
    const found = await tampered(trx => rewrite(trx, chain, rows.slice(0, -1)))
    expect(places(found)).toEqual(['2024-06-01: root-links'])
  })

  it('goes on from the head of a chain that was cut, so that the cut stays', async () => {
    const found = await tampered(async trx => {
      await trx.deleteFrom('audit').where('case_id', '=', DESK_CHAIN).where('sequence', '=', 3).execute()
      const deed = { chainId: DESK_CHAIN, atMs: NOW_MS + 3 * DAY_MS, actor: 'Li', action: 'export' as const }
      await appendLink(trx, deed)
    })
    expect(places(found)).toEqual([`${DESK_CHAIN} 4: sequence`, `${DESK_CHAIN} 4: previous-hash`])
  })

  it('is found broken when a whole chain is written anew with right hashes and heads', async () => {
    const chain = await chainOfMost()
    const found = await tampered(async trx => {
      const rows = (await links()).filter(({ case_id }) => case_id === chain)
      await rewrite(
        trx,
        chain,
        rows.map(row => ({ ...row, actor: row.actor === 'Wang' ? 'Li' : row.actor })),
      )
    })
    expect(places(found)).toEqual(['2024-06-01: root-links'])
  })

  it('is found broken when a head is altered', async () => {
    const chain = await chainOfMost()
    const own = await tampered(trx =>
      trx
        .updateTable('cases')
        .set({ audit_head: flipped('0') })
        .where('id', '=', chain)
        .execute(),
    )
    expect(places(own)).toEqual([`${chain} null: owner-head`])
    const kept = await tampered(trx =>
      trx
        .updateTable('audit_chain')
        .set({ head: flipped('0') })
        .where('id', '=', DESK_CHAIN)
        .execute(),
    )
    expect(places(kept)).toEqual([`${DESK_CHAIN} 3: head`])
    const lost = await tampered(trx => trx.deleteFrom('audit_chain').where('id', '=', DESK_CHAIN).execute())
    expect(places(lost)).toContain(`${DESK_CHAIN} 1: head`)
  })

  it.each(['links', 'links_hash', 'previous_hash', 'hash', 'made_at', 'day'] as const)(
    'is found broken when "%s" of a root is altered',
    async column => {
      for (const root of await desk.store.db.selectFrom('audit_root').selectAll().execute()) {
        const value =
          typeof root[column] === 'number' ? Number(root[column]) + 50 : flipped(String(root[column]))
        const found = await tampered(trx =>
          sql`update audit_root set ${sql.ref(column)} = ${value} where day = ${root.day}`.execute(trx),
        )
        expect(found.whole, `${column} of ${root.day}`).toBe(false)
      }
    },
  )

  it('is found broken when a root is left out, first, within or last', async () => {
    const without = async (day: number) =>
      places(await tampered(trx => trx.deleteFrom('audit_root').where('day', '=', day).execute()))
    expect(await without(TODAY)).toContain('2024-06-01: root-missing')
    expect(await without(TODAY + 1)).toContain('2024-06-02: root-missing')
    expect(await without(TODAY + 2)).toEqual(['roots 3: head'])
  })

  it('is found broken when the roots themselves are made anew but for those that are kept elsewhere', async () => {
    const [, , witness] = await desk.store.db.selectFrom('audit_root').selectAll().orderBy('day').execute()
    let forged = ''
    const found = await tampered(async trx => {
      const rows = await trx.selectFrom('audit_root').selectAll().orderBy('day').execute()
      let previous_hash = rows[0]!.previous_hash
      for (const { hash: _, ...row } of rows) {
        const root = { ...row, previous_hash, made_at: row.made_at + 1 }
        previous_hash = hashOfRoot(root)
        await trx
          .updateTable('audit_root')
          .set({ ...root, hash: previous_hash })
          .where('day', '=', row.day)
          .execute()
      }
      await trx.updateTable('audit_chain').set({ head: previous_hash }).where('id', '=', 'roots').execute()
      forged = previous_hash
    })
    // Within the database all of it fits: this is what the log is a witness against.
    expect(found.whole).toBe(true)
    expect(forged).not.toBe(witness!.hash)
  })

  it('verifies a period alone: its roots and the chains that have a link in it', async () => {
    const scope = { kind: 'period', from: TODAY + 2, to: TODAY + 2 } as const
    expect(await verifyAudit(desk.store.db, scope)).toMatchObject({
      whole: true,
      chains: 1,
      links: 3,
      roots: 1,
    })
    expect(await verifyAudit(desk.store.db, { kind: 'chain', id: await chainOfMost() })).toMatchObject({
      ...{ whole: true, chains: 1, roots: 0 },
    })
  })
})

const flipped = (hash: string): string => (hash.startsWith('0') ? '1' : '0') + hash.slice(1)

/** Puts links in the place of a chain, hashes and heads made anew as whoever writes the program's way would. */
const rewrite = async (trx: Db, chain: string, rows: readonly Tables['audit'][]): Promise<void> => {
  await trx.deleteFrom('audit').where('case_id', '=', chain).execute()
  let previous_hash = '0'.repeat(64)
  for (const { hash: _, ...row } of rows) {
    const link = { ...row, previous_hash }
    previous_hash = hashOfLink(link)
    await trx
      .insertInto('audit')
      .values({ ...link, hash: previous_hash })
      .execute()
  }
  await trx.updateTable('cases').set({ audit_head: previous_hash }).where('id', '=', chain).execute()
  const length = { links: rows.length, head: previous_hash }
  await trx.updateTable('audit_chain').set(length).where('id', '=', chain).execute()
}
