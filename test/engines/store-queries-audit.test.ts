import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { parseDay } from '../../schemas/day.ts'
import type { Db, Store } from '../../services/adapters/store/index.ts'
import {
  appendLink,
  auditLines,
  DESK_CHAIN,
  isSealDue,
  listRoots,
  pageOfAudit,
  sealDays,
  verifyAudit,
} from '../../services/audit/index.ts'
import { recordDeed } from '../../services/cases/index.ts'
import { answerBefore, forgetKeys, once } from '../../services/desk/index.ts'
import { forgetEvents } from '../../services/events/index.ts'
import { boundsOf, eventsAfter, eventsSeen } from '../../services/events/rows.ts'
import { person } from '../support/people.ts'
import { sameOnBoth } from './support/both-stores.ts'

const DAY_MS = 86_400_000
const NOON_MS = Date.parse('2026-03-02T12:00:00+08:00')
const auditor = person('Sun', 'auditor')
const analyst = person('Li', 'analyst', { supplyUnits: ['U1'] })

const deed = (chainId: string, atMs: number, reason = '') => ({
  ...{ chainId, atMs, actor: 'Li', action: 'comment' as const, reason },
})

const addCase = (trx: Db, id: string, supply_unit: string) =>
  trx
    .insertInto('cases')
    .values({
      ...{ id, number: id, customer_id: id, customer_name: '', district_code: '500107', state: 'reported' },
      ...{ version: 1, opened_at: 0, audit_head: '', supply_unit, told_district: '500107' },
    })
    .execute()

const fill = (store: Store) =>
  store.transact(async trx => {
    await addCase(trx, 'case-1', 'U1')
    await addCase(trx, 'case-2', 'U2')
    for (let i = 0; i < 3; i++) {
      for (const caseId of ['case-2', 'case-1']) {
        const { chainId: _, ...said } = deed('', NOON_MS + i * DAY_MS, '属实 "x" \0 \uD800')
        await recordDeed(trx, { ...said, caseId, from: null, to: null })
      }
      await appendLink(trx, deed(DESK_CHAIN, NOON_MS + i * DAY_MS))
    }
  })

const gathered = async (lines: AsyncIterable<string>): Promise<string> => {
  let text = ''
  for await (const line of lines) text += line
  return text
}

