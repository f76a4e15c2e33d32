import { ask, type Service } from '../../../acceptance/support/cli.ts'
import { launch } from '../service.ts'
import { KILLS_PER_STORY, MOST_RELEASES } from './plan.ts'

/** Every story has one more round than kills. */
const CASES = (KILLS_PER_STORY + 1) * MOST_RELEASES
/** Each has one endpoint */
export const DISTRICTS = ['500107', '500113']

export const ENVIRONMENT = { DIANSHAO_ALLOW_PRIVATE_ENDPOINTS: 'true' }

/** Sends a body as somebody and answers what came back; throws when it was not taken. */
export const send = async <T>(
  service: Service,
  who: keyof Service['tokens'],
  path: string,
  body: object | string,
): Promise<T> => {
  const answer = await ask(service, path, {
    method: 'POST',
    type: typeof body === 'string' ? 'text/csv' : 'application/json',
    body: typeof body === 'string' ? body : JSON.stringify(body),
    token: service.tokens[who],
  })
  if (answer.status >= 300)
    throw new Error(`${path} was answered with ${answer.status} ${JSON.stringify(answer.body)}`)
  return answer.body
}

/** Fills a folder with cases that wait for their release, and ends the service in order. */
export const fillSite = async (folder: string, compiled: string): Promise<void> => {
  const launched = launch(folder, compiled, ENVIRONMENT)
  try {
    await openCases(await launched.listening)
  } catch (error) {
    await launched.kill()
    throw error
  }
  await launched.stop()
}

const openCases = async (service: Service): Promise<void> => {
  const rows = Array.from(
    { length: CASES },
    (_, i) => `M${i},C${i},Invented ${i},${DISTRICTS[i % DISTRICTS.length]},5990,500,10,15,`,
  )
  await send(service, 'analyst', '/v1/registry', [COLUMNS, ...rows].join('\n'))
  for (let i = 0; i < CASES; i++) {
    const tip = { customerId: `C${i}`, signature: 'induction-furnace', source: 'tip', note: 'Invented.' }
    const { case: opened } = await send<{ case: { id: string } }>(service, 'analyst', '/v1/cases', tip)
    await send(service, 'analyst', `/v1/cases/${opened.id}/submit`, { reason: 'Invented.' })
  }
}

const COLUMNS =
  'meter_id,customer_id,customer_name,district_code,industry_code,contract_kva,voltage_kv,interval_minutes,licensed_processes'

/** Leads the alerts of every district to an address; answers the secrets. */
export const makeEndpoints = async (service: Service, url: string): Promise<string[]> => {
  const secrets: string[] = []
  for (const districtCode of DISTRICTS) {
    const made = await send<{ secret: string }>(service, 'reviewer', '/v1/endpoints', { districtCode, url })
    secrets.push(made.secret)
  }
  return secrets
}

export interface SeenCase {
  readonly id: string
  readonly number: string
}

export interface SeenAlert {
  readonly id: string
  readonly caseId: string
  readonly status: string
}

/** What the service shows; fewer than a page of each. */
export const look = async (service: Service) => {
  const casesIn = async (state: string): Promise<SeenCase[]> =>
    (await get<{ cases: SeenCase[] }>(service, `/v1/cases?state=${state}&limit=500`)).cases
  const { alerts } = await get<{ alerts: SeenAlert[] }>(service, '/v1/alerts?limit=500')
  return { waiting: await casesIn('to-review'), reported: await casesIn('reported'), alerts }
}

const get = async <T>(service: Service, path: string): Promise<T> => {
  const { status, body } = await ask(service, path, { token: service.tokens.reviewer })
  if (status !== 200) throw new Error(`${path} was answered with ${status}`)
  return body
}
