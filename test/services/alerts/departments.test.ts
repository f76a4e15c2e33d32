import { describe, expect, it } from 'vitest'
import { EndpointBody } from '../../../schemas/endpoint.ts'
import { listAlerts, newSecret } from '../../../services/alerts/index.ts'
import { type Desk, district, reviewer, testDesk } from '../cases/desk.ts'

const make = async (desk: Desk, department: string): Promise<string> => {
  const url = `https://${department || 'whole'}.example/`
  const body = {
    ...EndpointBody.parse({ districtCode: '500107', department, url }),
    secret: newSecret(),
  }
  const made = await desk.order('make-endpoint', body, reviewer)
  if ('refused' in made) throw new Error(made.refused.detail)
  return made.endpoint.id
}

const told = async (desk: Desk) => {
  const [alert] = await listAlerts(desk.store.db, { limit: 9 })
  return {
    department: alert!.department,
    at: alert!.deliveries.map(({ endpointId, status }) => [endpointId, status]),
  }
}

const pass = (desk: Desk, department: string) => desk.does(district, 'pass', { department })

const openedDesk = async () => {
  const desk = await testDesk()
  const whole = await make(desk, '')
  const industry = await make(desk, 'industry')
  const prices = await make(desk, 'prices')
  await desk.suspect([{ score: 0.95 }])
  await desk.bringTo('reported')
  return { desk, whole, industry, prices }
}

describe('endpoints of departments', () => {
  it('get the alerts of a case once it is passed to them, and not before', async () => {
    const { desk, whole, industry } = await openedDesk()
    expect(await told(desk)).toEqual({ department: '', at: [[whole, 'waiting']] })
    await pass(desk, 'industry')
    expect(await told(desk)).toEqual({
      department: 'industry',
      at: [
        [whole, 'waiting'],
        [industry, 'waiting'],
      ],
    })
  })

  it('get nothing more of a case that was taken back, passed on or undone', async () => {
    const { desk, whole, industry, prices } = await openedDesk()
    await pass(desk, 'industry')
    await pass(desk, 'prices')
    expect((await told(desk)).at).toEqual([
      [whole, 'waiting'],
      [prices, 'waiting'],
    ])
    await desk.does(district, 'undo', {})
    expect(await told(desk)).toEqual({
      department: 'industry',
      at: [
        [whole, 'waiting'],
        [industry, 'waiting'],
      ],
    })
    await pass(desk, '')
    expect(await told(desk)).toEqual({ department: '', at: [[whole, 'waiting']] })
  })

  it('that were tried already are tried no more, and that stays visible', async () => {
    const { desk, whole, industry } = await openedDesk()
    await pass(desk, 'industry')
    await desk.store.db
      .updateTable('delivery')
      .set({ attempts: 1, tries: 1 })
      .where('endpoint_id', '=', industry)
      .execute()
    await pass(desk, '')
    expect((await told(desk)).at).toEqual([
      [whole, 'waiting'],
      [industry, 'given-up'],
    ])
    // Switched off and on again it is not told after all.
    await desk.order('switch-endpoint', { id: industry, on: false, reason: '' }, reviewer)
    await desk.order('switch-endpoint', { id: industry, on: true, reason: '' }, reviewer)
    expect((await told(desk)).at).toEqual([
      [whole, 'waiting'],
      [industry, 'given-up'],
    ])
  })
})
