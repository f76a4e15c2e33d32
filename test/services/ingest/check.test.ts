import { describe, expect, it } from 'vitest'
import { MS_PER_DAY } from '../../../schemas/day.ts'
import { faultOfRow, meterOf } from '../../../services/ingest/check.ts'
import type { RawReading } from '../../../services/ingest/raw-rows.ts'
import { meter } from '../../support/meters.ts'
import { finderOf, profileOf } from './taken.ts'

const AT_MS = Date.parse('2024-05-06T00:15:00+08:00')
const NOW_MS = AT_MS + 1_000
const MINUTE_MS = 60_000
const meters = finderOf([
  meter(),
  meter({ meterId: 'small', contractKva: 100, multiplier: 10 }),
  meter({ meterId: 'hourly', intervalMinutes: 60 }),
  meter({ meterId: 'old', validFrom: '2024-01-01', validTo: '2024-05-05' }),
])
const reading = (change: Partial<RawReading> = {}): RawReading => ({
  kind: 'reading',
  meterId: 'M1',
  atMs: AT_MS,
  kw: 10,
  kvar: Number.NaN,
  revision: 0,
  ...change,
})
const faultOf = (change: Partial<RawReading>, side: 'primary' | 'secondary' = 'primary') => {
  const given = reading(change)
  return faultOfRow(given, meterOf(given, meters), { meters, profile: profileOf({ side }), nowMs: NOW_MS })
}

describe('a good reading', () => {
  it.each([
    ['plain', {}],
    ['of nothing', { kw: 0 }],
    ['a day ahead', { atMs: AT_MS + MS_PER_DAY }],
    ['of 2005', { atMs: Date.parse('2005-01-01T00:00:00+08:00') }],
    ['a tenth of an interval early', { atMs: AT_MS - 1.5 * MINUTE_MS }],
    ['a tenth of an interval late', { atMs: AT_MS + 1.5 * MINUTE_MS }],
    ['at 20 times the contract', { meterId: 'small', kw: 2_000, kvar: -2_000 }],
    ['of a million kW without a contract', { kw: 1_000_000 }],
    ['on the hour of an hourly meter', { meterId: 'hourly', atMs: AT_MS + 45 * MINUTE_MS }],
    ['with negative kvar', { kvar: -5 }],
  ])('%s has no fault', (_, change) => {
    expect(faultOf(change)).toBeUndefined()
  })
})

describe('a bad reading', () => {
  it.each([
    ['of a meter nobody knows', { meterId: 'M9' }, 'unknown-meter'],
    ['of a meter that was not there then', { meterId: 'old' }, 'no-entry-that-day'],
    ['of 1970 of a meter that was not there then', { meterId: 'old', atMs: 900_000 }, 'time-before-2005'],
    ['of 1970', { atMs: 900_000 }, 'time-before-2005'],
    ['of 2000', { atMs: Date.parse('2000-01-01T00:15:00+08:00') }, 'time-before-2005'],
    ['of the last moment of 2004', { atMs: Date.parse('2005-01-01T00:00:00+08:00') - 1 }, 'time-before-2005'],
    ['of next year', { atMs: AT_MS + 365 * MS_PER_DAY }, 'time-in-future'],
    ['over a day ahead', { atMs: NOW_MS + MS_PER_DAY + 1 }, 'time-in-future'],
    ['between two ends', { atMs: AT_MS + 7 * MINUTE_MS }, 'off-grid'],
    ['over a tenth of an interval late', { atMs: AT_MS + 1.5 * MINUTE_MS + 1 }, 'off-grid'],
    ['at a quarter past of an hourly meter', { meterId: 'hourly' }, 'off-grid'],
    ['of NaN', { kw: Number.NaN }, 'not-a-number'],
    ['below zero', { kw: -0.01 }, 'negative-power'],
    ['in W', { meterId: 'small', kw: 90_000 }, 'implausible-power'],
    ['of implausible kvar', { meterId: 'small', kvar: -2_001 }, 'implausible-power'],
    ['over a million kW', { kw: 1_000_001 }, 'implausible-power'],
    ['of infinite kvar', { kvar: Number.POSITIVE_INFINITY }, 'implausible-power'],
  ])('%s is turned away with its reason', (_, change, reason) => {
    expect(faultOf(change)).toEqual({ reason, detail: expect.stringMatching(/^[^\n]+[.?]$/) })
  })
})

describe('a reading of the secondary side', () => {
  it.each([
    [200, undefined],
    [200.1, 'implausible-power'],
  ])('of %d kW is measured by what its multiplier makes of it', (kw, reason) => {
    expect(faultOf({ meterId: 'small', kw }, 'secondary')?.reason).toBe(reason)
    expect(faultOf({ meterId: 'small', kw: 0, kvar: -kw }, 'secondary')?.reason).toBe(reason)
    expect(faultOf({ meterId: 'small', kw })).toBeUndefined()
  })
})