describe('the audit and the events', () => {
  it('are sealed, verified and read the same on both stores', async () => {
    const answers = await sameOnBoth(async ({ store }) => {
      await fill(store)
      const { db } = store
      const nowMs = NOON_MS + 2 * DAY_MS
      const sealed = await store.transact(trx => sealDays(trx, nowMs))
      await store.transact(trx => appendLink(trx, deed(DESK_CHAIN, NOON_MS)))
      const page = await pageOfAudit(db, analyst, { limit: 3 })
      return {
        sealed,
        due: [await isSealDue(db, nowMs), await isSealDue(db, nowMs + DAY_MS)],
        roots: await listRoots(db, { after: parseDay('2026-03-02'), limit: 9 }),
        verified: await verifyAudit(db, { kind: 'all' }),
        period: await verifyAudit(db, {
          kind: 'period',
          from: parseDay('2026-03-03'),
          to: parseDay('2026-03-03'),
        }),
        chain: await verifyAudit(db, { kind: 'chain', id: 'case-1' }),
        page,
        next: await pageOfAudit(db, analyst, { limit: 3, after: page.next! }),
        file: await gathered(auditLines(db, auditor, {})),
        own: await gathered(auditLines(db, analyst, {})),
        bounds: await boundsOf(db),
        events: (await eventsAfter(db, 0, 9)).map(({ body, case_id }) => [case_id, body]),
        seen: (await eventsSeen(db, { kind: 'supply-units', units: ['U1'] }, 0, 9, 9)).map(
          row => row.sequence,
        ),
        forgotten: await store.transact(async trx => {
          await forgetEvents(trx, NOON_MS + 8 * DAY_MS)
          return boundsOf(trx)
        }),
      }
    })
    expect(answers.verified).toMatchObject({ whole: true, chains: 3, links: 10, roots: 2 })
    expect(answers.next.entries[0]!.caseId).toBe(DESK_CHAIN)
    expect(answers.own).not.toContain('case-2')
    expect(answers.seen).toEqual([2, 4, 6])
    expect(answers.forgotten).toEqual({ first: 3, last: 6 })
  })

  it('are found broken at the same places on both stores', async () => {
    const { faults } = await sameOnBoth(async ({ store }) => {
      await fill(store)
      await store.transact(trx => sealDays(trx, NOON_MS + 2 * DAY_MS))
      await store.transact(async trx => {
        await dropGuards(trx, store)
        await trx
          .updateTable('audit')
          .set({ actor: 'Ma' })
          .where('case_id', '=', 'case-1')
          .where('sequence', '=', 2)
          .execute()
        await trx.deleteFrom('audit').where('case_id', '=', 'case-2').where('sequence', '=', 3).execute()
        await trx.deleteFrom('audit').where('case_id', '=', DESK_CHAIN).where('sequence', '=', 1).execute()
        await trx.updateTable('cases').set({ audit_head: 'x' }).where('id', '=', 'case-1').execute()
        await trx.deleteFrom('audit_root').where('day', '=', parseDay('2026-03-02')).execute()
      })
      return verifyAudit(store.db, { kind: 'all' })
    })
    expect(faults.map(({ chain, sequence, day, at }) => `${day ?? `${chain} ${sequence}`}: ${at}`)).toEqual([
      ...['case-1 2: hash', 'desk 2: sequence', 'desk 2: previous-hash', 'case-2 3: head'],
      ...[
        'case-1 null: owner-head',
        '2026-03-03: root-previous-hash',
        '2026-03-02: root-missing',
        'roots 2: head',
      ],
    ])
  })

  it('keep answers under keys the same on both stores', async () => {
    const answers = await sameOnBoth(async ({ store }) => {
      const use = { account: 'Li', key: 'k', name: 'try', body: { a: 1 } }
      const other = { ...use, body: { a: 2 } }
      const ask = (asked: typeof use, n: number) =>
        store.transact(trx => once(trx, asked, NOON_MS, async () => ({ n })))
      return [
        await Promise.all([ask(use, 1), ask(use, 2)]),
        await ask(other, 3),
        await store.transact(trx => answerBefore(trx, use, NOON_MS)),
        await store.transact(async trx => {
          await forgetKeys(trx, NOON_MS + DAY_MS + 1)
          return answerBefore(trx, use, NOON_MS)
        }),
      ]
    })
    expect(answers).toMatchObject([
      [{ n: 1 }, { n: 1 }],
      { refused: { code: 'key-reused' } },
      { answer: { n: 1 } },
      { answer: null },
    ])
  })

  it('refuse change by the database itself on both stores', async () => {
    const refused = await sameOnBoth(async ({ store }) => {
      await fill(store)
      await store.transact(async trx => {
        await sealDays(trx, NOON_MS + 2 * DAY_MS)
        await trx
          .insertInto('feedback')
          .values({ case_id: 'case-1', sequence: 1, by: 'x', at: 0, body: '{}' })
          .execute()
        await trx
          .insertInto('release_switch')
          .values({ district_code: '500107', level: 'red', is_on: 1, reason: '', by: 'x', at: 0 })
          .execute()
        await trx
          .insertInto('case_file')
          .values({
            ...{ id: 'f', case_id: 'case-1', name: 'a', media_type: 'x', bytes: 1, sha256: 's', note: '' },
            ...{ uploaded_by: 'x', uploaded_at: 0, withdrawn_at: null, content: new Uint8Array(1) },
          })
          .execute()
      })
      const attempts = {
        'audit at': sql`update audit set at = at + 1`,
        'audit delete': sql`delete from audit`,
        'root hash': sql`update audit_root set hash = 'x'`,
        'root delete': sql`delete from audit_root`,
        'chain set back': sql`update audit_chain set links = links - 1`,
        'chain head': sql`update audit_chain set head = 'x'`,
        'chain delete': sql`delete from audit_chain`,
        'switch off': sql`update release_switch set is_on = 0`,
        'switch delete': sql`delete from release_switch`,
        'feedback body': sql`update feedback set body = '{"a":1}'`,
        'feedback delete': sql`delete from feedback`,
        'file content': sql`update case_file set content = null`,
        'file name': sql`update case_file set name = 'b'`,
        'file delete': sql`delete from case_file`,
        'file withdrawn': sql`update case_file set withdrawn_at = 1`,
      }
      const answers: string[] = []
      for (const [name, attempt] of Object.entries(attempts)) {
        const said = await store
          .transact(trx => attempt.execute(trx))
          .then(
            () => 'done',
            (error: Error) => (/append-only|are not altered/.test(error.message) ? 'refused' : error.message),
          )
        answers.push(`${name}: ${said}`)
      }
      return answers
    })
    expect(refused.filter(answer => !answer.endsWith(': refused'))).toEqual(['file withdrawn: done'])
  })
})

/** As whoever owns the database can. */
const dropGuards = async (trx: Db, store: Store): Promise<void> => {
  const tables = await store.db.introspection.getTables()
  const isPostgres = tables.some(({ schema }) => schema === 'public')
  for (const table of ['audit', 'audit_root', 'audit_chain']) {
    if (isPostgres) await sql`alter table ${sql.table(table)} disable trigger user`.execute(trx)
    else {
      const { rows } = await sql<{ name: string }>`
        select name from sqlite_master where type = 'trigger' and tbl_name = ${table}`.execute(trx)
      for (const { name } of rows) await sql`drop trigger ${sql.ref(name)}`.execute(trx)
    }
  }
}
