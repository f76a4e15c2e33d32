import { expect, it } from 'vitest'
import { testOffice } from './office.ts'

it('tells supervisors and monitoring how it is, without a token', async () => {
  const { api } = await testOffice()
  for (const path of ['/healthz', '/readyz']) {
    const answer = await api.inject(path)
    expect([answer.statusCode, answer.json()]).toEqual([200, { ok: true, problems: [] }])
  }
  const metrics = await api.inject('/metrics')
  expect(metrics.headers['content-type']).toContain('text/plain')
  expect(metrics.body).toContain('dianshao_waiting{partition="live"} 0')
})
