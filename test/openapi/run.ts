import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { Role } from '../../schemas/account.ts'
import { CasePage } from '../../schemas/case-list.ts'
import { readConfig } from '../../schemas/config.ts'
import type { NewAccount } from '../../services/accounts/index.ts'
import { startApp } from '../../services/app.ts'
import { createClient, json } from '../../services/commands/client.ts'
import { importFiles, sample } from '../../services/commands/index.ts'
import { createLog } from '../../services/log.ts'
import { person, withToken } from '../support/people.ts'

/**
 * Has schemathesis (PyPI) ask every operation of the API, as somebody of each role, on a service with a district of
 * cases. Fails when an answer is a 5xx. The tool is on the path, or named by SCHEMATHESIS.
 */

const { values } = parseArgs({
  options: {
    examples: { type: 'string', default: '10' },
    phases: { type: 'string', default: 'examples,coverage,fuzzing' },
    seed: { type: 'string', default: '1' },
    roles: { type: 'string', default: Role.options.join(',') },
  },
})

const TOOL = process.env.SCHEMATHESIS ?? 'schemathesis'
const EXIT_CANNOT = 2
const WAIT_MS = 200

if (spawnSync(TOOL, ['--version']).error) {
  console.log(`The API is not asked by schemathesis: ${TOOL} is not there (pip install schemathesis).`)
  process.exit(EXIT_CANNOT)
}

const silent = (): void => {}

/** A service on a folder, with somebody of each role, and a district that was judged. */
const openScene = async (folder: string) => {
  const people = new Map(
    Role.options.map(role => [
      role,
      withToken(person(role, role, role === 'district' ? { districtCode: '500107' } : {})),
    ]),
  )
  const config = { ...readConfig({ DIANSHAO_DATA: folder }), DIANSHAO_PORT: 0 }
  const fail = (error: Error): never => {
    throw error
  }
  const app = await startApp(config, createLog('error'), fail, { accounts: [...people.values()] })
  const files = join(folder, 'district')
  await sample(files, Date.now(), silent)
  const { token } = people.get('operator')!
  const named = { meters: join(files, 'meters.csv'), readings: join(files, 'readings.csv.gz') }
  await importFiles({ url: app.url, token, ...named }, silent, new AbortController().signal)
  return { app, people, known: await knownAt(app.url, people) }
}

/** Names of what is there, by the parameters that name it; one case is told to its district. */
const knownAt = async (url: string, people: ReadonlyMap<string, NewAccount>) => {
  const as = (role: string) => createClient(url, people.get(role)!.token)
  let cases = CasePage.parse(await as('analyst').call('GET', '/v1/cases')).cases
  while (cases.length === 0) {
    await new Promise(resolve => setTimeout(resolve, WAIT_MS))
    cases = CasePage.parse(await as('analyst').call('GET', '/v1/cases')).cases
  }
  const [first] = cases
  await as('analyst').call('POST', `/v1/cases/${first!.id}/submit`, json({ reason: 'checked' }))
  await as('reviewer').call('POST', `/v1/cases/${first!.id}/release`, json({}))
  return {
    id: cases.map(({ number }) => number),
    point: ['DEMO-0001', 'DEMO-0002'],
    signature: ['induction-furnace', 'crypto-mining'],
    district: ['500107'],
  }
}

const ask = (url: string, token: string, known: object): Promise<number | null> =>
  new Promise((resolve, reject) => {
    const asking = [
      ...['run', `${url}/openapi.json`, '-H', `Authorization: Bearer ${token}`],
      ...['--checks', 'not_a_server_error', '--phases', values.phases],
      ...['--max-examples', values.examples, '--seed', values.seed],
      // What never ends by itself is not for a tool that waits for the end.
      ...['--exclude-path', '/v1/events'],
      ...['--continue-on-failure', '--request-timeout', '30', '--warnings', 'off'],
    ]
    const hooks = { SCHEMATHESIS_HOOKS: 'hooks', DIANSHAO_KNOWN: JSON.stringify(known) }
    const child = spawn(TOOL, asking, {
      cwd: import.meta.dirname,
      env: { ...process.env, ...hooks },
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    child.on('error', reject)
    child.on('close', resolve)
  })

const folder = mkdtempSync(join(tmpdir(), 'dianshao-openapi-'))
const failed: string[] = []
const { app, people, known } = await openScene(folder)
try {
  for (const role of values.roles.split(',')) {
    console.log(`\n== as ${role}`)
    if ((await ask(app.url, people.get(role as Role)!.token, known)) !== 0) failed.push(role)
  }
} finally {
  await app.close()
  rmSync(folder, { recursive: true, force: true })
}
console.log(failed.length > 0 ? `5xx as ${failed.join(', ')}.` : `No 5xx as ${values.roles}.`)
process.exitCode = failed.length > 0 ? 1 : 0
