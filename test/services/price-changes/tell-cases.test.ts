import { describe, expect, it } from 'vitest'
import { showCase } from '../../../services/cases/index.ts'
import { analyst, district, NOW_MS } from '../cases/desk.ts'
import { clerk, second } from './clerks.ts'
import { decision, pricingDesk } from './pricing-desk.ts'

describe('a decision that names a case', () => {
  it('is told in the case once it is released, and stands there as corrections and ends leave it', async () => {
    const { desk, propose, decide, release, entriesOf } = await pricingDesk()
    await desk.suspect([{ score: 0.95 }])
    const { id, number, version } = await desk.bringTo('reported')
    const shown = async (account = analyst) => (await showCase(desk.store.db, id, account, NOW_MS))!.decisions
    const lines = decision(
      { caseNumber: number },
      { caseNumber: number, customerId: 'C2' },
      { customerId: 'C3' },
    )
    const change = await propose(lines)
    expect(await shown()).toEqual([])
    expect(await decide(change)).toEqual([])
    const standing = {
      ...{ customerId: 'C1', caseNumber: number, category: '淘汰类', from: '2024-06-01' },
      ...{ lastDay: null, endedBy: null, document: { documentNo: '示例〔2024〕5号' } },
    }
    // Of the customer of the case alone: the line of another is not for who reads this one.
    for (const account of [analyst, district, clerk]) {
      const seen = await shown(account)
      expect(seen).toHaveLength(1)
      expect(seen).toMatchObject([standing])
      expect(JSON.stringify(seen)).not.toContain(second.name)
    }
    const { entries, whole } = await desk.audit()
    expect(whole).toBe(true)
    expect(entries.filter(({ action }) => action === 'decision')).toMatchObject([
      {
        actor: second.name,
        from: 'reported',
        to: 'reported',
        detail: { documentNo: '示例〔2024〕5号', priceChange: change },
      },
    ])
    expect((await desk.theCase()).version).toBe(version)
    const line = (await entriesOf('C1'))[0]!.id
    await release(decision({ action: 'end', entryId: line, from: '2024-09-01' }))
    expect(await shown()).toMatchObject([{ ...standing, lastDay: '2024-08-31', endedBy: expect.any(String) }])
  })
})
