import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CaseSummary } from '../../../schemas/case-list.ts'
import { MS_PER_DAY } from '../../../schemas/day.ts'
import { admit } from '../../property/walls/world.ts'
import { person } from '../../support/people.ts'
import { addCases, type Kept } from '../cases/kept-cases.ts'
import { expectProblem } from './expect-problem.ts'
import { type Office, openOffice } from './office.ts'

const DISTRICT = '500107'

let office: Office
let nowMs: number
let wang: { readonly authorization: string }
let chen: { readonly authorization: string }

beforeAll(async () => {
  office = await openOffice()
  nowMs = office.station.clock.now()
  const people = await admit(office, [
    person('Wang', 'analyst', { supplyUnits: ['U2'] }),
    person('Chen', 'district', { districtCode: DISTRICT }),
  ])
  ;[wang, chen] = people.map(({ headers }) => headers) as [typeof wang, typeof chen]
  await addCases(office.station.ports.store, CASES.map(kept))
})

afterAll(() => office.close())

type Wanted = Partial<Kept> & { readonly number: string }

const LATER = 3 * MS_PER_DAY
/** Instants are told in ms from now. */
const CASES: readonly Wanted[] = [
  { number: '2026-00001', customer_name: 'Hengtai Steel', assignee: 'analyst', priority: 10 },
  { number: '2026-00002', customer_name: '永盛机械厂', due_at: -MS_PER_DAY, priority: 900 },
  { number: '2026-00003', customer_name: '永盛铸造', due_at: LATER, priority: 80, supply_unit: 'U2' },
  { number: '2026-00004', customer_name: 'asleep', snoozed_until: LATER, priority: 99_999 },
  { number: '2026-00005', customer_name: 'awake again', snoozed_until: -LATER, priority: 7 },
  { number: '2026-00006', customer_name: 'a member', state: 'merged', merged_into: 'case-2026-00001' },
  { number: '2026-00007', customer_name: 'done', state: 'closed', closed_at: 0, assignee: 'analyst' },
  {
    ...{ number: '2026-99999', customer_name: 'told', state: 'reported', told_district: DISTRICT },
    ...{ assignee: 'Li', due_at: -LATER, priority: 500, stake_yuan: 600, level_rank: 3, supply_unit: 'U2' },
  },
  { number: '2026-100000', customer_name: 'told, too', state: 'closed', told_district: DISTRICT },
]

const kept = (wanted: Wanted): Kept => {
  const at = (ms: number | null | undefined) => (ms === null || ms === undefined ? null : nowMs + ms)
  const { number } = wanted
  return {
    ...{ id: `case-${number}`, customer_id: `C-${number}`, customer_name: '', district_code: DISTRICT },
    ...{ state: 'to-check', version: 1, opened_at: nowMs - LATER, entered_at: nowMs - LATER },
    ...{ submitted_by: null, reported_at: null, audit_head: '', supply_unit: 'U1', industry_code: '3391' },
    ...{ source: 'finding', opened_by: 'system', assignee: null, snooze_reason: '', merged_into: null },
    ...{ told_district: null, department: '', reminded_at: null, escalated_at: null, urged_at: null },
    ...{ withdrawn_at: null },
    ...{ level_rank: 1, score: 0.8, stake_yuan: 0, stake_kwh: 0, priority: 0, signatures: '' },
    ...wanted,
    closed_at: at(wanted.closed_at),
    snoozed_until: at(wanted.snoozed_until),
    due_at: at(wanted.due_at),
  }
}

const get = (query: string, headers = office.analyst) =>
  office.api.inject({ url: `/v1/cases?${query}`, headers })

const page = async (query: string, headers = office.analyst) => {
  const answer = await get(query, headers)
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json() as { cases: CaseSummary[]; next: string | null; total?: number }
}

/** Counts of the numbers a list holds, in its order. */
const counts = async (query: string, headers = office.analyst): Promise<number[]> =>
  (await page(query, headers)).cases.map(({ number }) => Number(number.slice(5)))

