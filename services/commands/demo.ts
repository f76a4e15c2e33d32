import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Role } from '../../schemas/account.ts'
import { RegistryAnswer } from '../../schemas/api.ts'
import { Case } from '../../schemas/case.ts'
import { CasePage } from '../../schemas/case-list.ts'
import { CaseDone } from '../../schemas/case-moves.ts'
import { type Config, ProcessRole, readConfig } from '../../schemas/config.ts'
import { dayOf } from '../../schemas/day.ts'
import { EndpointSecret } from '../../schemas/endpoint.ts'
import { AccountLink } from '../../schemas/sign-in.ts'
import { Verification } from '../../schemas/verification.ts'
import { type NewAccount, newToken } from '../accounts/index.ts'
import { makeScratchEngines, type ScratchEngines } from '../adapters/index.ts'
import { createReceiver, type Receiver } from '../alerts/index.ts'
import { type App, startApp } from '../app.ts'
import { createLog } from '../log.ts'
import { type District, makeDistrict, registryCsv } from '../simulator/index.ts'
import { type Client, createClient, json } from './client.ts'
import { CommandError } from './command-error.ts'
import { engineLines } from './demo-engines.ts'
import { foundLines, openingLines } from './demo-lines.ts'
import { httpCollector, kafkaCollector, replay } from './demo-replay.ts'
import { alertLines } from './receive.ts'
import { makeScratchFolder } from './scratch-folder.ts'

export interface DemoOptions {
  /** Leave the service running and its data in place */
  readonly keep: boolean
  /** Kafka, InfluxDB and PostgreSQL to play on, with topics, a bucket and a database made for it; absent: embedded */
  readonly engines?: Config | undefined
  /** Now, UTC ms: the demo's five weeks end the day before yesterday */
  readonly nowMs: number
}

type Print = (line: string) => void

/** What is to be taken down afterwards, last first. */
type Stage = (() => Promise<void>)[]

/** Of the invented district. */
export const DEMO_SEED = 20_240_924
export const DEMO_DAYS = 35
/** One of its three districts: 长寿区 */
const DEMO_DISTRICT = '500115'
const WAIT_MS = 50
const DELIVERED_WITHIN_MS = 15_000

/**
 * The whole job on an invented district: replays five weeks over HTTP into a service of its own, prints what it
 * flagged, releases it by two demo people and shows the alerts arrive at receivers. Answers what keeps running.
 */
export const demo = async (
  { keep, engines, nowMs }: DemoOptions,
  print: Print,
): Promise<{ close(): Promise<void> } | null> => {
  const startedMs = performance.now()
  const folder = makeScratchFolder('demo')
  if (keep) folder.keep()
  const stage: Stage = [async () => folder.remove()]
  try {
    const scratch = engines && (await makeScratchEngines(engines, 'dianshao_demo'))
    if (scratch) stage.push(() => scratch.remove())
    const people = {
      ...{ analyst: demoPerson('analyst'), reviewer: demoPerson('reviewer') },
      ...{ operator: demoPerson('operator'), supervisor: demoPerson('supervisor') },
      ...{ pricing: demoPerson('pricing'), district: demoPerson('district', DEMO_DISTRICT) },
    }
    const fail = (error: Error) => {
      throw error
    }
    const config = demoConfig(folder.path, scratch?.config)
    const app = await startApp(config, createLog('warn'), fail, { accounts: Object.values(people) })
    stage.push(() => app.close())
    const district = makeDistrict({
      seed: DEMO_SEED,
      firstDay: dayOf(nowMs) - DEMO_DAYS - 1,
      days: DEMO_DAYS,
    })
    const waiting = await play(app, people, district, scratch, stage, keep, print)
    print(`\nDone in ${((performance.now() - startedMs) / 1000).toFixed(0)} s.`)
    if (!keep) {
      print(
        'Nothing is left behind. With "npm run demo -- --keep" the service stays: with links to the console that open a case.',
      )
      return null
    }
    const { analyst, reviewer, operator } = people
    const tokens = join(folder.path, 'demo-tokens.json')
    writeFileSync(tokens, JSON.stringify({ analyst: analyst.token, reviewer: reviewer.token }), {
      mode: 0o600,
    })
    print(`The service keeps running: its console is ${app.url}/console/, its API page ${app.url}/docs.`)
    print(`Its data are in ${folder.path}, the tokens of the two demo people in ${tokens}.`)
    for (const line of await doorLines(app.url, operator, waiting)) print(line)
    print('Ctrl-C ends it; the data stays.')
    return app
  } finally {
    if (!keep) for (const strike of stage.reverse()) await strike()
  }
}

const demoConfig = (folder: string, engines: Config | undefined): Config => ({
  ...(engines ?? readConfig({})),
  DIANSHAO_DATA: folder,
  DIANSHAO_PORT: 0,
  DIANSHAO_ROLES: [...ProcessRole.options],
  DIANSHAO_ALLOW_PRIVATE_ENDPOINTS: true,
})

/** Of the demo alone: a service that is put to use has no account that nobody made. */
const demoPerson = (role: Role, districtCode: string | null = null): NewAccount => ({
  ...{ name: role, role, supplyUnits: null, districtCode, department: '' },
  token: newToken(),
})

/** The two cases that wait, with who handles them; each where the demo was asked to leave some. */
interface Waiting {
  readonly toCheck: Case | undefined
  readonly toReview: Case | undefined
}

