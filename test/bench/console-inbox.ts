import { startService } from '../acceptance/support/cli.ts'
import { launch } from '../browser/support/chromium.ts'
import { look, type Sight } from './console-visit.ts'
import { fillCases } from './many-cases.ts'
import { type Figure, medianAndWorst, percentileMs } from './measure.ts'
import { withFolder } from './service.ts'

const CASES = 20_000
const ROUNDS = 5
const PATH = '/console/inbox?scope=all'
const WHEEL_PX = 600
const TO_ROW = 2_000
const JUMPS = [0.25, 0.5, 0.75, 1, 0.1, 1]
const LONG_MS = 200

/** A list of 20,000 cases: its first rows, the wheel down to row 2,000, and jumps to anywhere and to its end. */
export const benchInbox = (): Promise<Figure[]> =>
  withFolder(async folder => {
    await fillCases(folder, CASES)
    const service = await startService(folder)
    const browser = await launch()
    try {
      const sight = await look(browser, service.url, service.tokens.operator)
      return [await firstRows(sight), ...(await byWheel(sight)), ...(await byJumps(sight))]
    } finally {
      await browser.close()
      await service.kill()
    }
  })

const OF = `inbox of ${CASES.toLocaleString('en')} cases`

const firstRows = async (sight: Sight): Promise<Figure> => {
  const durations: number[] = []
  const workMs: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    await sight.goCold(PATH)
    durations.push(await sight.probe('firstRows()'))
    workMs.push(await sight.workedMs())
  }
  return {
    what: `${OF}, first rows, nothing cached`,
    value: medianAndWorst(durations),
    beside: `aim 1 s; main thread ${medianAndWorst(workMs)} of CPU`,
  }
}

interface Frames {
  readonly gaps: number[]
  readonly longTasks: number[]
  readonly mostRows: number
}

const byWheel = async (sight: Sight): Promise<Figure[]> => {
  await sight.page.locator('.ant-table-tbody-virtual-holder').hover()
  const before = await sight.workedMs()
  await sight.probe('begin()')
  let steps = 0
  for (; (await rowInView(sight)) < TO_ROW; steps++) await sight.page.mouse.wheel(0, WHEEL_PX)
  return framesOf(
    sight,
    before,
    `${OF}, the wheel to row ${TO_ROW.toLocaleString('en')}`,
    `${steps} steps of ${WHEEL_PX} px`,
  )
}

/** Cases are numbered as they lie. */
const rowInView = async ({ page }: Sight): Promise<number> => {
  const numbers = await page.locator('.ant-table-row a').allTextContents()
  return Math.max(0, ...numbers.map(number => Number(number.split('-')[1] ?? 0)))
}

interface Jump {
  readonly ms: number
  readonly first: string
  readonly last: string
  readonly shown: number
}

const byJumps = async (sight: Sight): Promise<Figure[]> => {
  const before = await sight.workedMs()
  await sight.probe('begin()')
  const durations: number[] = []
  let last: Jump | undefined
  for (const share of JUMPS) {
    last = await sight.probe<Jump>(`jump(${share})`)
    durations.push(last.ms)
  }
  return [
    {
      what: `${OF}, a jump anywhere, until every row in view is there`,
      value: medianAndWorst(durations),
      beside: `${JUMPS.length} jumps; at the end ${last!.shown} rows to ${last!.last}`,
    },
    ...(await framesOf(sight, before, `${OF}, the jumps`, `${JUMPS.length} jumps`)),
  ]
}

const framesOf = async (sight: Sight, workedMs: number, what: string, how: string): Promise<Figure[]> => {
  const worked = (await sight.workedMs()) - workedMs
  const { gaps, longTasks, mostRows } = await sight.probe<Frames>('end()')
  const long = longTasks.filter(ms => ms > LONG_MS)
  await sight.devtools.send('HeapProfiler.collectGarbage')
  const { metrics } = await sight.devtools.send('Performance.getMetrics')
  const heap = metrics.find(({ name }) => name === 'JSHeapUsedSize')!.value
  return [
    {
      what: `${what}: frames`,
      value: `p50 ${percentileMs(gaps, 50)}, p95 ${percentileMs(gaps, 95)}, worst ${percentileMs(gaps, 100)}`,
      beside: `aim no task over ${LONG_MS} ms: ${long.length} of ${longTasks.length} over 50 ms; ${how}, main thread ${worked.toFixed(0)} ms of CPU`,
    },
    {
      what: `${what}: most rows in the page, JS heap`,
      value: `${mostRows} rows, ${(heap / 1e6).toFixed(0)} MB`,
      beside: 'aim as many as are in view',
    },
  ]
}
