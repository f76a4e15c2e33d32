import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { type AddressInfo, connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AuditEntry, Case } from '../../../schemas/case.ts'
import type { CaseFile } from '../../../schemas/case-file.ts'
import { addAccounts } from '../../../services/accounts/index.ts'
import { meter } from '../../support/meters.ts'
import { person, withToken } from '../../support/people.ts'
import { expectProblem } from './expect-problem.ts'
import { type Office, openOffice } from './office.ts'

const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n')
const MB = 1_000_000

let office: Office
let theCase: Case
let neighbour: { authorization: string }

const TIP = { signature: 'crypto-mining', source: 'tip', note: '整夜风扇声' }

beforeAll(async () => {
  office = await openOffice([meter(), meter({ meterId: 'M2', customerId: 'C2' })])
  const other = withToken(person('Qian', 'district', { districtCode: '500106' }))
  await office.station.ports.store.transact(trx => addAccounts(trx, [other], office.station.clock.now()))
  neighbour = { authorization: `Bearer ${other.token}` }
  const opened = await post('/v1/cases', { customerId: meter().customerId, ...TIP })
  expect(opened.statusCode).toBe(201)
  theCase = (opened.json() as { case: Case }).case
})

afterAll(() => office.close())

const get = (url: string, headers: object = office.analyst) =>
  office.api.inject({ url, headers: { ...headers } })

const post = (url: string, payload: object, headers: Record<string, string> = {}) =>
  office.api.inject({ method: 'POST', url, headers: { ...office.analyst, ...headers }, payload })

const OCTETS = { 'content-type': 'application/octet-stream' }

const upload = (
  bytes: Buffer,
  query: Record<string, string> = { name: 'a.pdf' },
  headers: Record<string, string> = OCTETS,
) => post(`/v1/cases/${theCase.number}/files?${new URLSearchParams(query)}`, bytes, headers)

const files = async () => (await get(`/v1/cases/${theCase.id}/files`)).json() as { files: CaseFile[] }

describe('POST /v1/cases/:id/files', () => {
  it('keeps the bytes as they came, and hands them out to be saved under their name', async () => {
    const answer = await upload(PDF, { name: '现场 (1)"照片.pdf', note: '夜间' })
    expect(answer.statusCode).toBe(201)
    const { file } = answer.json() as { file: CaseFile }
    expect(file).toMatchObject({
      caseId: theCase.id,
      mediaType: 'application/pdf',
      bytes: PDF.length,
      sha256: createHash('sha256').update(PDF).digest('hex'),
      note: '夜间',
      shared: false,
      uploadedBy: 'analyst',
    })
    expect((await files()).files).toContainEqual(file)
    const download = await get(`/v1/cases/${theCase.number}/files/${file.id}`)
    expect(download.rawPayload).toEqual(PDF)
    expect(download.headers).toMatchObject({
      'content-type': 'application/pdf',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
      'content-disposition': `attachment; filename="__ (1)___.pdf"; filename*=UTF-8''%E7%8E%B0%E5%9C%BA%20%281%29%22%E7%85%A7%E7%89%87.pdf`,
    })
  })

  it('is carried out once under one key', async () => {
    const before = (await files()).files.length
    const headers = { ...OCTETS, 'idempotency-key': 'upload-1' }
    const [first, again] = [await upload(PDF, undefined, headers), await upload(PDF, undefined, headers)]
    expect(again.json()).toEqual(first.json())
    expectProblem(await upload(Buffer.from('%PDF-2.0'), undefined, headers), 422, 'key-reused')
    expect((await files()).files).toHaveLength(before + 1)
  })

  it('takes 20 MB and not a byte more', async () => {
    const before = (await files()).files.length
    const most = Buffer.alloc(20 * MB, ' ')
    PDF.copy(most)
    expect((await upload(most)).statusCode).toBe(201)
    expectProblem(await upload(Buffer.concat([most, PDF])), 413, 'too-large')
    expect((await files()).files).toHaveLength(before + 1)
  })

  it.each([
    ['an empty body', Buffer.alloc(0), { name: 'a.pdf' }, {}, 400, 'bad-request'],
    ['a name in a folder', PDF, { name: '../a.pdf' }, {}, 400, 'bad-request'],
    ['a name that turns around', PDF, { name: 'a\u202efdp.exe' }, {}, 400, 'bad-request'],
    ['no name', PDF, {}, {}, 400, 'bad-request'],
    ['a page', Buffer.from('<html>'), { name: 'a.txt' }, {}, 415, 'unsupported-media-type'],
    [
      'bytes that are said to be a page',
      PDF,
      { name: 'a.pdf' },
      { 'content-type': 'text/html' },
      415,
      'unsupported-media-type',
    ],
    [
      'a form',
      PDF,
      { name: 'a.pdf' },
      { 'content-type': 'multipart/form-data; boundary=x' },
      415,
      'unsupported-media-type',
    ],
    ['packed bytes', PDF, { name: 'a.pdf' }, { 'content-encoding': 'gzip' }, 415, 'unsupported-media-type'],
  ] as const)('refuses %s', async (_what, bytes, query, headers, status, code) => {
    const before = (await files()).files.length
    expectProblem(
      await upload(bytes, query as Record<string, string>, { ...OCTETS, ...headers }),
      status,
      code,
    )
    expect((await files()).files).toHaveLength(before)
  })

  it('keeps nothing of an upload that breaks off', async () => {
    const before = (await files()).files.length
    await office.api.listen({ port: 0, host: '127.0.0.1' })
    const { port } = office.api.server.address() as AddressInfo
    const accepted = once(office.api.server, 'connection')
    const socket = connect(port, '127.0.0.1')
    const lines = [
      `POST /v1/cases/${theCase.id}/files?name=a.pdf HTTP/1.1`,
      'host: here',
      `authorization: ${office.analyst.authorization}`,
      'content-type: application/pdf',
      'content-length: 1000',
    ]
    socket.write(`${lines.join('\r\n')}\r\n\r\n${PDF}`)
    const [peer] = await accepted
    socket.destroy()
    await once(peer, 'close')
    expect((await files()).files).toHaveLength(before)
  })

  it('of a case that is not seen says that there is none, and so does the download', async () => {
    const { file } = (await upload(PDF)).json() as { file: CaseFile }
    const url = `/v1/cases/${theCase.id}/files`
    expectProblem(await post(`${url}?name=a.pdf`, PDF, { ...OCTETS, ...neighbour }), 404, 'not-found')
    for (const path of [url, `${url}/${file.id}`]) expectProblem(await get(path, neighbour), 404, 'not-found')
    expectProblem(await get(`${url}/file-x`), 404, 'not-found')
  })

  it('withdraws a file with a reason', async () => {
    const { file } = (await upload(PDF)).json() as { file: CaseFile }
    const url = `/v1/cases/${theCase.id}/files/${file.id}/withdraw`
    expectProblem(await post(url, {}), 400, 'bad-request')
    const withdrawn = await post(url, { reason: 'of another yard' })
    expect(withdrawn.json()).toMatchObject({ file: { id: file.id, withdrawnAt: expect.any(String) } })
  })
})

