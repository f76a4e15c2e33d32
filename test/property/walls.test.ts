import type { LightMyRequestResponse } from 'fastify'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { may, sees, wallOf } from '../../services/access/index.ts'
import { unzip } from '../support/zip.ts'
import { COMMANDS } from './walls/commands.ts'
import { QUESTIONS } from './walls/questions.ts'
import { type Route, routesOf } from './walls/routes.ts'
import { buildWorld, hiddenFrom, type Site, type Visitor, type World } from './walls/world.ts'

let world: World
let routes: readonly Route[]

beforeAll(async () => {
  const made = await routesOf(buildWorld)
  world = made.result
  routes = made.routes
})

afterAll(() => world?.office.close())

const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** All that an answer says, of a workbook what is packed in it. */
const textOf = (answer: LightMyRequestResponse): string =>
  String(answer.headers['content-type']).startsWith(SPREADSHEET)
    ? [...unzip(answer.rawPayload).values()].join('\n')
    : answer.body

const ask = (visitor: Visitor, url: string) => world.office.api.inject({ url, headers: visitor.headers })

/** Fails with all that is wrong, not with the first. */
const none = (wrong: readonly string[]): void => expect(wrong).toEqual([])

const behindSignIn = (isRead: boolean): Route[] =>
  routes.filter(({ method, ability }) => ability !== undefined && (method === 'GET') === isRead)

describe('every route', () => {
  it('is known to this test', () => {
    const known = { ...QUESTIONS, ...COMMANDS }
    const names = routes.filter(({ ability }) => ability !== undefined).map(({ name }) => name)
    const fresh = names.filter(name => !known[name])
    expect(
      fresh,
      `Add ${fresh.join(', ')} to test/property/walls/questions.ts (GET) or commands.ts, each with how it is asked.`,
    ).toEqual([])
    expect(Object.keys(known).filter(name => !names.includes(name))).toEqual([])
  })

  it('that asks for no sign-in names nobody', async () => {
    const open = routes.filter(({ ability, method }) => ability === undefined && method === 'GET')
    const strange = routes.filter(({ ability, method }) => ability === undefined && method !== 'GET')
    expect(strange).toEqual([])
    const marks = world.sites.flatMap(({ marks }) => [...marks.registry, ...marks.case, ...marks.text])
    for (const { name } of open) {
      const { body } = await world.office.api.inject(name.slice('GET '.length))
      none(marks.filter(mark => body.includes(mark)))
    }
  })
})

describe('no question', () => {
  it('of anybody is answered with what stands behind the wall', async () => {
    const wrong: string[] = []
    for (const { name, ability } of behindSignIn(true)) {
      const question = QUESTIONS[name]!
      let told = 0
      for (const visitor of world.visitors) {
        const { account } = visitor
        const hidden = hiddenFrom(account, world.sites)
        for (const [site, url] of asked(question.urls)) {
          const answer = await ask(visitor, url)
          const text = textOf(answer)
          const where = `${account.name}: GET ${url} (${answer.statusCode})`
          const own = [url, decodeURIComponent(url)].join()
          const leaks = hidden.filter(mark => text.includes(mark) && !(answer.statusCode === 404 && own.includes(mark)))
          wrong.push(...leaks.map(mark => `${where} tells of ${mark}`))
          const status = statusOf(account, site, ability!, question.of)
          if (!status.includes(answer.statusCode)) wrong.push(`${where} instead of ${status.join(' or ')}`)
          const marks = [...site.marks.registry, ...site.marks.case, ...site.marks.text]
          if (answer.statusCode === 200 && marks.some(mark => text.includes(mark))) told++
        }
      }
      if (question.names && told === 0) wrong.push(`${name} tells nobody anything: the test is blind there`)
    }
    none(wrong)
  }, 600_000)

  it('tells whether what stands behind the wall is there', async () => {
    for (const { name, ability } of behindSignIn(true)) {
      const { of, urls } = QUESTIONS[name]!
      if (of !== 'case' && of !== 'point') continue
      for (const visitor of world.visitors.filter(({ account }) => may(account, ability!))) {
        const site = world.sites.find(({ place }) => !sees(wallOf(visitor.account), place))
        if (!site) continue
        const nobody = { ...site, caseId: 'case-of-nobody', point: 'point-of-nobody' }
        const [hidden, absent] = [await ask(visitor, urls(site)[0]!), await ask(visitor, urls(nobody)[0]!)]
        const said = (answer: LightMyRequestResponse, { caseId, point }: Site) => ({
          ...answer.json(),
          id: '',
          detail: answer.json().detail.replace(caseId, '…').replace(point, '…'),
        })
        expect(said(hidden, site)).toEqual(said(absent, nobody))
      }
    }
  })
})

describe('no command', () => {
  it('of who may not give it, or of a case behind the wall, changes anything', async () => {
    const wrong: string[] = []
    for (const { name, method, ability } of behindSignIn(false)) {
      const { of, ask: order } = COMMANDS[name]!
      const before = await everything()
      for (const { account, headers } of world.visitors) {
        for (const site of of === 'case' ? world.sites : [world.sites[0]!]) {
          const isBehind = of === 'case' && !sees(wallOf(account), site.place)
          if (may(account, ability!) && !isBehind) continue
          const { headers: more, ...rest } = order(site)
          const answer = await world.office.api.inject({
            method: method as 'POST',
            ...rest,
            headers: { ...more, ...headers },
          })
          const status = may(account, ability!) ? 404 : 403
          if (answer.statusCode !== status)
            wrong.push(`${account.name}: ${name} of ${site.name}: ${answer.statusCode}, not ${status}`)
        }
      }
      expect(await everything(), name).toEqual(before)
    }
    none(wrong)
  }, 600_000)
})

const asked = (urls: (site: Site) => readonly string[]): [Site, string][] => {
  const all = world.sites.flatMap(site => urls(site).map(url => [url, site] as const))
  return [...new Map(all)].map(([url, site]) => [site, url])
}

const statusOf = (
  account: Visitor['account'],
  { place }: Site,
  ability: NonNullable<Route['ability']>,
  of: 'case' | 'point' | 'service' | undefined,
): number[] => {
  if (!may(account, ability)) return [403]
  if (of === 'case' || of === 'point') return [sees(wallOf(account), place) ? 200 : 404]
  return of === 'service' ? [200, 404] : [200]
}

/** All rows of all tables but those that tell of attempts. */
const everything = async (): Promise<Record<string, string>> => {
  const { db } = world.office.station.ports.store
  const tables = await db.introspection.getTables()
  const dump: Record<string, string> = {}
  for (const { name } of tables.filter(table => !ABOUT_ATTEMPTS.includes(table.name))) {
    const { rows } = await sql`select * from ${sql.table(name)}`.execute(db)
    dump[name] = JSON.stringify(rows.map(row => Object.values(row as object).map(String)).sort())
  }
  // Refused attempts are on record in the chain of their case, whose head the case keeps.
  const { rows } = await sql`select id, number, state, version, assignee, told_district from cases`.execute(db)
  return { ...dump, cases: JSON.stringify(rows) }
}

const ABOUT_ATTEMPTS = ['audit', 'done_command', 'cases']
