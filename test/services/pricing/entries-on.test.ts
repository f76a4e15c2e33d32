import { describe, expect, it } from 'vitest'
import { parseDay } from '../../../schemas/day.ts'
import type { ReleasedEntry } from '../../../schemas/decision.ts'
import { collide, holdsOn, standingEntries } from '../../../services/pricing/index.ts'
import { entry } from './rules.ts'

const on = (released: readonly ReleasedEntry[], date: string) =>
  standingEntries(released)
    .filter(one => holdsOn(one, parseDay(date)))
    .map(({ id }) => id)

describe('lines of decisions', () => {
  it('hold from their first day to their last', () => {
    const released = [entry({ to: '2024-03-31' })]
    expect(['2023-12-31', '2024-01-01', '2024-03-31', '2024-04-01'].map(date => on(released, date))).toEqual([
      ...[[], ['entry-1'], ['entry-1'], []],
    ])
  })

  it('are ended from a day on, and the end released last counts', () => {
    const end = (id: string, from: string) => entry({ id, action: 'end', entryId: 'entry-1', from })
    const released = [entry(), end('end-1', '2024-06-01'), end('end-2', '2024-07-01')]
    expect(on(released.slice(0, 2), '2024-06-01')).toEqual([])
    expect(on(released, '2024-06-30')).toEqual(['entry-1'])
    expect(on(released, '2024-07-01')).toEqual([])
    expect(standingEntries(released)).toMatchObject([{ lastDay: '2024-06-30', endedBy: 'end-2' }])
  })

  it('stand once, as the correction released last says, should one be corrected twice', () => {
    const correct = (id: string, to: string) => entry({ id, action: 'correct', entryId: 'entry-1', to })
    const released = [entry(), correct('second', '2024-05-31'), correct('third', '2024-08-31')]
    expect(on(released, '2024-05-31')).toEqual(['third'])
    expect(on(released.slice(0, 2), '2024-05-31')).toEqual(['second'])
  })

  it('are replaced from their beginning by a correction, with their ends', () => {
    const released = [
      entry(),
      entry({ id: 'end-1', action: 'end', entryId: 'entry-1', from: '2024-06-01' }),
      entry({ id: 'entry-2', action: 'correct', entryId: 'entry-1', from: '2024-02-01' }),
    ]
    expect(on(released, '2024-01-15')).toEqual([])
    expect(on(released, '2024-06-15')).toEqual(['entry-2'])
  })

  it('collide where they ask for the same energy on the same day', () => {
    const [a] = standingEntries([entry()])
    const other = (change: Partial<ReleasedEntry>) => standingEntries([entry({ id: 'b', ...change })])[0]!
    expect(collide(a!, other({ from: '2030-01-01' }))).toBe(true)
    expect(collide(a!, other({ from: '2023-01-01', to: '2023-12-31' }))).toBe(false)
    const ofPoint = { ...a!, pointIds: ['p1'] }
    expect(collide(ofPoint, other({ pointIds: ['p2'] }))).toBe(false)
    expect(collide(ofPoint, other({ pointIds: ['p2', 'p1'] }))).toBe(true)
    expect(collide(ofPoint, other({}))).toBe(true)
  })
})
