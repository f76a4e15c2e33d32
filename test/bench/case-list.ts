import { type Service, startService } from '../acceptance/support/cli.ts'
import { ASKING, fillCases } from './many-cases.ts'
import { type Figure, measure, percentileMs } from './measure.ts'
import { withFolder } from './service.ts'

const CASES = 100_000
const TIMES = 60
const AIM = 'aim p95 100 ms'

/** What is asked, by whom. `?` stands for another piece of text each time. */
const ASKED: readonly (readonly [string, keyof typeof ASKING, string])[] = [
  ['inbox by priority', 'all', 'inbox=true'],
  ['inbox by priority, its tenth page', 'all', 'inbox=true'],
  ['mine, waiting', 'all', 'inbox=true&mine=true'],
  ['mine, all', 'all', 'mine=true'],
  ['unassigned, waiting', 'all', 'inbox=true&unassigned=true'],
  ['one district, waiting', 'all', 'inbox=true&district=500107'],
  ['one district, all', 'all', 'district=500107'],
  ['overdue, by deadline', 'all', 'overdue=true&sort=due'],
  ['overdue and red, by priority', 'all', 'inbox=true&overdue=true&level=red'],
  ['text: part of a name', 'all', 'text=永盛机械厂?'],
  ['text: a 户号', 'all', 'text=5077?'],
  ['text: nobody', 'all', 'text=nobody?'],
  ['text: nobody, by priority', 'all', 'text=nobody?&sort=priority'],
  ['text: nobody, with how many there are', 'all', 'text=nobody?&count=true'],
  ['text in the inbox', 'all', 'inbox=true&text=hengtai%20steel?'],
  ['text in the inbox: nobody', 'all', 'inbox=true&text=nobody?'],
  ['newest first, with how many there are', 'all', 'sort=opened&count=true'],
  ['inbox by priority, a look at its end', 'all', 'inbox=true&skip=13400&count=true'],
  ['all, a look at its end', 'all', 'skip=99900&count=true'],
  ['by level', 'all', 'sort=level'],
  ['by trade, closed', 'all', 'industry=31&state=closed'],
  ['behind one supply unit: inbox', 'unit', 'inbox=true'],
  ['behind one supply unit: all', 'unit', 'count=true'],
  ['behind one supply unit: text', 'unit', 'text=永盛机械厂?'],
  ['behind one supply unit: text, nobody', 'unit', 'text=nobody?'],
  ['behind one supply unit: unassigned', 'unit', 'inbox=true&unassigned=true'],
  ['behind one district: waiting', 'district', 'inbox=true'],
  ['behind one district: all', 'district', 'count=true'],
  ['behind one district: text, nobody', 'district', 'text=nobody?'],
]

/** Pages of a store with 100,000 cases, asked over loopback HTTP one after the other. */
export const benchCaseList = (): Promise<Figure[]> =>
  withFolder(async folder => {
    await fillCases(folder, CASES)
    const service = await startService(folder)
    try {
      const figures: Figure[] = []
      for (const [what, who, query] of ASKED) {
        const after = what.includes('tenth') ? `&after=${await nextAfter(service, who, query, 9)}` : ''
        figures.push(await figureOf(service, what, who, query + after))
      }
      return figures
    } finally {
      await service.kill()
    }
  })

const figureOf = async (
  service: Service,
  what: string,
  who: keyof typeof ASKING,
  query: string,
): Promise<Figure> => {
  const durations: number[] = []
  let cases = 0
  for (let i = 0; i < TIMES; i++) {
    const { seconds } = await measure(async () => {
      cases = (await page(service, who, query.replace('?', String(i % 10)))).cases.length
    })
    durations.push(seconds * 1_000)
  }
  return {
    what: `${CASES.toLocaleString('en')} cases, ${what}`,
    value: `p50 ${percentileMs(durations, 50)}, p95 ${percentileMs(durations, 95)} (${cases} on the page)`,
    beside: AIM,
  }
}

interface Page {
  readonly cases: readonly object[]
  readonly next: string | null
}

const page = async (service: Service, who: keyof typeof ASKING, query: string): Promise<Page> => {
  const response = await fetch(`${service.url}/v1/cases?limit=100&${query}`, {
    headers: { authorization: `Bearer ${ASKING[who].token}` },
  })
  if (!response.ok) throw new Error(`${query} answered ${response.status}: ${await response.text()}`)
  return (await response.json()) as Page
}

const nextAfter = async (service: Service, who: keyof typeof ASKING, query: string, pages: number) => {
  let after = ''
  for (let i = 0; i < pages; i++) {
    const { next } = await page(service, who, after === '' ? query : `${query}&after=${after}`)
    after = next!
  }
  return after
}
