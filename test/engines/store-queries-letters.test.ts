import { expect, it } from 'vitest'
import { listAlertProposals, noteSuspicions } from '../../services/cases/index.ts'
import { listLetters, readLetter } from '../../services/letters/index.ts'
import { checkAlerts } from '../../services/verify/check-alerts.ts'
import { analyst, district, findingOf, openDesk, reviewer } from '../services/cases/desk.ts'
import { person } from '../support/people.ts'
import { sameOnBoth } from './support/both-stores.ts'

const walled = person('Far', 'reviewer', { supplyUnits: ['elsewhere'] })
const FURNACE = 'induction-furnace' as const

it('proposes, releases and withdraws what districts are told, and writes letters, alike', async () => {
  const { proposals, letters, differences, types } = await sameOnBoth(async ({ store }) => {
    const desk = await openDesk(undefined, store)
    await desk.suspect([{ score: 0.95 }])
    await desk.bringTo('reported')
    const before = findingOf('C1', { score: 0.95 })
    await store.transact(trx =>
      trx.updateTable('finding').set({ current: 0 }).where('id', '=', before.id).execute(),
    )
    await desk.suspect([{ score: 0.85, supersedes: before.id }], 'C1', null)
    await store.transact(trx => noteSuspicions(trx, [{ customerId: 'C1', signature: FURNACE }]))
    await desk.settle()
    const decide = (proposal: string) =>
      desk.does(reviewer, 'decide-alert', { proposal, action: 'release', reason: 'seen' })
    await decide('proposal-000001')
    const period = { from: '2024-06-01', to: '2024-06-01' }
    await desk.order('letter', { districtCode: '500107', department: '经信委', ...period }, reviewer)
    const receipt = { receivedOn: '2024-06-01', receivedBy: '办公室', documentNo: '' }
    await desk.order('letter-receipt', { id: 'letter-2024-00001', ...receipt }, reviewer)
    await desk.does(analyst, 'propose-alert', { kind: 'withdrawal', reason: '有误', cause: 'data-error' })
    await decide('proposal-000002')
    const page = { limit: 9 }
    const checks = await checkAlerts(store.db, await desk.theCase())
    return {
      proposals: await listAlertProposals(store.db, reviewer, { ...page, state: 'released' }),
      hidden: await listAlertProposals(store.db, walled, page),
      letters: await listLetters(store.db, reviewer, page),
      own: await listLetters(store.db, { ...district, department: '经信委' }, page),
      others: await listLetters(store.db, walled, {
        ...page,
        district: '500107',
        after: 'letter-2024-00000',
      }),
      page: Buffer.from(await readLetter(store.db, 'letter-2024-00001')).toString('utf8'),
      case: await desk.theCase(),
      differences: checks.flatMap(check => check.differences),
      types: (await desk.outbox()).map(({ body }) => (JSON.parse(body) as { type: string }).type).sort(),
    }
  })
  expect(proposals.map(({ kind }) => kind)).toEqual(['update', 'withdrawal'])
  expect(letters).toMatchObject([{ receipt: { receivedBy: '办公室' } }])
  expect(differences).toEqual([])
  expect(types).toEqual(['case.reported', 'case.updated', 'case.withdrawn'])
})
