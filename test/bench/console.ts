import { whyNot } from '../browser/support/chromium.ts'
import { benchBytes } from './console-bytes.ts'
import { benchCasePage } from './console-case.ts'
import { benchInbox } from './console-inbox.ts'
import type { Figure } from './measure.ts'

/** The console in a real browser, 1366 x 768: what a first visit loads, the inbox and the case page. */
export const benchConsole = async (): Promise<Figure[]> => {
  const reason = whyNot()
  if (reason) return [{ what: 'the console', value: 'not measured', beside: reason }]
  return [...(await benchBytes()), ...(await benchInbox()), ...(await benchCasePage())]
}
