import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { meter } from '../../../support/meters.ts'
import { blocksOf, taken } from '../taken.ts'

const AT = '2026-05-06T00:15:00+08:00'
const HEADER = 'meter_id,ts,kw'

/** Letters with their GB18030 bytes, of two and of four bytes. */
const GB: Record<string, string> = {
  电: 'b5e7',
  表: 'b1ed',
  一: 'd2bb',
  模: 'c4a3', // the same bytes are UTF-8 too: U+0123
  𠀀: '95328236',
  '\u0080': '81308130',
}
const gb18030 = (text: string): Buffer =>
  Buffer.concat(
    [...text].map(letter => Buffer.from(GB[letter] ?? Buffer.from(letter).toString('hex'), 'hex')),
  )

const NAMES = ['M1', '电表一', '表', '𠀀电', '\u0080电', '模模']
const meters = NAMES.map(meterId => meter({ meterId }))
const textOf = (names: readonly string[]): string =>
  `${HEADER}\n${names.map((name, i) => `${name},${AT},${i}`).join('\n')}\n`

const cutAt = (bytes: Buffer, places: readonly number[]): Buffer[] => {
  const cuts = [
    0,
    ...[...places].map(place => place % (bytes.length + 1)).sort((a, b) => a - b),
    bytes.length,
  ]
  return cuts.slice(1).map((end, i) => bytes.subarray(cuts[i], end))
}

