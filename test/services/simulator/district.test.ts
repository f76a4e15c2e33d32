import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayOf, parseDay } from '../../../schemas/day.ts'
import { Meter } from '../../../schemas/meter.ts'
import { Reading } from '../../../schemas/reading.ts'
import { type District, makeDistrict, readings, registryCsv } from '../../../services/simulator/index.ts'

const FIRST_DAY = parseDay('2026-10-19')
const district = makeDistrict({ seed: 1, firstDay: FIRST_DAY })
const all = [...readings(district)]

const digest = (made: District): string => {
  const hash = createHash('sha256').update(registryCsv(made))
  for (const { meterId, at, kw, kvar, revision } of readings(made)) {
    hash.update(`${meterId} ${at} ${kw} ${kvar} ${revision}\n`)
  }
  return hash.digest('hex')
}

describe('demonstration district', () => {
  it('is the same for the same seed and another one for another', () => {
    const span = { firstDay: FIRST_DAY, days: 3 }
    expect(digest(makeDistrict({ seed: 7, ...span }))).toBe(digest(makeDistrict({ seed: 7, ...span })))
    expect(digest(makeDistrict({ seed: 8, ...span }))).not.toBe(digest(makeDistrict({ seed: 7, ...span })))
  })

  it('has some 60 meters in districts of Chongqing, with invented names that say so', () => {
    expect(district.meters.length).toBeGreaterThanOrEqual(58)
    expect(district.meters.length).toBeLessThanOrEqual(65)
    expect(new Set(district.meters.map(meter => meter.meterId)).size).toBe(district.meters.length)
    expect(new Set(district.meters.map(meter => meter.customerName)).size).toBe(district.meters.length)
    expect(new Set(district.meters.map(meter => meter.districtCode))).toEqual(
      new Set(['500157', '500107', '500115']),
    )
    for (const meter of district.meters) {
      expect(Meter.parse(meter)).toEqual(meter)
      expect(meter.customerName).toMatch(/^演示·/)
    }
  })

  it('names its constructed suspects and says of what they are built', () => {
    const suspects = district.enterprises.filter(({ truth }) => truth !== 'legal')
    expect(suspects.filter(({ truth }) => truth === 'induction-furnace')).toHaveLength(3)
    expect(suspects.filter(({ truth }) => truth === 'crypto-mining')).toHaveLength(2)
    for (const { constructed, kind, truth, story } of district.enterprises) {
      expect(constructed).toBe(truth !== 'legal')
      expect(kind === 'constructed suspect').toBe(constructed)
      expect(/^Constructed: /.test(story)).toBe(constructed)
    }
    for (const { meter } of suspects) {
      expect(meter.licensedProcesses).not.toContain('induction-melting')
      expect(meter.licensedProcesses).not.toContain('isp')
    }
  })

  it('attributes every curve with a recording in it', () => {
    const shown = district.enterprises.filter(({ story }) => /recording/i.test(story))
    expect(shown.length).toBeGreaterThan(25)
    for (const { attribution } of shown) expect(attribution).toContain('CC BY 4.0')
  })

  it('never draws more than the contract capacity', () => {
    for (const { meter, curve } of district.enterprises) {
      expect(Math.max(...curve.kw) / meter.contractKva, meter.customerName).toBeLessThan(1)
      expect(Math.max(...curve.kw), meter.customerName).toBeGreaterThan(0)
    }
  })

  it('puts the registry in the columns of the backtest', () => {
    const [header, ...rows] = registryCsv(district).trimEnd().split('\n')
    expect(header).toBe(
      'meter_id,customer_id,customer_name,district_code,industry_code,contract_kva,voltage_kv,interval_minutes,licensed_processes,supply_unit',
    )
    expect(rows).toHaveLength(district.meters.length)
    expect(rows.every(row => row.split(',').length === 10)).toBe(true)
    expect(rows.some(row => row.includes(',induction-melting;sand-casting,'))).toBe(true)
  })

  it('knows no detector', () => {
    const folder = new URL('../../../services/simulator/', import.meta.url)
    const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(file =>
      file.endsWith('.ts'),
    )
    expect(sources.length).toBeGreaterThan(15)
    for (const file of sources)
      expect(readFileSync(new URL(file, folder), 'utf8')).not.toMatch(/detectors\/|Math\.random|Date\.now/)
  })
})

