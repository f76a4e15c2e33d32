import { CasePage } from '../../schemas/case-list.ts'
import { parseDay } from '../../schemas/day.ts'
import { type Client, createClient } from '../../services/commands/client.ts'
import { makeFleet, registryCsv } from '../../services/simulator/index.ts'
import { startService } from '../acceptance/support/cli.ts'
import { launch } from '../browser/support/chromium.ts'
import { openScene } from '../browser/support/scene.ts'
import { look, type Sight, sightOf } from './console-visit.ts'
import { dayRowText, daysOf } from './fleet-days.ts'
import { type Figure, measure, medianAndWorst } from './measure.ts'
import { settled, withFolder } from './service.ts'

const ROUNDS = 9
const POINTS = 5_000
const DAYS = 35
const FIRST_DAY = parseDay('2026-09-01')
const SENDERS = 2
const METERS_PER_REQUEST = 50
/** Of a five-minute curve: three for each sample of a quarter of an hour */
const FINER = 3

/** A case page from the address and from the list, on the demo's data and beside 5,000 points of 35 days. */
export const benchCasePage = async (): Promise<Figure[]> => [...(await onDemo()), ...(await besideMany())]

const onDemo = async (): Promise<Figure[]> => {
  const scene = await openScene()
  try {
    const { page, close } = await scene.enter('analyst')
    const number = (await scene.cases()).find(({ charges }) => charges.length > 0)!.number
    return await figuresOf('demo', await sightOf(scene.url, page, close), number, 'aim 1 s')
  } finally {
    await scene.close()
  }
}

const besideMany = (): Promise<Figure[]> =>
  withFolder(async folder => {
    const service = await startService(folder)
    const browser = await launch()
    try {
      const client = createClient(service.url, service.tokens.analyst)
      const { seconds } = await measure(() => load(client))
      const { cases } = CasePage.parse(await client.call('GET', '/v1/cases?sort=level&limit=1'))
      const sight = await look(browser, service.url, service.tokens.operator)
      const what = `${POINTS.toLocaleString('en')} points of ${DAYS} days`
      const figures = await figuresOf(what, sight, cases[0]!.number, 'aim 2 s')
      await makeFiner(sight)
      const finer = await figuresOf(`${what}, a curve of 5 minutes`, sight, cases[0]!.number, 'aim 2 s')
      return [
        {
          what: `${what} taken in and judged`,
          value: `${seconds.toFixed(0)} s`,
          beside: 'as day rows over HTTP',
        },
        ...figures,
        ...finer,
      ]
    } finally {
      await browser.close()
      await service.kill()
    }
  })

/** Takes the points in as day rows, each meter's days after another's. */
const load = async (client: Client): Promise<void> => {
  const fleet = makeFleet({ meters: POINTS, days: DAYS, seed: 3, firstDay: FIRST_DAY })
  await client.call('POST', '/v1/registry', { type: 'text/csv', text: registryCsv(fleet) })
  const texts = rowTexts(fleet.csv('meter'))
  const send = async (): Promise<void> => {
    for (const text of texts) await client.call('POST', '/v1/readings', { type: 'text/csv', text })
  }
  await Promise.all(Array.from({ length: SENDERS }, send))
  await settled(client)
}

function* rowTexts(csv: Iterable<string>): Generator<string> {
  let lines = ''
  let meters = -1
  for (const chunk of csv) {
    // The first chunk is the header.
    if (++meters > 0) lines += chunk
    if (meters % METERS_PER_REQUEST === 0 && meters > 0) {
      yield dayRowText(daysOf(lines))
      lines = ''
    }
  }
}

/** The service's answer with each sample three times: 10,080 samples in 35 days. */
const makeFiner = async ({ page }: Sight): Promise<void> => {
  await page.route('**/v1/points/*/curve*', async route => {
    const answer = await route.fetch()
    const curve = (await answer.json()) as {
      days: { intervalMinutes: number; kw: number[]; kvar: number[] | null }[]
    }
    const finer = (values: number[]): number[] =>
      values.flatMap(value => Array.from({ length: FINER }, () => value))
    const days = curve.days.map(day => ({
      ...day,
      intervalMinutes: day.intervalMinutes / FINER,
      kw: finer(day.kw),
      kvar: day.kvar && finer(day.kvar),
    }))
    await route.fulfill({ response: answer, json: { ...curve, days } })
  })
}

interface Seen {
  readonly drawnMs: number
  readonly interactiveMs: number
}

const figuresOf = async (what: string, sight: Sight, number: string, aim: string): Promise<Figure[]> => {
  const cold: Seen[] = []
  const clicked: Seen[] = []
  const [coldWorkMs, clickedWorkMs]: [number[], number[]] = [[], []]
  for (let round = 0; round < ROUNDS; round++) {
    await sight.goCold(`/console/cases/${number}`)
    cold.push(await sight.probe('curve(0)'))
    coldWorkMs.push(await sight.workedMs())
    await sight.goCold('/console/inbox?scope=all&sort=level')
    await sight.probe('firstRows()')
    const listed = await sight.workedMs()
    clicked.push(await sight.probe('openFirst()'))
    clickedWorkMs.push((await sight.workedMs()) - listed)
  }
  const figure = (how: string, seen: readonly Seen[], workMs: readonly number[]): Figure => ({
    what: `case page, ${what}, ${how}`,
    value: `interactive ${medianAndWorst(seen.map(({ interactiveMs }) => interactiveMs))}, drawn ${medianAndWorst(seen.map(({ drawnMs }) => drawnMs))}`,
    beside: `${aim}; ${ROUNDS} rounds, main thread ${medianAndWorst(workMs)} of CPU`,
  })
  return [
    figure('by its address, nothing cached', cold, coldWorkMs),
    figure('by a click in the list', clicked, clickedWorkMs),
  ]
}
