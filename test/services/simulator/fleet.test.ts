import { describe, expect, it } from 'vitest'
import { parseDay } from '../../../schemas/day.ts'
import { Meter } from '../../../schemas/meter.ts'
import { makeFleet, registryCsv } from '../../../services/simulator/index.ts'

const SIZE = { meters: 250, days: 3, seed: 5, firstDay: parseDay('2026-09-01') }
const fleet = makeFleet(SIZE)
const text = (order: 'time' | 'meter', made = fleet) => [...made.csv(order)].join('')

describe('fleet for benchmarks', () => {
  it('has as many valid meters as asked for, one in two hundred a suspect', () => {
    expect(fleet.meters).toHaveLength(250)
    for (const meter of fleet.meters) expect(Meter.parse(meter)).toEqual(meter)
    expect(new Set(fleet.meters.map(({ meterId }) => meterId)).size).toBe(250)
    expect(fleet.truths.filter(truth => truth !== 'legal')).toHaveLength(1)
    expect(registryCsv(fleet).trimEnd().split('\n')).toHaveLength(251)
  })

  it('writes every slot of every meter once, and the same lines in both orders', () => {
    const [header, ...byTime] = text('time').trimEnd().split('\n')
    const [, ...byMeter] = text('meter').trimEnd().split('\n')
    expect(header).toBe('meter_id,ts,kw,kvar')
    expect(byTime).toHaveLength(250 * 3 * 96)
    expect(byTime).toHaveLength(fleet.lines)
    expect(byTime.toSorted()).toEqual(byMeter.toSorted())
    const stamps = byTime.map(line => line.split(',')[1]!)
    expect(stamps.every((stamp, i) => i === 0 || stamp >= stamps[i - 1]!)).toBe(true)
    expect(new Set(byMeter.slice(0, 288).map(line => line.split(',')[0])).size).toBe(1)
  })

  it('writes plain decimals and instants with the offset of the plant', () => {
    for (const line of text('time').trimEnd().split('\n').slice(1)) {
      expect(line).toMatch(
        /^DEMO-\d{4,},2026-09-0[1-4]T\d\d:(00|15|30|45):00\+08:00,\d+\.\d\d,(-?\d+\.\d\d)?$/,
      )
    }
  })

  it('is the same for the same seed and another one for another', () => {
    expect(text('time', makeFleet(SIZE))).toBe(text('time'))
    expect(text('time', makeFleet({ ...SIZE, seed: 6 }))).not.toBe(text('time'))
  })

  it('varies: no two meters send the same curve', () => {
    const curves = new Map<string, string>()
    for (const line of text('meter').trimEnd().split('\n').slice(1)) {
      const [meterId, , kw] = line.split(',')
      curves.set(meterId!, `${curves.get(meterId!) ?? ''} ${kw}`)
    }
    expect(new Set(curves.values()).size).toBe(250)
  })
})
