import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { CustomerListPage, RuleListPage } from '../../../schemas/price-list.ts'
import { type PricingOffice, pricingOffice } from '../../services/pricing/pricing-office.ts'
import { ENTERED, enterHistory, WORKS } from './works.ts'

const TEXT = readFileSync(new URL('../../../docs/pricing.md', import.meta.url), 'utf8')
const SECTION = TEXT.split('## Both lists on three past dates')[1]?.split('\n## ')[0] ?? ''

/** The rows of the table that follows a heading, cell by cell. */
const tableUnder = (heading: string): string[][] => {
  const [, part = ''] = SECTION.split(`\n### ${heading}\n`)
  const rows = part
    .split('\n### ')[0]!
    .split('\n')
    .filter(line => line.startsWith('| '))
  return rows.slice(1).map(line =>
    line
      .split('|')
      .slice(1, -1)
      .map(cell => cell.trim()),
  )
}

const DATES = ['2016-12-31', '2020-06-30', '2024-06-30'] as const

const office = async (): Promise<PricingOffice> => {
  const made = await pricingOffice(WORKS, ENTERED)
  await enterHistory(made)
  return made
}

const rulesOn = async ({ as }: PricingOffice, date: string) => {
  const { body } = await as('pricing.a', { url: `/v1/pricing/rules?day=${date}&limit=500` })
  const { rules }: RuleListPage = JSON.parse(body)
  return rules.map(one => [one.ruleId, one.category, one.yuanPerKwh ?? '', one.sourceStatus])
}

const customersOn = async ({ as }: PricingOffice, date: string, more = '') => {
  const { body } = await as('pricing.a', { url: `/v1/pricing/customers?day=${date}&limit=500${more}` })
  const { customers }: CustomerListPage = JSON.parse(body)
  return customers.map(one => [
    ...[one.customerId, one.category, String(one.step ?? ''), one.yuanPerKwh ?? 'not known'],
    ...[one.ruleId ?? '', one.sourceStatus, one.documentNo ?? ''],
  ])
}

describe('both lists on three past dates', () => {
  it('are those that docs/pricing.md shows', async () => {
    const made = await office()
    for (const date of DATES) {
      expect(tableUnder(`${date}: the tariff list`), date).toEqual(await rulesOn(made, date))
      expect(tableUnder(`${date}: the customer list`), date).toEqual(await customersOn(made, date))
    }
  })

  it('are as they were known before the second decision, when that is asked', async () => {
    const made = await office()
    const known = '&knownAt=2026-05-01T00:00:00%2B08:00'
    const heading = '2020-06-30 as known on 2026-05-01: the customer list'
    expect(tableUnder(heading)).toEqual(await customersOn(made, '2020-06-30', known))
  })

  it('differ from day to day as the document says', async () => {
    const made = await office()
    const on = async (date: string) => (await customersOn(made, date)).map(([id]) => id!.slice(-3))
    expect(await on('2016-12-31')).toEqual(['101', '103', '105'])
    expect(await on('2020-06-30')).toEqual(['102', '104', '105'])
    expect(await on('2024-06-30')).toEqual(['102', '104', '105', '106', '107'])
  })

  it('agree with what is handed over of the same day', async () => {
    const made = await office()
    for (const date of DATES) {
      const payload = { from: date, to: date }
      const { handOver } = (
        await made.as('pricing.a', { method: 'POST', url: '/v1/pricing/hand-overs', payload })
      ).json()
      const file = (await made.as('pricing.a', { url: `/v1/pricing/hand-overs/${handOver.id}/file` })).json()
      const listed = await customersOn(made, date)
      const told = file.lines.filter((line: { rates: object[] }) => line.rates.length > 0)
      expect(
        told.map((line: { customerId: string; rates: { yuanPerKwh: string }[] }) => [
          line.customerId,
          line.rates[0]!.yuanPerKwh,
        ]),
      ).toEqual(listed.filter(row => row[3] !== 'not known').map(row => [row[0], row[3]]))
      expect(file.withheld.map((line: { customerId: string }) => line.customerId)).toEqual(
        listed.filter(row => row[3] === 'not known').map(row => row[0]),
      )
    }
  })
})
