import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isOutside, sees, wallOf } from '../../../services/access/index.ts'
import { ANALYST, COUNTY, HOUSE } from '../../property/walls/places.ts'
import { buildWorld, type Site, type Visitor, type World } from '../../property/walls/world.ts'
import { expectProblem } from './expect-problem.ts'

let world: World

beforeAll(async () => {
  world = await buildWorld()
}, 60_000)

afterAll(() => world?.office.close())

const visitor = (name: string): Visitor => world.visitors.find(({ account }) => account.name === name)!
const site = (name: string): Site => world.sites.find(one => one.name === name)!
const outsiders = (): Visitor[] => world.visitors.filter(({ account }) => isOutside(account))

const ask = ({ headers }: Visitor, url: string) => world.office.api.inject({ url, headers })
const post = ({ headers }: Visitor, url: string, payload: object) =>
  world.office.api.inject({ method: 'POST', url, payload, headers })

/** What only the house reads of a case, and what others read in its place. */
const OWN: Readonly<Record<string, unknown>> = {
  ...{ submittedBy: null, openedBy: '', assignee: null, snoozedUntil: null, escalatedAt: null },
  ...{ stakeYuan: null, priority: null, final: true },
}

/** Values of the house's own fields, wherever they stand in an answer. */
const ownIn = (answer: unknown): string[] => {
  const found: string[] = []
  JSON.stringify(answer, (key, value) => {
    if (Object.hasOwn(OWN, key) && value !== OWN[key]) found.push(key)
    if (key === 'snoozeReason' && value) found.push(key)
    if (key === 'byHand' && value?.by) found.push('byHand.by')
    return value
  })
  return [...new Set(found)].sort()
}

/** All that somebody reads of cases. */
const readBy = async (one: Visitor): Promise<unknown[]> => {
  const list = await ask(one, '/v1/cases?limit=500&merged=true&count=true')
  expect(list.json().total).toBe(list.json().cases.length)
  const seen = world.sites.filter(({ place }) => sees(wallOf(one.account), place))
  expect(list.json().cases).toHaveLength(seen.length)
  const cases: unknown[] = [list.json()]
  for (const { caseId } of seen) cases.push((await ask(one, `/v1/cases/${caseId}`)).json())
  return cases
}

describe('those outside the grid company', () => {
  it('read nothing that is the house’s own, in lists and cases, nor of members', async () => {
    const inside = ownIn(await readBy(visitor('all-analyst')))
    expect(inside).toEqual([...Object.keys(OWN), 'byHand.by', 'snoozeReason'].sort())
    for (const one of outsiders()) expect(ownIn(await readBy(one)), one.account.name).toEqual([])
  })

  it('find the columns of it empty in an export', async () => {
    const columns = ['Assignee', 'Snoozed until', 'Stake, yuan', 'Priority, yuan']
    const cellsOf = async (one: Visitor) => {
      const { body } = await ask(one, '/v1/cases/export?lang=en&merged=true')
      const [head, ...rows] = body.trim().split(/\r?\n/).map(cells)
      return rows.flatMap(row => columns.map(name => row[head!.indexOf(name)]))
    }
    expect(new Set(await cellsOf(visitor('all-analyst'))).size).toBeGreaterThan(4)
    for (const one of outsiders()) for (const cell of await cellsOf(one)) expect(cell).toBe('')
  })

  it('see members only where they were told of them', async () => {
    const [lead, member] = [site('G'), site('H')]
    const read = async (name: string, id: string) => (await ask(visitor(name), `/v1/cases/${id}`)).json()
    const ids = ({ members }: { members: { id: string }[] }) => members.map(({ id }) => id)
    expect(ids(await read('all-analyst', member.number))).toEqual([member.caseId])
    expect(ids(await read('pricing', lead.caseId))).toEqual([member.caseId])
    expect(ids(await read('north', lead.caseId))).toEqual([])
    expect(await read('south', member.caseId)).toMatchObject({ id: member.caseId, mergedInto: null })
    for (const name of [member.caseId, member.number]) {
      expectProblem(await ask(visitor('north'), `/v1/cases/${name}`), 404, 'not-found')
      expectProblem(await ask(visitor('north'), `/v1/cases/${name}/files`), 404, 'not-found')
    }
  })

  it('download what was shared, and no file of the house', async () => {
    for (const one of outsiders()) {
      for (const { caseId, place, sharedFile, houseFiles } of world.sites) {
        if (!sees(wallOf(one.account), place)) continue
        const status = async (file: string) =>
          (await ask(one, `/v1/cases/${caseId}/files/${file}`)).statusCode
        expect(await status(sharedFile)).toBe(200)
        for (const file of houseFiles) expect(await status(file)).toBe(404)
      }
    }
  })

  it('are answered to what they do themselves without it, and to what they overlooked', async () => {
    const { caseId } = site('A')
    const north = visitor(COUNTY.name)
    const done = await post(north, `/v1/cases/${caseId}/comment`, { text: 'seen' })
    expect(done.statusCode).toBe(200)
    expect(ownIn(done.json())).toEqual([])
    const late = await post(north, `/v1/cases/${caseId}/acknowledge`, { version: 1 })
    expectProblem(late, 409, 'version-conflict')
    const bulk = await post(north, '/v1/cases/bulk', { action: 'acknowledge', ids: [caseId] })
    expect(bulk.json().results).toMatchObject([{ caseId, done: { state: 'acknowledged' } }])
    for (const { body } of [done, late, bulk]) expect(body).not.toContain(HOUSE)
  })
})

describe('tokens', () => {
  it('of others are read by operator and auditor alone, and every attempt is on record', async () => {
    for (const one of world.visitors) {
      const { name, role } = one.account
      const answer = await ask(one, `/v1/tokens?account=${ANALYST.name}`)
      const may = role === 'operator' || role === 'auditor' || name === ANALYST.name
      if (may) expect(answer.statusCode).toBe(200)
      else expectProblem(answer, 403, 'forbidden')
    }
    const refused = await world.office.station.ports.store.db
      .selectFrom('audit')
      .select('actor')
      .where('action', '=', 'refused')
      .where('detail', 'like', '%GET /v1/tokens%')
      .execute()
    expect(refused).toHaveLength(world.visitors.length - 3)
  })
})

describe('an auditor alone', () => {
  it('verifies a period of the audit', async () => {
    const url = '/v1/audit/verify?from=2026-01-01&to=2026-01-20'
    for (const one of world.visitors) {
      const answer = await ask(one, url)
      if (one.account.role === 'auditor') expect(answer.json()).toMatchObject({ whole: true, faults: [] })
      else expectProblem(answer, 403, 'forbidden')
    }
  })
})

/** Cells of a line of CSV. */
const cells = (line: string): string[] =>
  [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted ?? plain ?? '')
