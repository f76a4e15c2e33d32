import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Layout } from '../../../services/ingest/index.ts'
import { blocksOf, type Taken, taken } from './taken.ts'

const AT = '2026-05-06T00:15:00+08:00'
const POINTS = Array.from({ length: 24 }, (_, i) => `P${i + 1}`)
const NINES = Array<string>(24).fill('9')

/** A form: its header, a line that is good and unlike all others, and how such lines show among what was taken. */
interface Form {
  readonly header: string
  good(i: number): string
  found(came: Taken): unknown[]
}

const FORMS: Record<string, Form> = {
  readings: {
    header: 'meter_id,ts,kw,kvar',
    good: i => `M1,${AT},${i},`,
    found: ({ readings }) => readings.map(({ kw }) => kw),
  },
  'day rows': {
    header: `meter_id,date,${POINTS}`,
    good: i => `M1,2026-05-06,${[i, ...NINES.slice(1)]}`,
    found: ({ days }) => days.map(({ kw }) => (kw as number[])[0]),
  },
  registers: {
    header: 'meter_id,date,reg_total',
    good: i => `M1,2026-05-06,${i}`,
    found: ({ registers }) => registers.map(({ total }) => total),
  },
  NDJSON: {
    header: '{"meterId":"M9"}',
    good: i => JSON.stringify({ meterId: 'M1', at: AT, kw: i }),
    found: ({ readings }) => readings.map(({ kw }) => kw),
  },
}

/** Numbers of good lines start here; nothing else in these inputs is that high. */
const FIRST = 100_000

const bad = (form: Form) =>
  fc.oneof(
    fc.string({ maxLength: 30 }),
    fc.constantFrom('', ',', '"', `"M1,${AT},1,`, `M9,${AT},1,`, `M1,${AT},x,`, 'M1,2026-02-30,1', '{', '[]'),
    fc.constant(form.good(7)).map(line => line.replace('M1', 'M9')),
    fc.constant(form.good(7)).map(line => line.replace('9,9', 'x,-1')),
    fc.nat(60).map(length => form.good(7).slice(0, length)),
  )

const inputOf = (form: Form) =>
  fc.array(fc.option(bad(form), { nil: null }), { maxLength: 60 }).map(parts => {
    const lines = parts.map((part, i) =>
      part === null ? form.good(FIRST + i) : part.replace(/[\r\n]/g, ' '),
    )
    return {
      text: [form.header, ...lines].join('\n'),
      goods: parts.flatMap((part, i) => (part === null ? FIRST + i : [])),
    }
  })

describe.each(Object.entries(FORMS))('%s amid whatever else', (_, form) => {
  it('all arrive, in order, and what was received was accepted or rejected', async () => {
    await fc.assert(
      fc.asyncProperty(inputOf(form), async ({ text, goods }) => {
        const came = await taken(text)
        const { received, accepted, rejected, byReason } = came.result
        expect(form.found(came).filter(value => Number(value) >= FIRST)).toEqual(goods)
        expect(received).toBe(accepted + rejected)
        expect(accepted).toBe(readingsIn(came))
        expect(rejected).toBe(came.rejects.length)
        expect(Object.values(byReason).reduce((a, b) => a + b, 0)).toBe(rejected)
      }),
    )
  })

  it('are the same however the bytes are cut', async () => {
    await fc.assert(
      fc.asyncProperty(inputOf(form), fc.array(fc.nat(3_000), { maxLength: 9 }), async ({ text }, places) => {
        const bytes = Buffer.from(text)
        const cuts = [
          0,
          ...places.map(place => place % (bytes.length + 1)).sort((a, b) => a - b),
          bytes.length,
        ]
        const blocks = cuts.slice(1).map((end, i) => bytes.subarray(cuts[i], end))
        expect(await taken(blocksOf(...blocks))).toEqual(await taken(bytes))
      }),
    )
  })

  it('leave rejects that say the same again when they are taken in again', async () => {
    await fc.assert(
      fc.asyncProperty(inputOf(form), async ({ text }) => {
        for (const { reason, raw, layout } of (await taken(text)).rejects) {
          const again = await taken(...replay(raw, layout))
          expect(again.rejects.map(reject => [reject.reason, reject.raw])).toEqual([[reason, raw]])
        }
      }),
      { numRuns: 30 },
    )
  })
})

const replay = (raw: string, { header, profile }: Layout): Parameters<typeof taken> =>
  header === null ? [raw, { form: 'ndjson', profile }] : [`${header}\n${raw}`, { form: 'csv', profile }]

const readingsIn = ({ readings, days, registers }: Taken): number =>
  readings.length +
  registers.length +
  days.flatMap(({ kw }) => kw as unknown[]).filter(value => value !== undefined).length