describe('the encoding of a text', () => {
  it.each([
    ['ascii', textOf(['M1']), ['M1']],
    ['utf-8', textOf(NAMES), NAMES],
    ['utf-8', `\uFEFF${textOf(['M1'])}`, ['M1']],
    ['gb18030', gb18030(textOf(NAMES)), NAMES],
    ['gb18030', Buffer.concat([Buffer.from('84319533', 'hex'), gb18030(textOf(NAMES))]), NAMES],
  ])('is found out to be %s', async (encoding, input, names) => {
    const { result, readings } = await taken(input, { meters })
    expect(result).toMatchObject({ encoding, rejected: 0 })
    expect(readings.map(({ meterId }) => meterId)).toEqual(names)
  })

  it.each([
    ['utf-8', Buffer.from(textOf(NAMES))],
    ['gb18030', gb18030(textOf(NAMES))],
  ])('is found out to be %s with a letter cut at every place', async (encoding, bytes) => {
    for (let cut = 0; cut <= bytes.length; cut++) {
      const { result, readings } = await taken(blocksOf(bytes.subarray(0, cut), bytes.subarray(cut)), {
        meters,
      })
      expect(result).toMatchObject({ encoding, accepted: NAMES.length, rejected: 0 })
      expect(readings.map(({ meterId }) => meterId)).toEqual(NAMES)
    }
  })

  it('is found out late, where the first letters come after much that is ASCII', async () => {
    const many = Array<string>(5_000).fill('M1')
    const bytes = gb18030(textOf([...many, '电表一']))
    const blocks = Array.from({ length: Math.ceil(bytes.length / 1_000) }, (_, i) =>
      bytes.subarray(i * 1_000, (i + 1) * 1_000),
    )
    const { result } = await taken(blocksOf(...blocks), { meters })
    expect(result).toMatchObject({ encoding: 'gb18030', accepted: 5_001 })
  })

  it('of more letters than are looked at first is kept to the end', async () => {
    const bytes = gb18030(textOf(Array<string>(4_000).fill('电表一')))
    expect(bytes.length).toBeGreaterThan(128 * 1024)
    const { result } = await taken(bytes, { meters })
    expect(result).toMatchObject({ encoding: 'gb18030', accepted: 4_000, rejected: 0 })
  })

  it('is that in which fewer lines are unreadable; those are turned away', async () => {
    const bad = Buffer.from(`\n\xff\xff,${AT},1\n`, 'latin1')
    for (const [encoding, bytes] of [
      ['utf-8', Buffer.from(textOf(NAMES))],
      ['gb18030', gb18030(textOf(NAMES))],
    ] as const) {
      const { result, rejects } = await taken(Buffer.concat([bytes, bad]), { meters })
      expect(result).toMatchObject({ encoding, accepted: NAMES.length, byReason: { malformed: 1 } })
      expect(rejects[0]!.detail).toContain(encoding.toUpperCase())
    }
  })

  it('is UTF-8 where nothing tells, and what is not is turned away', async () => {
    const { result } = await taken(Buffer.from(`${HEADER}\n\xff,${AT},1\nM1,${AT},1\n`, 'latin1'))
    expect(result).toMatchObject({ encoding: 'utf-8', accepted: 1, byReason: { malformed: 1 } })
  })

  it('takes a letter that is cut at the end of the input for what it is', async () => {
    const { result } = await taken(
      gb18030(textOf(['电表一', '电表一'])).subarray(0, -`,${AT},1\n`.length - 1),
      { meters },
    )
    expect(result).toMatchObject({ encoding: 'gb18030', accepted: 1, byReason: { malformed: 1 } })
  })

  it.each([
    ['utf-8', Buffer.from(`电表一,${AT},1\n`)],
    ['gb18030', gb18030(`𠀀电,${AT},1\n`)],
  ])('that is known (%s) holds for a letter cut between two blocks', async (encoding, line) => {
    const header = Buffer.from(`${HEADER}\n`)
    const first = Buffer.concat([header, ...Array<Buffer>(3_000).fill(line)])
    for (let cut = 1; cut < 8; cut++) {
      const { result } = await taken(blocksOf(first, line.subarray(0, cut), line.subarray(cut)), { meters })
      expect(result).toMatchObject({ encoding, accepted: 3_001, rejected: 0 })
    }
  })

  it('that is known loses nothing but the line with a cut letter that is none', async () => {
    const line = gb18030(`电表一,${AT},1\n`)
    const header = Buffer.from(`${HEADER}\n`)
    const first = Buffer.concat([
      header,
      ...Array<Buffer>(3_000).fill(line),
      Buffer.from('c93260e033', 'hex'),
    ])
    const { result } = await taken(blocksOf(first, Buffer.from("'\n"), line), { meters })
    expect(result).toMatchObject({ encoding: 'gb18030', accepted: 3_001, byReason: { malformed: 1 } })
  })

  it('does not depend on how the bytes are cut in blocks', async () => {
    const name = fc.constantFrom(...NAMES, 'M9')
    const digitOrLead = fc.constantFrom(0x30, 0x33, 0x39, 0x81, 0xc9, 0xe0, 0xfe)
    const garbage = fc
      .array(fc.oneof(digitOrLead, fc.nat(255)), { minLength: 1, maxLength: 12 })
      .map(bytes => Buffer.from(bytes))
    const line = fc.oneof(
      name.map(id => Buffer.from(`${id},${AT},1`)),
      name.map(id => gb18030(`${id},${AT},1`)),
      garbage,
    )
    const newline = Buffer.from('\n')
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { maxLength: 12 }),
        fc.array(fc.nat(2_000), { maxLength: 30 }),
        async (lines, places) => {
          const bytes = Buffer.concat([Buffer.from(HEADER), ...lines.flatMap(one => [newline, one])])
          const whole = await taken(bytes, { meters })
          const cut = await taken(blocksOf(...cutAt(bytes, places)), { meters })
          expect(cut).toEqual(whole)
        },
      ),
      { numRuns: 300 },
    )
  })
})

describe('a text that is UTF-16', () => {
  it.each([
    ['little endian', Buffer.from(`\uFEFF${textOf(['M1'])}`, 'utf16le')],
    ['big endian', Buffer.from(`\uFEFF${textOf(['M1'])}`, 'utf16le').swap16()],
  ])('(%s) is refused with what to save it as', async (_, bytes) => {
    await expect(taken(bytes)).rejects.toMatchObject({ code: 'unsupported-media-type' })
    await expect(taken(bytes)).rejects.toThrow('save it as CSV UTF-8.')
  })
})
