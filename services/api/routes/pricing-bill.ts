import type { FastifyRequest } from 'fastify'
import { Bill, BillQuery, GivenBillBody } from '../../../schemas/bill.ts'
import { type EpochDay, parseDay } from '../../../schemas/day.ts'
import { wallOf } from '../../access/index.ts'
import { billCustomer, billGiven, meteringTree, readsBill } from '../../billing/index.ts'
import { createCalendar } from '../../calendar/index.ts'
import { accountAsking } from '../authenticate.ts'
import type { Api, ApiDeps } from '../deps.ts'
import { granted } from '../granted.ts'
import { periodOf } from '../period.ts'
import { nothingThere } from '../refused.ts'

const tags = ['pricing']

const DESCRIPTION = `By the lines of released decisions that hold on each day. A line of the bill for each stretch of one
rate, with its arithmetic; a rate or an energy that is not known makes a line without yuan, never 0. Energy: of the whole
account, or of the points a decision names; what hangs behind another meter is charged once. What is missing is estimated,
and told apart: a slot by the mean of the same slot of the nearest four days of its kind within 28 days, else of the known
slots of the day, else of all days known. Rounding: energy of a day to 0.001 kWh, each line half up to 0.01 yuan; the sum
is the sum of the lines.`

/** What a customer's surcharge comes to. Nothing is written: a bill is an answer, the grid company's billing charges. */
export const pricingBillRoutes = (api: Api, deps: ApiDeps): void => {
  const calendar = createCalendar()
  api.get(
    '/v1/pricing/bill',
    {
      config: { ability: 'pricing.read' },
      schema: {
        tags,
        summary: 'The surcharge of a customer over a period, from its readings, registers or judged days',
        description: DESCRIPTION,
        querystring: BillQuery,
        response: { 200: Bill },
      },
    },
    async request => {
      const { customer: customerId, knownAt, source, ...period } = request.query
      const { from, to } = periodOf(period)
      await customerPriced(deps, request, customerId, to)
      return granted(
        await billCustomer({ ...deps, calendar }, { customerId, from, to, source, knownAtMs: msOf(knownAt) }),
      )
    },
  )
  api.post(
    '/v1/pricing/bill',
    {
      config: { ability: 'pricing.read' },
      schema: {
        tags,
        summary: 'The surcharge of a customer on the energy of given reading cycles, by the mean day of each',
        description: DESCRIPTION,
        body: GivenBillBody,
        response: { 200: Bill },
      },
    },
    async request => {
      const { knownAt, ...given } = request.body
      const last = given.cycles.map(({ to }) => parseDay(to)).reduce((a, b) => Math.max(a, b))
      await customerPriced(deps, request, given.customerId, last)
      return granted(await billGiven(deps, given, msOf(knownAt)))
    },
  )
}

const msOf = (instant: string | undefined): number | undefined =>
  instant === undefined ? undefined : Date.parse(instant)

/** Throws the same problem for a customer behind a wall and for one that there is not. */
const customerPriced = async (
  { db, registry }: ApiDeps,
  request: FastifyRequest,
  customerId: string,
  day: EpochDay,
): Promise<void> => {
  const account = accountAsking(request)
  const tree = meteringTree(registry.entries(), registry.atPoint)
  const isThere = registry.hasCustomer(customerId) && (await readsBill(db, tree, account, customerId, day))
  if (!isThere) throw nothingThere(wallOf(account), `There is no customer ${customerId}.`, customerId)
}
