import { describe, expect, it } from 'vitest'
import { COMMANDS } from '../../property/walls/commands.ts'
import { QUESTIONS } from '../../property/walls/questions.ts'
import { type Route, routesOf } from '../../property/walls/routes.ts'
import { meter } from '../../support/meters.ts'
import { decide, releaseChange } from '../../support/prices.ts'
import { rule } from '../pricing/rules.ts'
import { type PriceOffice, testPriceOffice } from './price-office.ts'

const ASKED = [
  ...['tier?customer=STEEL&day=2024-05-01', 'customers/STEEL/history', 'rules?day=2024-05-01'],
  ...['customers?day=2024-05-01', 'differences?list=customers&from=2024-01-01&to=2025-01-01'],
  ...['rules/export?day=2024-05-01', 'customers/export?day=2024-05-01&format=xlsx'],
]

const tagOf = async (office: PriceOffice, url: string, who?: Parameters<PriceOffice['get']>[1]) => {
  const { headers, statusCode } = await office.get(url, who)
  expect(statusCode).toBe(200)
  return String(headers.etag)
}

describe('answers of prices', () => {
  it('carry a strong tag, and are not sent again to who has them', async () => {
    const office = await testPriceOffice()
    for (const url of ASKED) {
      const tag = await tagOf(office, url)
      expect(tag).toMatch(/^"[\w-]+"$/)
      for (const sent of [tag, `"other", ${tag}`, '*']) {
        const again = await office.get(url, 'pricing', { 'if-none-match': sent })
        expect([again.statusCode, again.body, again.headers.etag]).toEqual([304, '', tag])
      }
      expect((await office.get(url, 'pricing', { 'if-none-match': '"other"' })).statusCode).toBe(200)
    }
  })

  it('carry another once a release, the registry, a case, today or who asks is another', async () => {
    const office = await testPriceOffice()
    const { station } = office
    const url = 'tier?customer=STEEL'
    const tags = [
      await tagOf(office, url),
      await tagOf(office, url, 'auditor'),
      await tagOf(office, url, 'unit'),
    ]
    await releaseChange(station, { kind: 'rules', rules: [rule({ id: 'NEW', jurisdiction: 'CQ' })] })
    tags.push(await tagOf(office, url))
    await decide(station, '二', { customerId: 'MINE', from: '2024-01-01', to: '2024-02-29' })
    tags.push(await tagOf(office, url))
    await station.engine.importRegistry([meter({ meterId: 'NEW' })], { replace: false }, 'test')
    tags.push(await tagOf(office, url))
    const payload = {
      customerId: 'CEMENT',
      signature: 'crypto-mining',
      source: 'tip',
      note: 'seen',
      level: 'red',
    }
    await office.api.inject({ method: 'POST', url: '/v1/cases', headers: office.analyst, payload })
    tags.push(await tagOf(office, url))
    station.clock.set(station.clock.now() + 86_400_000)
    tags.push(await tagOf(office, url), await tagOf(office, `${url}&day=2026-01-01`))
    expect(new Set(tags).size).toBe(tags.length)
  })
})

describe('a token of pricing.read alone', () => {
  it('reads these answers and nothing else', async () => {
    const { result: office, routes } = await routesOf(testPriceOffice)
    const made = await office.api.inject({
      method: 'POST',
      url: '/v1/tokens',
      headers: office.bearer('supervisor'),
      payload: { label: 'tool', days: 10, abilities: ['pricing.read'] },
    })
    const authorization = `Bearer ${made.json().token}`
    const site = { customer: 'STEEL', caseId: 'case-1', number: '2026-1', point: 'M-STEEL' } as never
    const asked = ({ name }: Route) =>
      QUESTIONS[name] ? { url: QUESTIONS[name].urls(site)[0]! } : COMMANDS[name]!.ask(site)
    const wrong: string[] = []
    for (const route of routes.filter(({ ability }) => ability !== undefined)) {
      const { url, payload, headers } = { payload: undefined, headers: {}, ...asked(route) }
      const answer = await office.api.inject({
        ...{ method: route.method as 'GET', url: url!, headers: { ...headers, authorization } },
        ...(payload === undefined ? {} : { payload }),
      })
      const isOfPrices = route.ability === 'pricing.read'
      if ((answer.statusCode === 403) === isOfPrices) wrong.push(`${route.name}: ${answer.statusCode}`)
    }
    expect(wrong).toEqual([])
    for (const url of ASKED) {
      const answer = await office.api.inject({ url: `/v1/pricing/${url}`, headers: { authorization } })
      expect(answer.statusCode, url).toBe(200)
    }
  })
})