describe('the papers of a case opened by hand', () => {
  it('say who said what and when, and that there is nothing to make anew', async () => {
    const paper = (await get(`/v1/cases/${theCase.number}/accusation?lang=zh`)).payload
    expect(paper).toContain('| 举报 | 2026-01-01T08:00:00+08:00 | 整夜风扇声 |')
    expect(paper).toContain('举报人信息依法保密')
    expect(paper).not.toMatch(/评分 0\.00|undefined|null/)
    const { verdict, checks } = (await get(`/v1/cases/${theCase.number}/verify`)).json() as {
      verdict: string
      checks: { name: string; verdict: string; sentence: { en: string } }[]
    }
    expect(verdict).toBe('identical')
    expect(checks.find(({ name }) => name === 'charge')!.sentence.en).toMatch(/nothing to make anew/)
    expect(checks.map(({ name }) => name)).toEqual(['charge', 'tier', 'case', 'audit'])
  })
})

describe('merged cases', () => {
  it('are read under every number of theirs, as the lead', async () => {
    const second = (await post('/v1/cases', { customerId: 'C2', ...TIP })).json() as { case: Case }
    const merge = { with: [theCase.number], reason: 'one yard' }
    expect((await post(`/v1/cases/${second.case.number}/merge`, merge)).json()).toMatchObject({
      case: { number: theCase.number },
    })
    for (const name of [theCase.id, theCase.number, second.case.id, second.case.number]) {
      expect((await get(`/v1/cases/${name}`)).json()).toMatchObject({
        number: theCase.number,
        members: [{ number: second.case.number, customerId: 'C2' }],
      })
    }
    const { entries } = (await get(`/v1/cases/${second.case.number}/audit`)).json() as {
      entries: AuditEntry[]
    }
    // Four times in the view of its lead, then its audit.
    expect(entries.filter(({ action }) => action === 'view')).toHaveLength(5)
    const submit = await post(`/v1/cases/${second.case.number}/submit`, { reason: 'seen' })
    expectProblem(submit, 409, 'wrong-state')
    expect(submit.json()).toMatchObject({ detail: expect.stringContaining(theCase.number) })
    expect((await get(`/v1/cases/${second.case.number}/verify`)).json()).toMatchObject({
      verdict: 'identical',
    })
    expect((await get(`/v1/cases/${theCase.number}/verify`)).json()).toMatchObject({ verdict: 'identical' })
    const split = await post(`/v1/cases/${theCase.id}/split`, {
      member: second.case.number,
      reason: 'two yards',
    })
    expect(split.statusCode).toBe(200)
    expect((await get(`/v1/cases/${second.case.number}`)).json()).toMatchObject({
      number: second.case.number,
      state: 'to-check',
    })
  })
})