/** One-time links: whoever opens one sets a password and stands before a case that waits for just that person. */
const doorLines = async (
  url: string,
  { token }: NewAccount,
  { toCheck, toReview }: Waiting,
): Promise<string[]> => {
  const operator = createClient(url, token)
  const doorOf = async (who: string, one?: Case): Promise<string> => {
    const { link } = AccountLink.parse(await operator.call('POST', `/v1/accounts/${who}/invite`, json({})))
    const to = encodeURIComponent(one ? `/console/cases/${one.number}` : '/console/')
    return `  ${who.padEnd(10)} ${link?.replace('/welcome#', `/welcome?then=${to}#`)}`
  }
  return [
    'See for yourself: each link sets a password once, and the first two open a case that waits for you.',
    await doorOf('analyst', toCheck),
    await doorOf('reviewer', toReview),
    ...(await Promise.all(['district', 'supervisor', 'pricing', 'operator'].map(who => doorOf(who)))),
  ]
}

interface People {
  readonly analyst: NewAccount
  readonly reviewer: NewAccount
}

const play = async (
  app: App,
  people: People,
  district: District,
  engines: ScratchEngines | undefined,
  stage: Stage,
  keep: boolean,
  print: Print,
): Promise<Waiting> => {
  const analyst = createClient(app.url, people.analyst.token)
  const reviewer = createClient(app.url, people.reviewer.token)
  for (const line of openingLines(district, app.url)) print(line)
  const body = { type: 'text/csv', text: registryCsv(district) }
  const { added } = RegistryAnswer.parse(await analyst.call('POST', '/v1/registry', body))
  print(`\n1. Registry: ${added} meters taken in.`)
  const arrived = new Map<string, string[]>()
  await setUpReceivers(reviewer, district, arrived, stage)
  const collector = engines ? kafkaCollector(engines) : httpCollector(analyst)
  print(await replay(analyst, district, collector))
  const cases = await found(analyst)
  for (const line of foundLines(district, cases)) print(line)
  // Where the service stays, the two strongest cases wait for whoever comes to look.
  const [toCheck, toReview] = keep ? cases : []
  const told = keep ? cases.slice(2) : cases
  await release(analyst, reviewer, told, print)
  if (toReview) await submit(analyst, toReview)
  await awaitAlerts(arrived, told, print)
  print(await verified(analyst, cases))
  if (engines) for (const line of await engineLines(engines, cases)) print(line)
  return { toCheck, toReview }
}

/** One example receiver a district; each learns its secret when its endpoint is made. */
const setUpReceivers = async (
  reviewer: Client,
  district: District,
  arrived: Map<string, string[]>,
  stage: Stage,
): Promise<void> => {
  for (const code of new Set(district.meters.map(meter => meter.districtCode))) {
    let secret = ''
    const receiver: Receiver = createReceiver({
      secret: () => secret,
      port: 0,
      host: '127.0.0.1',
      onAlert: (alert, id) => {
        if (alert.type === 'case.reported') arrived.set(alert.data.caseNumber, alertLines(alert, id))
      },
      onRefused: reason => {
        throw new CommandError(`A demo alert was refused: ${reason}`)
      },
    })
    const url = `http://127.0.0.1:${await receiver.listen()}/alerts`
    stage.push(() => receiver.close())
    const made = await reviewer.call('POST', '/v1/endpoints', json({ districtCode: code, url }))
    secret = EndpointSecret.parse(made).secret ?? ''
  }
}

const found = async (client: Client): Promise<Case[]> => {
  const page = CasePage.parse(await client.call('GET', '/v1/cases?limit=500'))
  const cases: Case[] = []
  for (const { id } of page.cases) cases.push(Case.parse(await client.call('GET', `/v1/cases/${id}`)))
  const highest = (one: Case): number => Math.max(...one.charges.map(({ score }) => score))
  return cases.sort((a, b) => highest(b) - highest(a))
}

const submit = (analyst: Client, { id }: Case): Promise<unknown> =>
  analyst.call('POST', `/v1/cases/${id}/submit`, json({ reason: '演示：曲线与证据已核查' }))

const release = async (
  analyst: Client,
  reviewer: Client,
  cases: readonly Case[],
  print: Print,
): Promise<void> => {
  for (const one of cases) {
    await submit(analyst, one)
    const agreed = json({ reason: '演示：同意上报' })
    CaseDone.parse(await reviewer.call('POST', `/v1/cases/${one.id}/release`, agreed))
  }
  print(`\n4. Two people: the analyst submitted ${cases.length} cases, the reviewer released them (四眼).`)
}

/** Makes every case anew, and tells how many come out the same. */
const verified = async (client: Client, cases: readonly Case[]): Promise<string> => {
  let identical = 0
  for (const { id } of cases) {
    const { verdict } = Verification.parse(await client.call('GET', `/v1/cases/${id}/verify`))
    if (verdict === 'identical') identical += 1
  }
  return `\n6. Made anew from stored readings, registry and rules: ${identical} of ${cases.length} cases identical (dianshao verify).`
}

const awaitAlerts = async (
  arrived: ReadonlyMap<string, string[]>,
  cases: readonly Case[],
  print: Print,
): Promise<void> => {
  const deadlineMs = performance.now() + DELIVERED_WITHIN_MS
  while (arrived.size < cases.length) {
    if (performance.now() > deadlineMs) throw new CommandError('The demo alerts did not arrive in time.')
    await pause(WAIT_MS)
  }
  print('\n5. At the districts’ receivers, each alert verified by its signature (Standard Webhooks):')
  for (const { number } of cases) for (const line of arrived.get(number) ?? []) print(`   ${line}`)
}
