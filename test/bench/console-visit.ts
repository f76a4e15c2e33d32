import { join } from 'node:path'
import type { Browser, CDPSession, Page } from 'playwright-core'
import { AccountLink } from '../../schemas/sign-in.ts'
import { createClient, json } from '../../services/commands/client.ts'
import { openVisit } from '../browser/support/visit.ts'

const PASSWORD = 'a fence of seven boards'
const PROBE = join(import.meta.dirname, 'console-probe.js')

/** Somebody at the console who measures. */
export interface Sight {
  readonly url: string
  readonly page: Page
  readonly devtools: CDPSession
  /** ms of CPU of the page's main thread since it was gone to, whatever else the computer does */
  readonly workedMs: () => Promise<number>
  /** Goes to an address as somebody who was never there, but is signed in */
  readonly goCold: (path: string) => Promise<void>
  /** What the page's probe answers */
  readonly probe: <T>(call: string) => Promise<T>
  readonly close: () => Promise<void>
}

/** Looks at a running service as its analyst, whom its operator invites. */
export const look = async (browser: Browser, url: string, operatorToken: string): Promise<Sight> => {
  const answer = await createClient(url, operatorToken).call('POST', '/v1/accounts/analyst/invite', json({}))
  const { page, accept, close } = await openVisit(browser, url)
  await accept(AccountLink.parse(answer).link!, PASSWORD)
  return sightOf(url, page, close)
}

/** The same for a page that somebody has signed in at. */
export const sightOf = async (url: string, page: Page, close: () => Promise<void>): Promise<Sight> => {
  await page.addInitScript({ path: PROBE })
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' })
  return {
    url,
    page,
    devtools,
    workedMs: async () => {
      const { metrics } = await devtools.send('Performance.getMetrics')
      return metrics.find(({ name }) => name === 'TaskDuration')!.value * 1_000
    },
    goCold: async path => {
      await devtools.send('Network.clearBrowserCache')
      await page.goto(url + path, { waitUntil: 'commit' })
    },
    probe: call => page.evaluate(`window.probe.${call}`),
    close,
  }
}
