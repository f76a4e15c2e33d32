import type { LightMyRequestResponse } from 'fastify'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { may, sees, wallOf } from '../../services/access/index.ts'
import { unzip } from '../support/zip.ts'
import { COMMANDS, type Command } from './walls/commands.ts'
import { OPEN_ROUTES } from './walls/open.ts'
import { ownMark, PEOPLE } from './walls/places.ts'
import { QUESTIONS } from './walls/questions.ts'
import { type Route, routesOf } from './walls/routes.ts'
import { buildWorld, hiddenFrom, listedFor, type Site, type Visitor, type World } from './walls/world.ts'

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

const marksOf = ({ marks }: Site): string[] => [...marks.registry, ...marks.case, ...marks.text]

const ask = (visitor: Visitor, url: string) => world.office.api.inject({ url, headers: visitor.headers })

interface Told {
  readonly statusCode: number
  readonly text: string
}

const askFor = async (visitor: Visitor, url: string): Promise<Told> => {
  const answer = await ask(visitor, url)
  return { statusCode: answer.statusCode, text: textOf(answer) }
}

/** Of an answer that never ends all up to the last event there is. */
const askEndless = async ({ headers }: Visitor, url: string): Promise<Told> => {
  const answer = await world.office.api.inject({ url, headers, payloadAsStream: true })
  const stream = answer.stream()
  const last = await lastEvent()
  let text = ''
  for await (const chunk of stream) {
    text += String(chunk)
    if (text.endsWith(`: \nid: ${last}\n\n`)) break
  }
  return { statusCode: answer.statusCode, text }
}

const lastEvent = async (): Promise<number> => {
  const events = world.office.station.ports.store.db.selectFrom('event')
  const { last } = await events
    .select(({ fn }) => fn.max<number>('sequence').as('last'))
    .executeTakeFirstOrThrow()
  return Number(last)
}

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

  it('that asks for no sign-in is meant to, names nobody and changes nothing', async () => {
    const open = routes.filter(({ ability }) => ability === undefined)
    expect(open.map(({ name }) => name).sort()).toEqual(Object.keys(OPEN_ROUTES).sort())
    // Of the numbers of cases the description of the API gives an example, as of one of any service.
    const isNumber = (mark: string) => /^\d{4}-\d+$/.test(mark)
    const marks = [
      ...world.sites.flatMap(marksOf).filter(mark => !isNumber(mark)),
      ...PEOPLE.map(ownMark),
      'WALL-',
    ]
    const before = await everything()
    for (const { name, method } of open) {
      const { ask: asked, status } = OPEN_ROUTES[name]!
      const { body, statusCode } = await world.office.api.inject({ method: method as 'GET', ...asked })
      expect(statusCode, name).toBe(status)
      none(marks.filter(mark => body.includes(mark)))
    }
    expect(await everything()).toEqual(before)
  })

  it('that names an ability answers nobody who has not signed in', async () => {
    const wrong: string[] = []
    for (const { name, method } of [...behindSignIn(true), ...behindSignIn(false)]) {
      const [site] = world.sites as [Site]
      const asked = QUESTIONS[name] ? { url: QUESTIONS[name].urls(site)[0]! } : COMMANDS[name]!.ask(site)
      const { statusCode } = await world.office.api.inject({ method: method as 'GET', ...asked })
      if (statusCode !== 401) wrong.push(`${name}: ${statusCode}`)
    }
    none(wrong)
  })
})

