import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createGate } from '../../../services/alerts/gate.ts'

describe('gate', () => {
  it('never lets more in than there is room, and everyone in the end', async () => {
    const works = fc.array(fc.tuple(fc.boolean(), fc.nat({ max: 5 })), { maxLength: 40 })
    await fc.assert(
      fc.asyncProperty(works, async made => {
        const gate = createGate(8, 4)
        let inside = 0
        let failingInside = 0
        let done = 0
        const work = async (isFailing: boolean, turns: number): Promise<void> => {
          inside += 1
          if (isFailing) failingInside += 1
          expect(inside).toBeLessThanOrEqual(8)
          expect(failingInside).toBeLessThanOrEqual(4)
          for (let turn = 0; turn < turns; turn += 1) await Promise.resolve()
          inside -= 1
          if (isFailing) failingInside -= 1
          done += 1
        }
        await Promise.all(made.map(([isFailing, turns]) => gate(isFailing, () => work(isFailing, turns))))
        expect(done).toBe(made.length)
      }),
    )
  })

  it('keeps places free of failing ones', async () => {
    const gate = createGate(2, 1)
    const stuck = Promise.withResolvers<void>()
    const held = [gate(true, () => stuck.promise), gate(true, () => stuck.promise)]
    expect(await gate(false, async () => 'passed')).toBe('passed')
    stuck.resolve()
    await Promise.all(held)
  })

  it('gives the place back when work fails', async () => {
    const gate = createGate(1, 1)
    await expect(gate(true, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(await gate(true, async () => 'next')).toBe('next')
  })
})
