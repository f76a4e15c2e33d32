import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Account } from '../../../schemas/account.ts'
import { CaseListQuery, type CaseSummary } from '../../../schemas/case-list.ts'
import { dayStartMs, parseDay } from '../../../schemas/day.ts'
import { ProblemError } from '../../../schemas/problem.ts'
import { sees, wallOf } from '../../../services/access/index.ts'
import { openEmbeddedStore, type Store } from '../../../services/adapters/store/index.ts'
import { listCasePage } from '../../../services/cases/index.ts'
import { person } from '../../support/people.ts'
import { addCases, type Kept, keptCase, NOW_MS } from './kept-cases.ts'

const PEOPLE: readonly Account[] = [
  person('Li', 'analyst'),
  person('Wang', 'reviewer', { supplyUnits: ['U1', 'U2'] }),
  person('Zhao', 'analyst', { supplyUnits: [] }),
  person('Sun', 'supervisor'),
  person('D1', 'district', { districtCode: '500107' }),
  person('D2', 'district', { districtCode: '500107', department: 'economy' }),
  person('Price', 'pricing'),
]

let store: Store
let kept: readonly Kept[]

beforeAll(async () => {
  store = await openEmbeddedStore(':memory:')
  kept = fc.sample(keptCase, { seed: 7, numRuns: 300 }).map((one, i) => ({ ...one, ...keptNames(one, i) }))
  await addCases(store, kept)
  return () => store.close()
})

const keptNames = ({ customer_name }: Kept, i: number) => ({
  id: `case-${(i * 7919) % 1009}-${i}`,
  // Across the place where a count gets a sixth digit.
  number: `2026-${99_850 + ((i * 31) % 300)}`,
  customer_id: `C${i}`,
  customer_name,
})

const flag = fc.constantFrom('true', 'false')
const asked = fc.record(
  {
    inbox: flag,
    mine: flag,
    unassigned: flag,
    assignee: fc.constantFrom('Li', 'Wang', 'nobody'),
    state: fc.constantFrom('to-check', 'closed,merged', ['to-review', 'reported'] as never),
    level: fc.constantFrom('red', 'orange', 'yellow'),
    signature: fc.constantFrom('induction-furnace', 'surge'),
    district: fc.constantFrom('500107', '500106'),
    supplyUnit: fc.constantFrom('U1', 'U9'),
    industry: fc.constantFrom('3', '33', '%', '_'),
    overdue: flag,
    snoozed: flag,
    merged: flag,
    source: fc.constantFrom('finding', 'tip'),
    openedFrom: fc.constantFrom('2026-05-03', '2026-05-20'),
    openedTo: fc.constantFrom('2026-05-10', '2026-05-28'),
    text: fc.constantFrom('铸造', 'steel', 'STEEL', '100%', 'a_b', '2026-1000', 'c12', '\\', "o'"),
    sort: fc.constantFrom('priority', 'opened', 'number', 'level', 'due'),
    order: fc.constantFrom('asc', 'desc'),
  },
  { requiredKeys: [] },
)
const FEW = { size: '-1' } as const
/** Most filters at once find nothing: mostly a few are asked. */
const few = asked.chain(all =>
  fc.subarray(Object.keys(all) as (keyof typeof all)[], { maxLength: 4 }).map(names => {
    const some: Record<string, unknown> = {}
    for (const name of names) some[name] = all[name]
    return some
  }),
)

const everyPage = async (
  account: Account,
  query: Record<string, unknown>,
  limit: number,
  between: () => Promise<void> = async () => {},
): Promise<CaseSummary[]> => {
  const rows: CaseSummary[] = []
  for (let after: string | undefined; ; ) {
    const parsed = CaseListQuery.parse({ ...query, limit, after })
    const { cases, next } = await listCasePage(store.db, account, parsed, NOW_MS)
    rows.push(...cases)
    if (next === null) return rows
    expect(cases).toHaveLength(limit)
    after = next
    await between()
  }
}

/** What is inside stays inside; such questions are refused. */
const isRefused = ({ role }: Account, query: Record<string, unknown>): boolean =>
  ['district', 'pricing'].includes(role) &&
  (['mine', 'unassigned', 'assignee', 'snoozed'].some(name => query[name] !== undefined) ||
    query.sort === 'priority')

/** The same list by going through every case. */
const oracle = (account: Account, query: Record<string, unknown>): Kept[] => {
  const q = CaseListQuery.parse(query)
  const isInside = !['district', 'pricing'].includes(account.role)
  const wall = wallOf(account)
  const is = (flagged: boolean | undefined, found: boolean) => flagged === undefined || flagged === found
  const found = kept.filter(row => {
    const asleep = row.snoozed_until !== null && row.snoozed_until > NOW_MS
    const names = [row.number, row.customer_id, row.customer_name].map(name => name.toLowerCase())
    return [
      sees(wall, {
        supplyUnit: row.supply_unit,
        toldDistrict: row.told_district,
        department: row.department,
      }),
      !q.inbox || (row.state !== 'closed' && row.state !== 'merged' && !(isInside && asleep)),
      (q.merged && !q.inbox) || row.merged_into === null,
      is(q.mine, row.assignee === account.name),
      is(q.unassigned, row.assignee === null),
      q.assignee === undefined || row.assignee === q.assignee,
      q.state === undefined || q.state.includes(row.state),
      q.level === undefined || row.level_rank >= { yellow: 1, orange: 2, red: 3 }[q.level],
      q.signature === undefined || row.signatures.split(';').includes(q.signature),
      q.district === undefined || [row.told_district, row.district_code].includes(q.district),
      q.supplyUnit === undefined || row.supply_unit === q.supplyUnit,
      q.industry === undefined || row.industry_code.startsWith(q.industry),
      is(q.overdue, row.due_at !== null && row.due_at < NOW_MS),
      is(q.snoozed, asleep),
      q.source === undefined || row.source === q.source,
      q.openedFrom === undefined || row.opened_at >= dayStartMs(parseDay(q.openedFrom)),
      q.openedTo === undefined || row.opened_at < dayStartMs(parseDay(q.openedTo) + 1),
      q.text === undefined || names.some(name => name.includes(q.text!.toLowerCase())),
    ].every(Boolean)
  })
  const sort = q.sort ?? (q.inbox && isInside ? 'priority' : 'number')
  const direction = (q.order ?? (['number', 'due'].includes(sort) ? 'asc' : 'desc')) === 'asc' ? 1 : -1
  const key = (row: Kept): string | number =>
    ({
      priority: row.priority,
      opened: row.opened_at,
      number: Number(row.number.slice(5)),
      level: row.level_rank,
      due: row.due_at ?? Number.MAX_SAFE_INTEGER,
    })[sort]
  const compare = (a: string | number, b: string | number) => (a < b ? -1 : a > b ? 1 : 0)
  return found.sort((a, b) => direction * (compare(key(a), key(b)) || compare(a.id, b.id)))
}

