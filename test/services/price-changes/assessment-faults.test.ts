import { describe, expect, it } from 'vitest'
import type { Assessment } from '../../../schemas/assessment.ts'
import type { SurchargeNotice } from '../../../schemas/decision.ts'
import type { PriceFault } from '../../../schemas/price-change.ts'
import { warningsOf } from '../../../services/price-changes/warnings.ts'
import { assessments, decision, notices, pricingDesk } from './pricing-desk.ts'

const placesOf = (faults: readonly PriceFault[]) => faults.map(({ row, column }) => [row, column])

describe('an assessment', () => {
  it.each<[string, Partial<Assessment>, string | null]>([
    ['as an authority makes it', {}, null],
    ['of nobody', { customerId: 'C9' }, 'customerId'],
    ['of a year after its document', { year: 2025 }, 'year'],
    ['of a document that is still to come', { documentDate: '2024-06-02' }, 'documentDate'],
    ['of today', { documentDate: '2024-06-01' }, null],
    ['in another unit', { kwhPerTonne: 13.471 }, 'kwhPerTonne'],
    ['of a line nothing is known of', { line: '转炉', kwhPerTonne: 13.471 }, null],
    ['of a line commissioned after the year', { commissionedOn: '2024-01-01' }, 'commissionedOn'],
    ['of a line commissioned in the year', { commissionedOn: '2023-12-31' }, null],
  ])('%s', async (_, change, column) => {
    const { faults } = await pricingDesk()
    expect(placesOf(await faults(assessments(change)))).toEqual(column === null ? [] : [[1, column]])
  })

  it('stands once in a table for a line and year', async () => {
    const { faults } = await pricingDesk()
    const twice = assessments({}, { year: 2022 }, { kwhPerTonne: 13_000 })
    expect(placesOf(await faults(twice))).toEqual([[3, 'line']])
  })

  it('that was released before is corrected, and a dry run says so', async () => {
    const { desk, faults, release } = await pricingDesk()
    await release(assessments({}))
    const again = assessments({ kwhPerTonne: 13_400 }, { year: 2022 }, { line: '铝水' })
    expect(await faults(again)).toEqual([])
    const warnings = await warningsOf(desk.store.db, again)
    expect(placesOf(warnings)).toEqual([
      [1, 'line'],
      [3, 'line'],
    ])
    expect(warnings[0]!.reason).toContain('13471')
  })
})

describe('a notice', () => {
  it.each<[string, Partial<SurchargeNotice>, string | null]>([
    ['as it is sent', {}, null],
    ['that was paid', { paidOn: '2024-05-01' }, null],
    ['to nobody', { customerId: 'C9' }, 'customerId'],
    ['with dates the wrong way round', { to: '2023-12-31' }, 'to'],
    ['that is still to come', { noticedOn: '2024-06-02' }, 'noticedOn'],
    ['paid before it was sent', { paidOn: '2024-03-31' }, 'paidOn'],
    ['paid tomorrow', { paidOn: '2024-06-02' }, 'paidOn'],
  ])('%s', async (_, change, column) => {
    const { faults } = await pricingDesk()
    expect(placesOf(await faults(notices(change)))).toEqual(column === null ? [] : [[1, column]])
  })

  it('is for days that no other is for', async () => {
    const { desk, faults, release } = await pricingDesk()
    const next = { from: '2024-03-31', to: '2024-04-30', noticedOn: '2024-05-02', documentNo: '8号' }
    expect(placesOf(await faults(notices({}, next, { customerId: 'C2' })))).toEqual([[2, 'from']])
    await release(notices({}))
    expect(placesOf(await faults(notices(next)))).toEqual([[1, 'from']])
    const paid = notices({ paidOn: '2024-05-01' })
    expect(await faults(paid)).toEqual([])
    expect(placesOf(await warningsOf(desk.store.db, paid))).toEqual([[1, 'documentNo']])
  })
})

describe('a decision that may be so', () => {
  it('is warned of when it reaches back behind its document, or rests on the case of another', async () => {
    const { desk } = await pricingDesk()
    await desk.suspect([{ score: 0.95 }])
    const { number } = await desk.bringTo('reported')
    const lines = decision(
      { from: '2024-05-19', caseNumber: number },
      { from: '2024-05-20' },
      { customerId: 'C2', caseNumber: number },
    )
    expect(placesOf(await warningsOf(desk.store.db, lines))).toEqual([
      [1, 'from'],
      [3, 'caseNumber'],
    ])
  })
})
