import { type AddressInfo, connect } from 'node:net'
import { brotliCompressSync } from 'node:zlib'
import type { InjectOptions } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Problem } from '../../../schemas/problem.ts'
import { expectProblem } from './expect-problem.ts'
import { type Office, openOffice, testOffice } from './office.ts'

let office: Office

beforeAll(async () => {
  office = await openOffice()
})

afterAll(() => office.close())

describe('a wrong request', () => {
  const csv = { 'content-type': 'text/csv' }
  const json = { 'content-type': 'application/json' }
  it.each<[string, InjectOptions, number, string]>([
    ['to nowhere', { method: 'GET', url: '/v1/nothing' }, 404, 'not-found'],
    ['with a method that is not', { method: 'DELETE', url: '/v1/cases' }, 404, 'not-found'],
    ['for a case that is not', { method: 'GET', url: '/v1/cases/case-9' }, 404, 'not-found'],
    [
      'for the audit of a case that is not',
      { method: 'GET', url: '/v1/cases/case-9/audit' },
      404,
      'not-found',
    ],
    [
      'to move a case that is not',
      { method: 'POST', url: '/v1/cases/case-9/submit', payload: {} },
      404,
      'not-found',
    ],
    ['with a page size of 0', { method: 'GET', url: '/v1/cases?limit=0' }, 400, 'bad-request'],
    ['with a page size of 501', { method: 'GET', url: '/v1/rejects?limit=501' }, 400, 'bad-request'],
    ['with a state that is not', { method: 'GET', url: '/v1/cases?state=lost' }, 400, 'bad-request'],
    ['for findings of no point', { method: 'GET', url: '/v1/findings' }, 400, 'bad-request'],
    [
      'for a day that is not',
      { method: 'GET', url: '/v1/points/M1/curve?from=2024-02-30&to=2024-03-01' },
      400,
      'bad-request',
    ],
    [
      'for a curve from end to start',
      { method: 'GET', url: '/v1/points/M1/curve?from=2024-03-02&to=2024-03-01' },
      400,
      'bad-request',
    ],
    [
      'for 401 days',
      { method: 'GET', url: '/v1/points/M1/curve?from=2024-01-01&to=2025-02-04' },
      400,
      'bad-request',
    ],
    [
      'with broken JSON',
      { method: 'POST', url: '/v1/cases/x/submit', headers: json, payload: '{"reason":' },
      400,
      'bad-request',
    ],
    [
      'with a reason that is a number',
      { method: 'POST', url: '/v1/cases/x/submit', payload: { reason: 5 } },
      400,
      'bad-request',
    ],
    [
      'with a reason of a book',
      { method: 'POST', url: '/v1/cases/x/submit', payload: { reason: 'x'.repeat(2_001) } },
      400,
      'bad-request',
    ],
    [
      'with a body over 1 MB',
      { method: 'POST', url: '/v1/cases/x/submit', payload: { reason: 'x'.repeat(1_100_000) } },
      413,
      'too-large',
    ],
    [
      'with a move as XML',
      {
        method: 'POST',
        url: '/v1/cases/x/submit',
        headers: { 'content-type': 'application/xml' },
        payload: '<go/>',
      },
      415,
      'unsupported-media-type',
    ],
    [
      'with readings as JSON',
      { method: 'POST', url: '/v1/readings', headers: json, payload: '[]' },
      415,
      'unsupported-media-type',
    ],
    ['with readings of no kind', { method: 'POST', url: '/v1/readings' }, 415, 'unsupported-media-type'],
    [
      'with readings packed in another way',
      {
        method: 'POST',
        url: '/v1/readings',
        headers: { 'content-type': 'application/x-ndjson', 'content-encoding': 'br' },
        payload: brotliCompressSync('{}'),
      },
      415,
      'unsupported-media-type',
    ],
    [
      'with the registry as JSON',
      { method: 'POST', url: '/v1/registry', headers: json, payload: '[]' },
      415,
      'unsupported-media-type',
    ],
    [
      'with columns that are not',
      { method: 'POST', url: '/v1/readings', headers: csv, payload: 'a,b\n1,2\n' },
      400,
      'bad-columns',
    ],
    [
      'with a registry without columns',
      { method: 'POST', url: '/v1/registry', headers: csv, payload: 'meter_id\nM1\n' },
      400,
      'bad-columns',
    ],
    [
      'with readings that are not what they say',
      {
        method: 'POST',
        url: '/v1/readings',
        headers: { ...csv, 'content-encoding': 'gzip' },
        payload: 'plain',
      },
      400,
      'bad-columns',
    ],
    [
      'with an endpoint that is no address',
      { method: 'POST', url: '/v1/endpoints', payload: { districtCode: '500107', url: 'ftp://x' } },
      400,
      'bad-request',
    ],
    ['at an address that cannot be decoded', { method: 'GET', url: '/v1/cases/%zz' }, 400, 'bad-request'],
  ])('%s is answered with a problem', async (_, request, status, code) => {
    const who = request.url === '/v1/endpoints' ? office.reviewer : office.analyst
    const headers = { ...request.headers, ...who }
    expectProblem(await office.api.inject({ ...request, headers }), status, code)
  })

  it('with an id of a thousand letters is answered with a problem', async () => {
    const response = await office.api.inject({
      url: `/v1/cases/${'x'.repeat(1_000)}`,
      headers: office.analyst,
    })
    expect([400, 404, 414]).toContain(response.statusCode)
    expect(response.headers['content-type']).toMatch(/^application\/problem\+json/)
    Problem.parse(response.json())
  })

  it('that is no HTTP is answered with a problem', async () => {
    const { api, close } = await openOffice()
    await api.listen({ host: '127.0.0.1', port: 0 })
    const { port } = api.server.address() as AddressInfo
    const socket = connect(port, '127.0.0.1')
    socket.write('GET / HTTP/1.1\r\nbroken header\r\n\r\n')
    const chunks = await socket.toArray()
    await close()
    const answer = Buffer.concat(chunks as Buffer[]).toString()
    expect(answer).toMatch(/^HTTP\/1\.1 400 /)
    expect(answer).toMatch(/content-type: application\/problem\+json/i)
  })
})

describe('an error of ours', () => {
  it('is answered without its insides and logged under the id that is answered', async () => {
    const broken = await testOffice()
    await broken.station.ports.store.db.schema.dropTable('outbox').execute()
    const response = await broken.api.inject({ method: 'GET', url: '/v1/alerts', headers: broken.analyst })
    expectProblem(response, 500, 'internal')
    expect(response.body).not.toContain('outbox')
    expect(broken.logged).toHaveLength(1)
    expect(broken.logged[0]).toContain(response.json().id)
    expect(broken.logged[0]).toContain('outbox')
  })
})
