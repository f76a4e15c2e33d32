import { afterAll, beforeAll, expect, it } from 'vitest'
import { addAccounts } from '../../../services/accounts/index.ts'
import { meter } from '../../support/meters.ts'
import { person, withToken } from '../../support/people.ts'
import { expectProblem } from './expect-problem.ts'
import { type Office, openOffice } from './office.ts'

const CUSTOMER = '5001234567'
const county = withToken(person('county', 'district', { districtCode: '500107' }))
const office107 = withToken(person('office', 'district', { districtCode: '500107', department: '经信委' }))
const elsewhere = withToken(person('police', 'district', { districtCode: '500107', department: '公安局' }))

let office: Office
let caseId: string

const bearer = (token: string) => ({ authorization: `Bearer ${token}` })
const post = (headers: object, url: string, payload: object | string = {}, type?: string) =>
  office.api.inject({
    ...{ method: 'POST', url, payload },
    headers: { ...headers, ...(type === undefined ? {} : { 'content-type': type }) },
  })
const get = (headers: object, url: string) => office.api.inject({ url, headers: { ...headers } })

/** A token that may do these things alone, as the department's program holds it. */
const tokenFor = async (abilities: readonly string[]) => {
  const body = { label: '经信委平台', days: 90, abilities }
  const made = await post(bearer(office107.token), '/v1/tokens', body)
  expect(made.statusCode).toBe(200)
  return bearer(made.json().token)
}

beforeAll(async () => {
  office = await openOffice([meter({ meterId: 'M1', customerId: CUSTOMER })])
  const { clock, ports } = office.station
  await ports.store.transact(trx => addAccounts(trx, [county, office107, elsewhere], clock.now()))
  const tip = { customerId: CUSTOMER, signature: 'induction-furnace', source: 'tip', note: '夜间有炉' }
  const opened = await post(office.analyst, '/v1/cases', tip)
  caseId = opened.json().case.id
  for (const [who, action] of [
    [office.analyst, 'submit'],
    [office.reviewer, 'release'],
  ] as const) {
    const moved = await post(who, `/v1/cases/${caseId}/${action}`, { reason: '属实' })
    expect(moved.statusCode, moved.body).toBe(200)
  }
  await post(bearer(county.token), `/v1/cases/${caseId}/pass`, { department: '经信委' })
}, 60_000)

afterAll(() => office?.close())

it('a department’s program acknowledges and answers with a file by a token that can do just that', async () => {
  const scoped = await tokenFor(['cases.read', 'cases.act'])
  expectProblem(await get(scoped, '/v1/alerts'), 403, 'forbidden')
  expectProblem(await post(bearer(elsewhere.token), `/v1/cases/${caseId}/acknowledge`), 404, 'not-found')

  const acknowledged = await post(scoped, `/v1/cases/${caseId}/acknowledge`)
  expect(acknowledged.json()).toMatchObject({ case: { state: 'acknowledged', department: '经信委' } })

  const upload = `/v1/cases/${caseId}/files?name=${encodeURIComponent('现场检查笔录.txt')}&shared=true`
  const added = await post(scoped, upload, '2024-05-31 现场检查：中频炉一台。', 'text/plain')
  expect(added.statusCode, added.body).toBe(201)
  const { id: fileId } = added.json().file

  const inspectedOn = '2024-03-01'
  const feedback = {
    found: [{ signature: 'induction-furnace', found: 'confirmed', text: '中频炉一台，已断电' }],
    ...{ measures: ['power-cut', 'equipment-sealed'], inspectedOn, note: '已移送', fileIds: [fileId] },
  }
  const future = await post(scoped, `/v1/cases/${caseId}/answer`, { ...feedback, inspectedOn: '2999-01-01' })
  expectProblem(future, 400, 'bad-request')
  const strange = await post(scoped, `/v1/cases/${caseId}/answer`, { ...feedback, fileIds: ['none'] })
  expectProblem(strange, 400, 'bad-request')
  const answered = await post(scoped, `/v1/cases/${caseId}/answer`, feedback)
  expect(answered.json()).toMatchObject({ case: { state: 'answered' } })

  const seen = (await get(office.reviewer, `/v1/cases/${caseId}`)).json()
  expect(seen.feedback).toMatchObject([
    {
      ...{ by: 'office', inspectedOn, measures: ['power-cut', 'equipment-sealed'], fileIds: [fileId] },
      words: [{ zh: '断电' }, { zh: '查封设备' }],
    },
  ])
  expect((await get(office.reviewer, `/v1/cases/${caseId}/files/${fileId}`)).body).toContain('中频炉一台')
})

it('is told by events, behind the wall of the department', async () => {
  const { store } = office.station.ports
  const events = await store.db
    .selectFrom('event')
    .select(['kind', 'department'])
    .where('case_id', '=', caseId)
    .orderBy('sequence')
    .execute()
  const since = events.findIndex(({ kind }) => kind === 'case.pass')
  expect(events.slice(since)).toEqual(
    ['case.pass', 'case.acknowledge', 'case.file', 'case.answer'].map(kind => ({
      kind,
      department: '经信委',
    })),
  )
})

it('takes the ability to act, and no more to act on what one does not read', async () => {
  const reads = await tokenFor(['cases.read'])
  expectProblem(await post(reads, `/v1/cases/${caseId}/comment`, { text: 'x' }), 403, 'forbidden')
  const acts = await tokenFor(['cases.act'])
  expectProblem(await get(acts, `/v1/cases/${caseId}`), 403, 'forbidden')
  const said = await post(acts, `/v1/cases/${caseId}/comment`, { text: '等待复核' })
  expect(said.statusCode, said.body).toBe(200)
})
