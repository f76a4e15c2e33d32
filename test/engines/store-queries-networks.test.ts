import { expect, it } from 'vitest'
import { carryOut, type Order } from '../../services/desk/index.ts'
import { listNetworks, openNetworks } from '../../services/networks/index.ts'
import { NOW_MS } from '../services/cases/desk.ts'
import { person } from '../support/people.ts'
import { sameOnBoth } from './support/both-stores.ts'

const OP = person('Op', 'operator')

it('keeps listed networks alike', async () => {
  const answers = await sameOnBoth(async ({ store }) => {
    const give = (given: Order) =>
      store.transact(trx => carryOut(trx, given, { nowMs: NOW_MS, onConfirmed: async () => {} }))
    const list = (cidr: string) =>
      give({ name: 'list-network', body: { cidr, reason: 'an office' }, actor: OP })
    const said = [await list('10.20.0.0/16'), await list('fd12::/32'), await list('10.20.0.0/16')]
    said.push(await give({ name: 'end-network', body: { id: 'network-000001', reason: 'moved' }, actor: OP }))
    said.push(await list('10.20.0.0/16'))
    return {
      said,
      open: (await openNetworks(store.db)).toSorted(),
      first: await listNetworks(store.db, { limit: 1 }),
      rest: await listNetworks(store.db, { after: 'network-000001', limit: 9 }),
    }
  })
  expect(answers.open).toEqual(['10.20.0.0/16', 'fd12::/32'])
  expect(answers.first).toMatchObject([{ endedBy: 'Op', endReason: 'moved' }])
  expect(answers.rest).toMatchObject([{ id: 'network-000002' }, { id: 'network-000003', endedAt: null }])
})
