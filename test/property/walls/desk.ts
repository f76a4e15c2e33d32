import { createHash } from 'node:crypto'
import type { Account } from '../../../schemas/account.ts'
import { dayOf, dayText } from '../../../schemas/day.ts'
import { newToken } from '../../../services/accounts/index.ts'
import type { AnswerOf, CommandName, Order } from '../../../services/desk/index.ts'
import type { Office } from '../../services/api/office.ts'
import {
  ANALYST,
  COUNTY,
  customerOf,
  HOUSE,
  INSIDER,
  OPERATOR,
  ownMark,
  PEOPLE,
  PLACES,
  type PlaceOfCase,
  REVIEWER,
  SUPERVISOR,
  textOf,
} from './places.ts'

const FURNACE = 'induction-furnace'
const DAYS_LATE = 40

type Granted<N extends CommandName> = Exclude<AnswerOf<N>, { readonly refused: unknown }>

/** What is done at the desk, as the people do it. */
export const createDesk = ({ station }: Office) => {
  /** Throws when it is refused. */
  const give = async <N extends CommandName>(name: N, body: object, actor: Account): Promise<Granted<N>> => {
    const order = { name, body, actor } as unknown as Order<N>
    const answer = await station.engine.carryOut(order)
    if ('refused' in answer) throw new Error(`${name} by ${actor.name}: ${answer.refused.detail}`)
    return answer as Granted<N>
  }
  const idOf = async (name: string): Promise<string> => {
    const cases = station.ports.store.db.selectFrom('cases').select('id')
    return (await cases.where('customer_id', '=', customerOf(name)).executeTakeFirstOrThrow()).id
  }
  const addFile = async (caseId: string, name: string, shared: boolean, actor: Account): Promise<string> => {
    const content = new TextEncoder().encode(name)
    const sha256 = createHash('sha256').update(content).digest('hex')
    const body = { caseId, name: `${name}.txt`, note: name, shared, mediaType: 'text/plain', sha256, content }
    return (await give('file', body, actor)).file.id
  }
  return { give, idOf, addFile, station }
}

type Desk = ReturnType<typeof createDesk>

/** Cases of every kind, each brought there by what people do, with all that may be written in it. */
export const workAtDesk = async (office: Office): Promise<void> => {
  const desk = createDesk(office)
  await openByHand(desk)
  await merge(desk)
  for (const place of PLACES) await bringTo(desk, place)
  for (const place of PLACES) await writeIn(desk, place)
  await answerLead(desk)
  for (const place of PLACES) await answerFor(desk, place)
  await keepService(desk)
}

const openByHand = ({ give }: Desk) => {
  const body = { customerId: customerOf('I'), signature: FURNACE, source: 'survey', level: 'orange' }
  return give('open-by-hand', { ...body, note: textOf({ name: 'I' }) }, INSIDER)
}

/** Both with a proposal of one person. */
const merge = async ({ give, idOf }: Desk): Promise<void> => {
  for (const name of ['G', 'H']) {
    const outcome = { outcome: 'confirmed', cause: null, inspectedOn: null, metRunning: null }
    const note = `${textOf({ name })} ${HOUSE}`
    const body = { caseId: await idOf(name), signature: FURNACE, outcome: { ...outcome, note } }
    await give('outcome', body, INSIDER)
  }
  const body = {
    caseId: await idOf('G'),
    with: [await idOf('H')],
    reason: `${textOf({ name: 'G' })} ${HOUSE}`,
  }
  await give('merge', body, ANALYST)
}

const bringTo = async ({ give, idOf, station }: Desk, place: PlaceOfCase): Promise<void> => {
  const { name, state, department } = place
  const caseId = await idOf(name)
  const reason = textOf(place)
  if (state === 'merged' || state === 'to-check') return
  await give('move', { caseId, action: 'submit', reason: `${reason} ${HOUSE}` }, INSIDER)
  if (state === 'to-review') return
  await give('move', { caseId, action: 'release', reason }, REVIEWER)
  if (state === 'closed') {
    const outcome = { outcome: 'confirmed', cause: null, note: reason, inspectedOn: null, metRunning: null }
    await give('outcome', { caseId, signature: FURNACE, outcome }, REVIEWER)
  }
  await station.ports.store.transact(async trx => {
    await trx.updateTable('cases').set({ department }).where('id', '=', caseId).execute()
  })
}

