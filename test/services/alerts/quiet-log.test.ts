import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { pino } from 'pino'
import { expect, it, onTestFinished } from 'vitest'
import { readConfig } from '../../../schemas/config.ts'
import { newToken } from '../../../services/accounts/index.ts'
import { startApp } from '../../../services/app.ts'
import { DEMO_SEED } from '../../../services/commands/demo.ts'
import { makeDistrict, registryCsv } from '../../../services/simulator/index.ts'
import { testFolder } from '../../support/folder.ts'
import { person } from '../../support/people.ts'

const CASES = 6
const PATH_SECRET = 'hook-of-one-program-4711'
const PASSWORD = 'a fence of seven boards'

/** What answers at an endpoint, request by request; the headers that came in are kept. */
const openEndpoint = async (...statuses: number[]) => {
  const signatures: string[] = []
  const done = Promise.withResolvers<void>()
  const server = createServer((request, response) => {
    signatures.push(String(request.headers['webhook-signature']))
    request.resume().once('end', () => {
      response.writeHead(statuses[Math.min(signatures.length, statuses.length) - 1]!).end()
      if (signatures.length >= statuses.length) done.resolve()
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/${PATH_SECRET}?key=${PATH_SECRET}`
  return { url, signatures, done: done.promise }
}

it('the log of a release and its delivery holds no secret, no customer and nothing told to an office', async () => {
  const logged: string[] = []
  const log = pino({ level: 'trace' }, { write: (line: string) => void logged.push(line) })
  const folder = testFolder()
  const people = (['analyst', 'reviewer', 'operator'] as const).map(role => ({
    ...person(role, role),
    token: newToken(),
  }))
  const [analyst, reviewer, operator] = people.map(({ token }) => token) as [string, string, string]
  const config = readConfig({
    DIANSHAO_DATA: folder,
    DIANSHAO_PORT: '0',
    DIANSHAO_ALLOW_PRIVATE_ENDPOINTS: 'true',
  })
  const fail = (error: Error): never => {
    throw error
  }
  const app = await startApp(config, log, fail, { accounts: people })
  onTestFinished(() => app.close())
  const send = async (token: string, path: string, body: object | string, method = 'POST') => {
    const type = typeof body === 'string' ? 'text/csv' : 'application/json'
    const answer = await fetch(app.url + path, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': type },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })
    return (await answer.json()) as Record<string, never>
  }
  const secrets = [analyst, reviewer, operator, PATH_SECRET, PASSWORD]

  const district = makeDistrict({ seed: DEMO_SEED, firstDay: 20_000, days: 1 })
  await send(analyst, '/v1/registry', registryCsv(district))
  const codes = [...new Set(district.meters.map(({ districtCode }) => districtCode))]
  const endpoints: Awaited<ReturnType<typeof openEndpoint>>[] = []
  for (const districtCode of codes) {
    const endpoint = await openEndpoint(...Array.from({ length: CASES - 1 }, () => 204), 500)
    endpoints.push(endpoint)
    const { secret } = await send(reviewer, '/v1/endpoints', { districtCode, url: endpoint.url })
    expect(secret).toMatch(/^whsec_/)
    secrets.push(secret!, String(secret).slice('whsec_'.length))
  }
  const told = district.meters.filter(({ districtCode }) => districtCode === codes[0]).slice(0, CASES)
  for (const { customerId } of told) {
    const opened = await send(analyst, '/v1/cases', {
      ...{ customerId, signature: 'induction-furnace', source: 'tip', note: `seen at ${customerId}` },
    })
    const { id } = opened.case as unknown as { id: string }
    await send(analyst, `/v1/cases/${id}/submit`, { reason: 'checked on site' })
    const released = await send(reviewer, `/v1/cases/${id}/release`, { reason: 'agreed' })
    expect(released.case).toMatchObject({ state: 'reported' })
  }
  await endpoints[0]!.done
  secrets.push(...endpoints[0]!.signatures)

  const { link } = await send(operator, '/v1/accounts', { name: 'li.na', role: 'auditor' })
  const invitation = String(link).split('#secret=')[1]!.split('&')[0]!
  const entered = await send('', '/v1/sign-in/invitation', { secret: invitation, password: PASSWORD })
  expect(entered).toMatchObject({ account: 'li.na' })
  const { token } = await send(operator, '/v1/tokens', { label: 'collector', days: 1 })
  secrets.push(invitation, token!)
  secrets.push((JSON.parse(readFileSync(join(folder, 'tokens.json'), 'utf8')) as { local: string }).local)
  await send(operator, '/v1/networks', { cidr: '10.20.0.0/16', reason: 'an office' })
  await app.close()

  const whole = logged.join('\n')
  expect(logged.filter(line => line.includes('An alert was delivered.'))).toHaveLength(CASES - 1)
  expect(logged.filter(line => line.includes('An alert could not be delivered'))).toHaveLength(1)
  for (const secret of secrets) {
    expect(secret.length).toBeGreaterThan(10)
    expect(whole.includes(secret), secret).toBe(false)
  }
  expect(whole).not.toMatch(/whsec_|#secret=|v1,[\w+/]{20}/)
  for (const { customerName, customerId } of district.meters) {
    expect(whole.includes(customerName), customerName).toBe(false)
    expect(whole.includes(`"${customerId}"`), customerId).toBe(false)
  }
})
