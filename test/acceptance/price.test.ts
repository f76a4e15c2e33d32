import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { dianshao, type Finished, withFolder } from './support/cli.ts'

const RECORDING = 'services/simulator/recordings/steel-works-2018.csv.gz'
const HEADER =
  'meter_id,customer_id,customer_name,district_code,industry_code,contract_kva,voltage_kv,interval_minutes,licensed_processes'
const WORKS = 'STEEL-1,5000000001,钢铁加工厂（DAEWOO 2018 实录）,500115,3130,1000,10,15,rolling'
const RULES =
  'CN-STEEL-ELIM-2017,CN-STEEL-REST-2017,CN-STEEL-OVERDUE-2017,CN-STEEL-TIER-2017:2,CN-PUNITIVE-2010-GE2X'

/** Its rows as they stand in the file: local time, kW, kvar. */
const rows = gunzipSync(readFileSync(RECORDING)).toString('utf8').trimEnd().split('\n').slice(1)

const price = (readings: readonly string[], ...more: string[]): Promise<Finished> =>
  withFolder(async folder => {
    const file = (name: string) => join(folder, name)
    writeFileSync(file('meters.csv'), `${HEADER}\n${WORKS}\n`)
    writeFileSync(file('readings.csv'), `${['meter_id,ts,kw,kvar', ...readings].join('\n')}\n`)
    return dianshao(['price', file('readings.csv'), '--meters', file('meters.csv'), ...more])
  })

const asReadings = (some: readonly string[]) =>
  some.map(row => `STEEL-1,${row.replace(/^([^,]*)/, '$1+08:00')}`)

describe('a year of a real steel works', () => {
  it.each([
    ['en', 'docs/pricing-steel-works.md'],
    ['zh', 'docs/pricing-steel-works.zh.md'],
  ])(
    'priced in %s is as %s shows it',
    async (lang, page) => {
      const { code, out, err } = await price(
        asReadings(rows),
        '--rule',
        RULES,
        '--year',
        '2018',
        '--lang',
        lang,
      )
      expect([code, err]).toEqual([0, ''])
      const shown = readFileSync(page, 'utf8').split('\n---\n')[1]!
      expect(out.trim()).toBe(shown.trim())
    },
    120_000,
  )

  it('comes to what whole numbers make of the recording', () => {
    const page = readFileSync('docs/pricing-steel-works.md', 'utf8')
    // 0.01 kW × ¼ h = 2.5 Wh; by the month in which a quarter hour begins
    const halfWh = new Map<string, bigint>()
    for (const row of rows) {
      const [at, kw] = row.split(',') as [string, string]
      const month = new Date(Date.parse(`${at.replace(' ', 'T')}:00Z`) - 60_000).toISOString().slice(0, 7)
      halfWh.set(month, (halfWh.get(month) ?? 0n) + BigInt(Math.round(Number(kw) * 100)) * 5n)
    }
    const yuan = (tenths: bigint): string => {
      // ½ Wh × 0.1 yuan/kWh = 5e-5 yuan: 200 of them are a fen
      const fen = [...halfWh.values()].reduce((sum, half) => sum + (half * tenths + 100n) / 200n, 0n)
      return `${fen / 100n}.${String(fen % 100n).padStart(2, '0')}`
    }
    const wh = [...halfWh.values()].reduce((sum, half) => sum + half, 0n) / 2n
    expect(wh).toBe(959_636_710n)
    expect(page).toContain(
      `| sum | 959636.710 | 0.000 | ${yuan(5n)} | ${yuan(1n)} | ${yuan(5n)} | 47981.82 | — |`,
    )
  })
})

describe('pricing a file', () => {
  const january = asReadings(rows.slice(0, 96 * 31))

  it('estimates what is missing and says so', async () => {
    const holed = january.filter((_, i) => i < 96 * 10 || i >= 96 * 11)
    const { out } = await price(holed, '--rule', 'CN-STEEL-REST-2017', '--lang', 'en')
    const [, kwh, estimated] = /\| 2018-01 \| ([\d.]+) \| ([\d.]+) \|/.exec(out) ?? []
    expect(Number(estimated)).toBeGreaterThan(1_000)
    expect(Math.abs(Number(kwh) - 126_238.29)).toBeLessThan(2_500)
  }, 60_000)

  it.each([
    ['CN-STEEL', undefined, /^There is no rule CN-STEEL\. There are: CN-DP8-ELIM-2006,/],
    ['CN-STEEL-TIER-2017:x', undefined, /names no step/],
    ['CN-STEEL-ELIM-2017', '2019', /no readings of 2019: they are of 2018-01-01 to 2018-01-31/],
  ])(
    'ends in a sentence for %s',
    async (rule, year, sentence) => {
      const { code, err } = await price(january, '--rule', rule, ...(year ? ['--year', year] : []))
      expect(code).toBe(1)
      expect(err).toMatch(sentence)
    },
    60_000,
  )

  it('refuses a file of which not every reading can be used', async () => {
    const { code, err } = await price(
      [...january, 'STEEL-1,2018-01-31 12:00+08:00,-5,'],
      '--rule',
      'CN-STEEL-ELIM-2017',
    )
    expect(code).toBe(1)
    expect(err).toMatch(/1 readings were rejected/)
  }, 60_000)
})
