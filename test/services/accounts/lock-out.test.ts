import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createStrangers, lockMs } from '../../../services/accounts/lock-out.ts'

const MINUTE = 60_000

describe('the lock after wrong passwords', () => {
  it('begins with the fifth, doubles, and never lasts longer than a day', () => {
    const minutes = Array.from({ length: 14 }, (_, failures) => lockMs(failures) / MINUTE)
    expect(minutes).toEqual([0, 0, 0, 0, 0, 15, 30, 60, 120, 240, 480, 960, 1_440, 1_440])
    fc.assert(fc.property(fc.nat(), failures => lockMs(failures) <= 1_440 * MINUTE))
  })

  it('holds for names that no account has just the same', () => {
    const strangers = createStrangers()
    for (const failures of [1, 2, 3, 4, 5, 6]) {
      expect(strangers.fail('nobody', 0)).toBe(lockMs(failures))
      expect(strangers.lockedUntil('nobody')).toBe(lockMs(failures))
    }
    expect(strangers.lockedUntil('nobody else')).toBe(0)
    expect(strangers.count).toBe(6)
  })

  it('remembers no more names than it has room for', () => {
    const strangers = createStrangers()
    for (let i = 0; i < 5; i++) strangers.fail('first', 0)
    for (let i = 0; i < 10_000; i++) strangers.fail(`name ${i}`, 0)
    expect(strangers.lockedUntil('first')).toBe(0)
    for (let i = 0; i < 4; i++) strangers.fail('name 9999', 0)
    expect(strangers.lockedUntil('name 9999')).toBe(15 * MINUTE)
  })
})
