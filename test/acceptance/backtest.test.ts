import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { dayStartMs, parseDay, shanghaiText } from '../../schemas/day.ts'
import { Signature } from '../../schemas/finding.ts'
import type { Meter } from '../../schemas/meter.ts'
import { loadRecording, makeDistrict, readings, registryCsv } from '../../services/simulator/index.ts'
import { meter } from '../support/meters.ts'
import { dianshao, withFolder } from './support/cli.ts'

interface ScoreLine {
  meterId: string
  signature: string
  score: number
}

interface ChargeLine extends ScoreLine {
  customerId: string
  openedAt: string
  evidence: unknown[]
  tier: { yuanPerKwh: string; documentNo: string } | null
}

interface Outcome {
  out: string
  scores: ScoreLine[]
  charges: ChargeLine[]
}

const works = (meterId: string, rest: Partial<Meter> = {}): Meter =>
  meter({
    meterId,
    districtCode: '500112',
    industryCode: '3130',
    contractKva: 630,
    licensedProcesses: ['rolling'],
    ...rest,
  })

const backtest = (meters: readonly Meter[], lines: Iterable<string>, context?: object): Promise<Outcome> =>
  withFolder(async folder => {
    const file = (name: string) => join(folder, name)
    const read = <T>(name: string): T[] =>
      readFileSync(file(name), 'utf8')
        .split('\n')
        .filter(line => line !== '')
        .map(line => JSON.parse(line) as T)
    writeFileSync(file('meters.csv'), registryCsv({ meters }))
    writeFileSync(file('readings.csv'), ['meter_id,ts,kw,kvar', ...lines].join('\n'))
    if (context) writeFileSync(file('context.json'), JSON.stringify(context))
    const { code, out, err } = await dianshao([
      'backtest',
      ...['--meters', file('meters.csv'), '--readings', file('readings.csv')],
      ...(context ? ['--context', file('context.json')] : []),
      ...['--cases', file('cases.ndjson'), '--scores', file('scores.ndjson')],
    ])
    expect(err).toBe('')
    expect(code).toBe(0)
    return { out, scores: read<ScoreLine>('scores.ndjson'), charges: read<ChargeLine>('cases.ndjson') }
  })

const csv = (meterId: string, at: string, kw: number, kvar: number | null | undefined) =>
  `${meterId},${at},${kw},${kvar ?? ''}`

describe('backtest', () => {
  it('does not flag the real steel works in its whole year', async () => {
    const { firstDay, kw, kvar, intervalMinutes } = loadRecording('steel-works-2018')
    const startMs = dayStartMs(firstDay)
    const lines = Array.from(kw, (power, i) =>
      csv('STEEL', shanghaiText(startMs + (i + 1) * intervalMinutes * 60_000), power, kvar?.[i]),
    )
    const { out, scores, charges } = await backtest([works('STEEL')], lines)
    expect(out).toContain('35040 readings: 35040 accepted, 0 rejected')
    expect(charges).toEqual([])
    expect(scores.map(({ signature }) => signature).sort()).toEqual(Signature.options.toSorted())
    for (const { score } of scores) expect(score).toBeLessThan(0.5)
  })

  it('flags the constructed suspects of a district and no legal one, in either order of the file', async () => {
    const district = makeDistrict({ seed: 11, firstDay: parseDay('2026-03-02') })
    const lines = [...readings(district)].map(({ meterId, at, kw, kvar }) => csv(meterId, at, kw, kvar))
    const byTime = await backtest(district.meters, lines)
    const byMeter = await backtest(
      district.meters,
      lines.toSorted((a, b) => (a.slice(0, 9) < b.slice(0, 9) ? -1 : a.slice(0, 9) > b.slice(0, 9) ? 1 : 0)),
    )
    const truthOf = new Map(district.enterprises.map(({ meter: { meterId }, truth }) => [meterId, truth]))
    expect(byTime.charges.length).toBeGreaterThanOrEqual(4)
    for (const charge of byTime.charges) expect(charge.signature).toBe(truthOf.get(charge.meterId))
    for (const charge of byTime.charges) {
      expect(charge.openedAt).toMatch(/^2026-0[34]-\d\dT00:00:00\+08:00$/)
      expect(charge.evidence.length).toBeGreaterThanOrEqual(3)
      expect(charge.tier?.yuanPerKwh).toBe(charge.signature === 'induction-furnace' ? '0.50' : '0.30')
    }
    const byMeterId = (a: ScoreLine, b: ScoreLine) =>
      a.meterId + a.signature < b.meterId + b.signature ? -1 : 1
    expect(byMeter.scores).toEqual(byTime.scores)
    const withoutNumber = (charges: ChargeLine[]) =>
      charges.map(charge => ({ ...charge, caseNumber: '' })).sort(byMeterId)
    expect(withoutNumber(byMeter.charges)).toEqual(withoutNumber(byTime.charges))
  })

  it('accepts an unknown district, an unknown licence and a context with keys of its own', async () => {
    const at = (i: number) => shanghaiText(dayStartMs(parseDay('2024-10-01')) + i * 900_000)
    const lines = Array.from({ length: 192 }, (_, i) => csv('M1', at(i + 1), 20, null))
    const context = {
      holidays: ['2024-10-01'],
      tou: { '99': { valley: [[0, 8]], peak: [[11, 17]] } },
      anything: { else: true },
    }
    const { scores, charges } = await backtest([works('M1', { districtCode: '999999' })], lines, context)
    expect(scores).toHaveLength(Signature.options.length)
    expect(charges).toEqual([])
  })
})
