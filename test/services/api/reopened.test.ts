import { expect, it } from 'vitest'
import type { Account } from '../../../schemas/account.ts'
import { admit, type Visitor } from '../../property/walls/world.ts'
import { furnaceSamples } from '../../support/furnace.ts'
import { meter } from '../../support/meters.ts'
import { person } from '../../support/people.ts'
import { MONDAY } from '../../support/readings.ts'
import { testOffice } from './office.ts'

const DISTRICT = '500107'
const COUNTY = person('county', 'district', { districtCode: DISTRICT })
const INDUSTRY = person('industry', 'district', { districtCode: DISTRICT, department: 'industry' })
const PRICING = person('pricing', 'pricing')

it('a district loses sight of a case that is opened again, and sees it again when that is undone', async () => {
  const own = meter({ meterId: 'A1', pointId: 'P1', districtCode: DISTRICT })
  const office = await testOffice([own])
  const { api, station, analyst, reviewer } = office
  await station.take(furnaceSamples('A1', MONDAY, 4))
  const [{ id, number }] = (await api.inject({ url: '/v1/cases', headers: analyst })).json().cases
  const visitors = await admit(office, [COUNTY, INDUSTRY, PRICING])
  const headersOf = (account: Account) => visitors.find(one => one.account.name === account.name)!.headers
  const act = async (headers: Visitor['headers'], rest: string, payload: object = { reason: 'seen' }) => {
    const answer = await api.inject({ method: 'POST', url: `/v1/cases/${id}/${rest}`, headers, payload })
    return answer.statusCode
  }
  await act(analyst, 'submit')
  await act(reviewer, 'release')
  await act(headersOf(COUNTY), 'acknowledge')
  await act(headersOf(COUNTY), 'pass', { department: 'industry' })
  const dismissed = { outcome: 'dismissed', cause: 'licensed-process', note: 'seen' }
  expect(await act(reviewer, 'charges/induction-furnace/outcome', dismissed)).toBe(200)

  const days = 'from=2024-05-06&to=2024-05-09'
  const seenBy = async (account: Account) => {
    const read = async (url: string) => (await api.inject({ url, headers: headersOf(account) })).statusCode
    const list = await api.inject({ url: '/v1/cases', headers: headersOf(account) })
    const one = [id, number].flatMap(name =>
      ['', '/comments', '/files', '/accusation'].map(rest => `${name}${rest}`),
    )
    const statuses = await Promise.all(one.map(path => read(`/v1/cases/${path}`)))
    const curve = await read(`/v1/points/P1/curve?${days}`)
    return { listed: list.json().cases.length, statuses: [...new Set(statuses)], curve }
  }
  const alertsOf = async () =>
    (await api.inject({ url: '/v1/alerts', headers: headersOf(COUNTY) })).json().alerts.length
  const inSight = { listed: 1, statuses: [200], curve: 200 }
  const outOfSight = { listed: 0, statuses: [404], curve: 404 }
  for (const account of [COUNTY, INDUSTRY]) expect(await seenBy(account)).toEqual(inSight)
  // Of its release and of its closing
  expect(await alertsOf()).toBe(2)

  expect(await act(reviewer, 'reopen')).toBe(200)
  for (const account of [COUNTY, INDUSTRY]) expect(await seenBy(account)).toEqual(outOfSight)
  expect(await seenBy(PRICING)).toEqual({ ...outOfSight, curve: 403 })
  expect(await alertsOf()).toBe(0)
  expect(await act(headersOf(COUNTY), 'comment', { text: 'seen' })).toBe(404)

  expect(await act(reviewer, 'undo')).toBe(200)
  for (const account of [COUNTY, INDUSTRY]) expect(await seenBy(account)).toEqual(inSight)
  expect(await alertsOf()).toBe(2)
  expect(await act(headersOf(COUNTY), 'comment', { text: 'seen' })).toBe(200)
})
