import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'

const BUILT = join(import.meta.dirname, '../../../services/console/dist/index.html')
const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

const PATH = process.env.CHROMIUM_PATH ?? PLACES.find(path => existsSync(path))

/** Why no page can be looked at here; undefined: one can. */
export const whyNot = (): string | undefined => {
  if (PATH === undefined)
    return 'The tests in a browser are skipped: there is no Chromium here (CHROMIUM_PATH names one).'
  if (!existsSync(BUILT))
    return 'The tests in a browser are skipped: the console is not built (npm run console).'
  return undefined
}

/** The system's browser. Its sandbox needs rights that a container's root seldom has. */
export const launch = (): Promise<Browser> =>
  chromium.launch({ executablePath: PATH!, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] })
