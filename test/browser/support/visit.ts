import type { Browser, Locator, Page } from 'playwright-core'

/** Somebody at the console: what they do, and what went wrong meanwhile. */
export interface Visit {
  readonly page: Page
  /** Errors in the browser's console, and requests to another host */
  readonly faults: string[]
  /** Clicks so far since the sign-in */
  readonly clicks: () => number
  readonly click: (what: Locator) => Promise<void>
  readonly accept: (link: string, password: string) => Promise<void>
  readonly signIn: (name: string, password: string) => Promise<void>
  readonly close: () => Promise<void>
}

interface VisitOptions {
  readonly look?: 'light' | 'dark'
  readonly to?: string
}

/** Long enough for a machine that does much besides */
const PATIENCE_MS = 30_000

/** Opens a browser profile of its own. */
export const openVisit = async (
  browser: Browser,
  url: string,
  { look = 'light', to }: VisitOptions = {},
): Promise<Visit> => {
  const context = await browser.newContext({
    ...{ viewport: { width: 1366, height: 768 }, locale: 'zh-CN', colorScheme: look },
    ...{ timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce' },
  })
  const page = await context.newPage()
  page.setDefaultTimeout(PATIENCE_MS)
  const faults: string[] = []
  let clicks = 0
  page.on('console', message => {
    const text = message.text()
    // The pages to sign in by have no icon.
    if (message.location().url.endsWith('/favicon.ico')) return
    if (message.type() === 'error') faults.push(`${text} ${message.location().url}`)
  })
  page.on('pageerror', error => faults.push(error.message))
  page.on('request', request => {
    const asked = request.url()
    if (!asked.startsWith(url) && !/^(data|blob):/.test(asked)) faults.push(`a request to ${asked}`)
  })
  const query = to === undefined ? '' : `?then=${encodeURIComponent(to)}`
  const send = async (): Promise<void> => {
    await page.click('button[type=submit]')
    await page.waitForURL('**/console/**')
    await page.locator('#content').waitFor()
  }
  return {
    page,
    faults,
    clicks: () => clicks,
    click: async what => {
      clicks += 1
      await what.click()
    },
    accept: async (link, password) => {
      await page.goto(link.replace('/welcome#', `/welcome${query}#`))
      await page.fill('#password', password)
      await page.fill('#again', password)
      await send()
    },
    signIn: async (name, password) => {
      await page.goto(`${url}/sign-in${query}`)
      await page.fill('#name', name)
      await page.fill('#password', password)
      await send()
    },
    close: () => context.close(),
  }
}
