import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import type { Role } from '../../../schemas/account.ts'
import { CasePage, type CaseSummary } from '../../../schemas/case-list.ts'
import { readConfig } from '../../../schemas/config.ts'
import { AccountLink } from '../../../schemas/sign-in.ts'
import type { NewAccount } from '../../../services/accounts/index.ts'
import { startApp } from '../../../services/app.ts'
import { type Client, createClient, json } from '../../../services/commands/client.ts'
import { importFiles, sample } from '../../../services/commands/index.ts'
import { createLog } from '../../../services/log.ts'
import { person, withToken } from '../../support/people.ts'
import { launch } from './chromium.ts'
import { openVisit, type Visit } from './visit.ts'

const WAIT_MS = 200
const PASSWORD = 'a fence of seven boards'
export const DISTRICT = '500115'

/** Those who sign in by a page; the operator, who invites them, and a second analyst work by token. */
const PEOPLE = [
  person('analyst', 'analyst'),
  person('colleague', 'analyst'),
  person('reviewer', 'reviewer'),
  person('supervisor', 'supervisor'),
  person('operator', 'operator'),
  person('auditor', 'auditor'),
  person('pricing', 'pricing'),
  person('releaser', 'pricing'),
  person('district', 'district', { districtCode: DISTRICT }),
].map(withToken)

/** A service, a browser, and people who can sign in. */
export interface Scene {
  readonly url: string
  readonly browser: Browser
  readonly as: (name: string) => Client
  /** A page that somebody has just signed in at, by the invitation the first time, then by the password */
  readonly enter: (name: string, options?: EnterOptions) => Promise<Visit>
  readonly cases: () => Promise<CaseSummary[]>
  close(): Promise<void>
}

export interface EnterOptions {
  readonly look?: 'light' | 'dark'
  /** Where to, instead of the person's first page */
  readonly to?: string
  /** Instead of the service’s own address */
  readonly at?: string
}

/** The demo's district, judged and waiting for people. */
export const openScene = async (): Promise<Scene> => {
  const scene = await openEmptyScene()
  const files = mkdtempSync(join(tmpdir(), 'dianshao-browser-'))
  const silent = (): void => {}
  await sample(files, Date.now(), silent)
  const named = { meters: join(files, 'meters.csv'), readings: join(files, 'readings.csv.gz') }
  const token = tokenOf('operator')
  await importFiles({ url: scene.url, token, ...named }, silent, new AbortController().signal)
  rmSync(files, { recursive: true })
  while (await isWaiting(scene)) await new Promise(resolve => setTimeout(resolve, WAIT_MS))
  return scene
}

const isWaiting = async ({ as, cases }: Scene): Promise<boolean> => {
  const { waiting } = (await as('operator').call('GET', '/v1/status')) as { waiting: number }
  return waiting > 0 || (await cases()).length === 0
}

/** The same with nothing in it. */
export const openEmptyScene = async (): Promise<Scene> => {
  const folder = mkdtempSync(join(tmpdir(), 'dianshao-browser-'))
  const settings = { DIANSHAO_DATA: folder, DIANSHAO_ALLOW_PRIVATE_ENDPOINTS: 'true' }
  const config = { ...readConfig(settings), DIANSHAO_PORT: 0 }
  const fail = (error: Error): never => {
    throw error
  }
  const app = await startApp(config, createLog('error'), fail, { accounts: PEOPLE })
  const browser = await launch()
  const as = (name: string): Client => createClient(app.url, tokenOf(name))
  const invited = new Set<string>()
  return {
    url: app.url,
    browser,
    as,
    enter: async (name, options = {}) => {
      const visit = await openVisit(browser, options.at ?? app.url, options)
      if (invited.has(name)) await visit.signIn(name, PASSWORD)
      else {
        invited.add(name)
        const answer = await as('operator').call('POST', `/v1/accounts/${name}/invite`, json({}))
        await visit.accept(AccountLink.parse(answer).link!, PASSWORD)
      }
      return visit
    },
    cases: async () => CasePage.parse(await as('analyst').call('GET', '/v1/cases?limit=500')).cases,
    close: async () => {
      await browser.close()
      await app.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const tokenOf = (who: Role | string): string => PEOPLE.find((one: NewAccount) => one.name === who)!.token