describe('GET /v1/cases', () => {
  it('shows as an inbox what waits, the most at stake first: neither snoozed nor merged nor closed', async () => {
    expect(await counts('inbox=true')).toEqual([2, 99_999, 3, 1, 5])
    expect(await counts('inbox=true&sort=number')).toEqual([1, 2, 3, 5, 99_999])
  })

  it.each([
    ['mine=true', [1, 7]],
    ['inbox=true&mine=true', [1]],
    ['inbox=true&unassigned=true', [2, 3, 5]],
    ['assignee=Li', [99_999]],
    ['overdue=true', [2, 99_999]],
    ['overdue=true&sort=due', [99_999, 2]],
    ['snoozed=true', [4]],
    ['state=closed,reported', [7, 99_999, 100_000]],
    ['level=red', [99_999]],
    ['supplyUnit=U2', [3, 99_999]],
    ['text=永盛', [2, 3]],
    ['text=HENGTAI', [1]],
    ['text=c-2026-0000', [1, 2, 3, 4, 5, 7]],
    ['text=永盛&sort=priority', [2, 3]],
    ['text=永盛&inbox=true&sort=due', [2, 3]],
    ['text=nobody', []],
    ['text=member&merged=true', [6]],
  ])('answers %s', async (query, expected) => {
    expect(await counts(query)).toEqual(expected)
  })

  it('orders numbers by year and count, whatever their length', async () => {
    const all = await counts('sort=number')
    expect(all.slice(-2)).toEqual([99_999, 100_000])
    expect(await counts('sort=number&order=desc')).toEqual(all.toReversed())
  })

  it('counts the whole list when asked, and only then', async () => {
    expect(await page('count=true&limit=2')).toMatchObject({ total: 8, next: expect.any(String) })
    expect(await page('count=true&text=永盛&limit=1')).toMatchObject({ total: 2 })
    expect((await page('limit=2')).total).toBeUndefined()
  })

  it('goes on where a page ended, to the end', async () => {
    const found: string[] = []
    let after: string | null = ''
    while (after !== null) {
      const { cases, next }: Awaited<ReturnType<typeof page>> = await page(
        `inbox=true&limit=2${after && `&after=${after}`}`,
      )
      found.push(...cases.map(({ number }) => number))
      after = next
    }
    expect(found).toEqual((await page('inbox=true')).cases.map(({ number }) => number))
  })

  it('refuses the cursor of another list, order or person', async () => {
    const { next } = await page('mine=false&limit=1')
    for (const query of ['limit=1', 'mine=false&sort=due', 'mine=false&text=a', 'mine=false&level=red'])
      expectProblem(await get(`${query}&after=${next}`), 400, 'bad-request')
    expectProblem(await get(`mine=false&after=${next}`, wang), 400, 'bad-request')
    expectProblem(await get('after=2026-00001'), 400, 'bad-request')
    expect((await page(`mine=false&limit=1&after=${next}`)).cases).toHaveLength(1)
  })

  it('shows from behind a supply unit what is its own, by any text', async () => {
    expect(await counts('', wang)).toEqual([3, 99_999])
    expect(await counts('text=永盛', wang)).toEqual([3])
    expect(await counts('text=hengtai', wang)).toEqual([])
  })

  it('shows a district what it was told, and nothing of what stays inside', async () => {
    const { cases } = await page('', chen)
    expect(cases.map(({ number }) => number)).toEqual(['2026-99999', '2026-100000'])
    for (const row of cases) {
      const hidden = { assignee: null, snoozedUntil: null, snoozeReason: null, stakeYuan: null }
      expect(row).toMatchObject({ ...hidden, priority: null })
    }
    const [inside] = (await page('assignee=Li')).cases
    expect(inside).toMatchObject({ assignee: 'Li', stakeYuan: 600, priority: 500, level: 'red' })
    expect(await counts('inbox=true', chen)).toEqual([99_999])
  })

  it.each(['mine=true', 'unassigned=true', 'assignee=Li', 'snoozed=false', 'sort=priority'])(
    'refuses a district %s, which stays inside',
    async query => expectProblem(await get(query, chen), 403, 'forbidden'),
  )

  it.each(['sort=stake', 'limit=501', 'state=open', 'openedFrom=2026-02-30', 'text='])(
    'tells what is wrong with %s',
    async query => expectProblem(await get(query), 400, 'bad-request'),
  )
})