describe('no question', () => {
  it('of anybody is answered with what stands behind the wall', async () => {
    const wrong: string[] = []
    for (const { name, ability } of behindSignIn(true).sort(auditFirst)) {
      const question = QUESTIONS[name]!
      let told = 0
      for (const visitor of world.visitors) {
        const { account } = visitor
        const delivered = question.deliveries && account.role === 'operator' ? casesOf(world) : []
        const listed = question.prices ? listedFor(account, world) : []
        const open = new Set([...delivered, ...listed])
        const hidden = hiddenFrom(account, world).filter(mark => !open.has(mark))
        for (const [site, url] of asked(question.urls)) {
          const { statusCode, text } = await (question.endless ? askEndless : askFor)(visitor, url)
          const where = `${account.name}: GET ${url} (${statusCode})`
          const own = [url, decodeURIComponent(url)].join()
          const leaks = hidden.filter(
            mark => text.includes(mark) && !(statusCode === 404 && own.includes(mark)),
          )
          wrong.push(...leaks.map(mark => `${where} tells of ${mark}`))
          const status = statusOf(account, site, ability!, question.of)
          if (!status.includes(statusCode)) wrong.push(`${where} instead of ${status.join(' or ')}`)
          const marks =
            question.of === 'own' ? [ownMark(account)] : (question.of ? [site] : world.sites).flatMap(marksOf)
          if (statusCode === 200 && marks.some(mark => text.includes(mark))) told++
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
        for (const [there, nobody] of unseen(site)) {
          const [hidden, absent] = [await ask(visitor, urls(there)[0]!), await ask(visitor, urls(nobody)[0]!)]
          expect(said(hidden, there), name).toEqual(said(absent, nobody))
        }
      }
    }
  })
})

describe('no command', () => {
  it('of who may not give it, or of what stands behind the wall, changes or tells anything', async () => {
    const wrong: string[] = []
    for (const { name, method, ability } of behindSignIn(false)) {
      const command = COMMANDS[name]!
      const before = await everything()
      for (const { account, headers } of world.visitors) {
        const hidden = hiddenFrom(account, world)
        for (const site of command.of === 'service' ? [world.sites[0]!] : world.sites) {
          const isOpen = may(account, ability!)
          if (isOpen && isAllowed(command, account, site)) continue
          const { headers: more, ...rest } = command.ask(site)
          const answer = await world.office.api.inject({
            method: method as 'POST',
            ...rest,
            headers: { ...more, ...headers },
          })
          const status = isOpen ? (command.refused ?? [404]) : [403]
          const where = `${account.name}: ${name} of ${site.name}`
          if (!status.includes(answer.statusCode))
            wrong.push(`${where}: ${answer.statusCode}, not ${status.join(' or ')}`)
          const own = JSON.stringify(rest)
          const leaks = hidden.filter(mark => answer.body.includes(mark) && !own.includes(mark))
          wrong.push(...leaks.map(mark => `${where} tells of ${mark}`))
        }
      }
      expect(await everything(), name).toEqual(before)
    }
    none(wrong)
  }, 600_000)

  it('tells whether what stands behind the wall is there', async () => {
    for (const { name, ability } of behindSignIn(false)) {
      const { of, ask: order } = COMMANDS[name]!
      if (of !== 'case') continue
      for (const { account, headers } of world.visitors.filter(one => may(one.account, ability!))) {
        const site = world.sites.find(({ place }) => !sees(wallOf(account), place))
        if (!site) continue
        for (const [there, nobody] of unseen(site)) {
          const give = (one: Site) => {
            const { headers: more, ...rest } = order(one)
            return world.office.api.inject({ method: 'POST', ...rest, headers: { ...more, ...headers } })
          }
          const [hidden, absent] = [await give(there), await give(nobody)]
          expect(said(hidden, there), name).toEqual(said(absent, nobody))
        }
      }
    }
  })
})

/** What somebody asked for in vain stands in the audit of his own attempts: it is read before there are any. */
const auditFirst = (a: Route, b: Route): number => rankOf(a) - rankOf(b)
const rankOf = ({ name }: Route): number => (/^GET \/v1\/audit(\/export)?$/.test(name) ? 0 : 1)

const casesOf = ({ sites }: World): string[] => sites.flatMap(({ marks }) => marks.case)

/** A site by its ids and by its number, each with one that is not there. */
const unseen = (site: Site): [Site, Site][] => [
  [site, { ...site, caseId: 'case-of-nobody', point: 'point-of-nobody' }],
  [
    { ...site, caseId: site.number },
    { ...site, caseId: '2024-99999', point: 'point-of-nobody' },
  ],
]

/** An answer but for the names that were asked by. */
const said = (answer: LightMyRequestResponse, { caseId, point }: Site) => ({
  ...answer.json(),
  id: '',
  detail: answer.json().detail.replace(caseId, '…').replace(point, '…'),
})

const asked = (urls: (site: Site) => readonly string[]): [Site, string][] => {
  const all = world.sites.flatMap(site => urls(site).map(url => [url, site] as const))
  return [...new Map(all)].map(([url, site]) => [site, url])
}

const statusOf = (
  account: Visitor['account'],
  { place }: Site,
  ability: NonNullable<Route['ability']>,
  of: (typeof QUESTIONS)[string]['of'],
): number[] => {
  if (!may(account, ability)) return [403]
  if (of === 'case' || of === 'point') return [sees(wallOf(account), place) ? 200 : 404]
  if (of === 'own') return [200, 403]
  return of === 'service' || of === 'customer' ? [200, 404] : [200]
}

/** Whether somebody who has the ability may do that there. */
const isAllowed = (
  { of, refused, ofOthers }: Command,
  account: Visitor['account'],
  { place }: Site,
): boolean => {
  if (of !== 'service') return sees(wallOf(account), place)
  return refused === undefined || (ofOthers !== undefined && may(account, ofOthers))
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
  const cases = await db.selectFrom('cases').selectAll().orderBy('id').execute()
  return { ...dump, cases: JSON.stringify(cases.map(row => ({ ...row, audit_head: '' }))) }
}

const ABOUT_ATTEMPTS = ['audit', 'audit_chain', 'done_command', 'cases']