describe('readings of the district', () => {
  it('are all valid by the schema', () => {
    for (const reading of all)
      if (!Reading.safeParse(reading).success) expect(reading).toBe('a valid reading')
    expect(all.length).toBeGreaterThan(190_000)
  })

  it('hold every slot of a flawless meter once, in order', () => {
    const at = new Map<string, number[]>()
    for (const reading of all)
      at.set(reading.meterId, [...(at.get(reading.meterId) ?? []), Date.parse(reading.at)])
    for (const { meter, flaw } of district.enterprises) {
      if (flaw) continue
      const stepMs = meter.intervalMinutes * 60_000
      const instants = at.get(meter.meterId)!
      expect(instants).toHaveLength((35 * 1_440) / meter.intervalMinutes)
      expect(instants.every((instant, i) => i === 0 || instant - instants[i - 1]! === stepMs)).toBe(true)
      expect(dayOf(instants[0]! - 1)).toBe(FIRST_DAY)
      expect(dayOf(instants.at(-1)! - 1)).toBe(FIRST_DAY + 34)
    }
  })

  it('come by time over all meters, but for late, revised and wrongly timed ones', () => {
    const flawed = new Set(district.enterprises.filter(({ flaw }) => flaw).map(({ meter }) => meter.meterId))
    const instants = all.filter(({ meterId }) => !flawed.has(meterId)).map(({ at }) => Date.parse(at))
    expect(instants.every((instant, i) => i === 0 || instant >= instants[i - 1]!)).toBe(true)
  })

  it.each([3, 21, 35])('come in full whatever the days: %i', days => {
    const made = makeDistrict({ seed: 1, firstDay: FIRST_DAY, days })
    const counts = new Map<string, number>()
    for (const { meterId } of readings(made)) counts.set(meterId, (counts.get(meterId) ?? 0) + 1)
    for (const { meter, flaw, curve } of made.enterprises) {
      if (!flaw) expect(counts.get(meter.meterId)).toBe((days * 1_440) / curve.intervalMinutes)
    }
  })

  it('are valid for any seed and day', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 15_000, max: 22_000 }), (seed, firstDay) => {
        const made = makeDistrict({ seed, firstDay, days: 1 })
        for (const { kw, kvar } of readings(made)) {
          expect(kw).toBeGreaterThanOrEqual(0)
          expect(Number.isFinite(kvar ?? 0)).toBe(true)
        }
      }),
      { numRuns: 10 },
    )
  })
})

describe('flaws of the district', () => {
  const flawed = (kind: string) => {
    const enterprise = district.enterprises.find(({ flaw }) => flaw?.kind === kind)!
    return { enterprise, own: all.filter(({ meterId }) => meterId === enterprise.meter.meterId) }
  }
  const WHOLE = 35 * 96

  it('stand on a handful of legal meters, each told in a sentence', () => {
    const kinds = district.enterprises.flatMap(({ flaw, truth }) => (flaw ? [[flaw.kind, truth]] : []))
    expect(kinds.map(([kind]) => kind).sort()).toEqual(
      ['clock-1970', 'doubled', 'gaps', 'late', 'revised', 'wrong-unit'].sort(),
    )
    expect(kinds.every(([, truth]) => truth === 'legal')).toBe(true)
  })

  it('leave a gap of ten readings', () => {
    expect(flawed('gaps').own).toHaveLength(WHOLE - 10)
  })

  it('send sixteen readings twice', () => {
    const { own } = flawed('doubled')
    expect(own).toHaveLength(WHOLE + 16)
    expect(new Set(own.map(({ at }) => at)).size).toBe(WHOLE)
  })

  it('deliver an hour three hours late', () => {
    const { own } = flawed('late')
    expect(own).toHaveLength(WHOLE)
    const instants = own.map(({ at }) => Date.parse(at))
    const back = instants.flatMap((instant, i) =>
      i > 0 && instant < instants[i - 1]! ? [instants[i - 1]! - instant] : [],
    )
    expect(back).toHaveLength(4)
    expect(Math.max(...back)).toBeLessThanOrEqual(3 * 3_600_000)
  })

  it('correct four readings by a revision', () => {
    const { own } = flawed('revised')
    const right = own.filter(({ revision }) => revision === 1)
    expect(right).toHaveLength(4)
    for (const { at, kw } of right) {
      const first = own.find(reading => reading.at === at && reading.revision === undefined)!
      expect(first.kw).toBeCloseTo(1.1 * kw, 1)
    }
  })

  it('hold one clock of 1970 and one reading in W, beyond twenty times the contract', () => {
    expect(flawed('clock-1970').own.filter(({ at }) => Date.parse(at) === 0)).toHaveLength(1)
    const { enterprise, own } = flawed('wrong-unit')
    expect(own.filter(({ kw }) => kw > 20 * enterprise.meter.contractKva)).toHaveLength(1)
  })
})