const who = fc.constantFrom(...PEOPLE)

describe('listCasePage', () => {
  it('tells on its pages together exactly the list in order, whoever asks for what', () =>
    fc.assert(
      fc.asyncProperty(who, few, fc.integer({ min: 1, max: 60 }), async (account, query, limit) => {
        fc.pre(!isRefused(account, query))
        const rows = await everyPage(account, query, limit)
        expect(rows.map(({ id }) => id)).toEqual(oracle(account, query).map(({ id }) => id))
      }),
      { numRuns: 400, ...FEW },
    ))

  it('begins its page behind the rows it is to skip', () =>
    fc.assert(
      fc.asyncProperty(who, few, fc.nat(320), async (account, query, skip) => {
        fc.pre(!isRefused(account, query))
        const parsed = CaseListQuery.parse({ ...query, skip, limit: 20, count: 'true' })
        const { cases, next, total } = await listCasePage(store.db, account, parsed, NOW_MS)
        const all = oracle(account, query).map(({ id }) => id)
        expect(cases.map(({ id }) => id)).toEqual(all.slice(skip, skip + 20))
        expect(next === null).toBe(skip + 20 >= all.length)
        expect(total).toBe(all.length)
      }),
      { numRuns: 100, ...FEW },
    ))

  it('counts the same when asked', () =>
    fc.assert(
      fc.asyncProperty(who, few, async (account, query) => {
        fc.pre(!isRefused(account, query))
        const parsed = CaseListQuery.parse({ ...query, count: 'true', limit: 1 })
        const { total } = await listCasePage(store.db, account, parsed, NOW_MS)
        expect(total).toBe(oracle(account, query).length)
      }),
      { numRuns: 100 },
    ))

  it('tells each of what was there once, while others are added between its pages', async () => {
    let added = 0
    const sorts = ['priority', 'opened', 'number', 'level', 'due'].flatMap(sort =>
      ['asc', 'desc'].map(order => ({ sort, order })),
    )
    for (const query of sorts) {
      const before = oracle(PEOPLE[0]!, query).map(({ id }) => id)
      const fresh = fc.sample(keptCase, { seed: added, numRuns: 40 }).values()
      const rows = await everyPage(PEOPLE[0]!, query, 37, async () => {
        const next = fresh.next()
        if (next.done) return
        const number = `2026-1${String(added).padStart(4, '0')}`
        const one = { ...next.value, id: `late-${added}`, number, customer_id: `L${added++}` }
        await addCases(store, [one])
      })
      const told = rows.map(({ id }) => id)
      expect(new Set(told).size).toBe(told.length)
      expect(told.filter(id => !id.startsWith('late-'))).toEqual(before)
      await store.transact(trx => trx.deleteFrom('cases').where('id', 'like', 'late-%').execute())
    }
  })

  it('takes no cursor of another list, nor one that is none', async () => {
    const ask = (query: object, account = PEOPLE[0]!) =>
      listCasePage(store.db, account, CaseListQuery.parse({ limit: 5, ...query }), NOW_MS)
    const { next } = await ask({ sort: 'opened' })
    const { next: mine } = await ask({ unassigned: 'false', mine: 'false' })
    const wrong = [
      { after: next },
      { sort: 'opened', order: 'asc', after: next },
      { sort: 'opened', level: 'red', after: next },
      { sort: 'opened', after: `${next}x` },
      { after: '2026-00012' },
      { after: Buffer.from('null').toString('base64url') },
    ]
    for (const query of wrong) await expect(ask(query)).rejects.toMatchObject({ code: 'bad-request' })
    await expect(
      ask({ unassigned: 'false', mine: 'false', after: mine }, person('Xu', 'analyst')),
    ).rejects.toThrow(ProblemError)
    expect((await ask({ sort: 'opened', after: next })).cases).toHaveLength(5)
  })

  it('keeps from a government what stays inside, and how it could be asked for', async () => {
    for (const account of PEOPLE.filter(({ role }) => role === 'district' || role === 'pricing')) {
      for (const row of await everyPage(account, {}, 50)) {
        expect(row).toMatchObject({ assignee: null, snoozedUntil: null, priority: null, stakeYuan: null })
      }
      for (const query of [{ mine: 'true' }, { assignee: 'Li' }, { snoozed: 'true' }, { sort: 'priority' }])
        await expect(everyPage(account, query, 5)).rejects.toMatchObject({ code: 'forbidden' })
    }
    expect((await everyPage(PEOPLE[0]!, {}, 50)).some(({ assignee }) => assignee !== null)).toBe(true)
  })
})