/** Comments and files, for the house and for all, and what stays in the house. */
const writeIn = async ({ give, idOf, addFile }: Desk, place: PlaceOfCase): Promise<void> => {
  const caseId = await idOf(place.name)
  const [own, all] = [`${textOf(place)} ${HOUSE}`, `${textOf(place)} for all`]
  await addFile(caseId, all, true, REVIEWER)
  await addFile(caseId, own, false, INSIDER)
  const fileId = await addFile(caseId, `${own} withdrawn`, true, INSIDER)
  await give('withdraw-file', { caseId, fileId, reason: own }, INSIDER)
  if (place.state === 'merged') return
  await give('comment', { caseId, text: own, audience: 'internal' }, INSIDER)
  await give('comment', { caseId, text: all, audience: 'all' }, REVIEWER)
  if (place.state === 'closed') return
  await give('assign', { caseId, to: INSIDER.name, reason: own }, INSIDER)
  await give('urge', { caseId, reason: own }, SUPERVISOR)
  const isTold = !['to-check', 'on-site', 'to-review'].includes(place.state)
  if (isTold) await give('propose-alert', { caseId, kind: 'update', cause: null, reason: own }, INSIDER)
}

/** The district reports back of the lead, with a file of its own. */
const answerLead = async ({ give, idOf, addFile }: Desk): Promise<void> => {
  const caseId = await idOf('G')
  const note = textOf({ name: 'G' })
  const fileIds = [await addFile(caseId, `${note} of the district`, false, COUNTY)]
  await give('move', { caseId, action: 'acknowledge' }, COUNTY)
  const found = [{ signature: FURNACE, found: 'confirmed', text: note }]
  const feedback = { found, measures: [], inspectedOn: null, note, fileIds }
  await give('answer', { caseId, feedback }, COUNTY)
}

/** Sleep, and who answers for the customer. */
const answerFor = async ({ give, idOf, station }: Desk, place: PlaceOfCase): Promise<void> => {
  const caseId = await idOf(place.name)
  const reason = `${textOf(place)} ${HOUSE}`
  if (place.state !== 'closed' && place.state !== 'merged') await give('snooze', { caseId, reason }, INSIDER)
  const until = dayText(dayOf(station.clock.now()) + 200)
  const entry = { signature: 'crypto-mining', owner: reason, reason, document: reason, until }
  const body = { customerId: customerOf(place.name), ...entry }
  const { knownGood } = await give('propose-known-good', body, ANALYST)
  if (place.state !== 'to-check') {
    await give('decide-known-good', { id: knownGood.id, action: 'release', reason: '' }, REVIEWER)
  }
}

/** Tokens and names of everybody, a switch, a deadline, overdue cases, sealed days. */
const keepService = async ({ give, station }: Desk): Promise<void> => {
  const { clock, engine, ports } = station
  for (const account of PEOPLE) {
    const label = ownMark(account)
    const tokenHash = createHash('sha256').update(newToken()).digest('hex')
    const token = { account: account.name, label, abilities: null, days: 90, tokenHash, within: null }
    await give('make-token', token, account)
    await ports.store.transact(async trx => {
      await trx.updateTable('account').set({ full_name: label }).where('name', '=', account.name).execute()
    })
  }
  await give('switch', { district: '500118', level: 'yellow', on: true, reason: HOUSE }, OPERATOR)
  await give('deadline', { state: 'to-check', workingDays: 4, reason: HOUSE }, SUPERVISOR)
  clock.set(clock.now() + DAYS_LATE * 86_400_000)
  await engine.settle()
  await engine.followDeadlines(clock.now())
  await engine.sealAudit(clock.now())
}
