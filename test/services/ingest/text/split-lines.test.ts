import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Line, LONGEST_LINE, splitLines } from '../../../../services/ingest/text/split-lines.ts'

async function* piecesOf(pieces: readonly string[]): AsyncGenerator<string> {
  yield* pieces
}

const linesOf = async (...pieces: readonly string[]): Promise<Line[]> => {
  const lines: Line[] = []
  for await (const block of splitLines(piecesOf(pieces))) lines.push(...block)
  return lines
}

describe('splitLines', () => {
  it('counts lines from 1, drops blank ones and a byte order mark', async () => {
    expect(await linesOf('\uFEFFmeter_id,ts,kw\r\n电表一,1\n\n 𠀀\r\n \nlast')).toEqual([
      { number: 1, text: 'meter_id,ts,kw' },
      { number: 2, text: '电表一,1' },
      { number: 4, text: ' 𠀀' },
      { number: 6, text: 'last' },
    ])
  })

  it('finds the same lines whatever the pieces are', async () => {
    const letters = fc.array(fc.constantFrom('a', '电', ' ', '\n', '\r\n', ',', '"', '\uFEFF'), {
      maxLength: 60,
    })
    await fc.assert(
      fc.asyncProperty(letters, fc.array(fc.nat(200), { maxLength: 20 }), async (parts, places) => {
        const text = parts.join('')
        const cuts = [
          0,
          ...places.map(place => Math.min(place, text.length)).sort((a, b) => a - b),
          text.length,
        ]
        const pieces = cuts.slice(1).map((end, i) => text.slice(cuts[i], end))
        const expected = text
          .replace(/^\uFEFF/, '')
          .split('\n')
          .map((line, i) => ({ number: i + 1, text: line.endsWith('\r') ? line.slice(0, -1) : line }))
          .filter(line => line.text.trim() !== '')
        expect(await linesOf(...pieces)).toEqual(expected)
      }),
    )
  })

  it('yields nothing for an empty text', async () => {
    expect(await linesOf()).toEqual([])
    expect(await linesOf('\n\r\n\n')).toEqual([])
  })

  it('cuts a line that is far too long to one letter more than allowed, wherever the pieces end', async () => {
    const text = `first\n${'x'.repeat(200_000)}\nlast\n`
    for (const size of [1_000, 30_000, 65_536, 70_000, 150_000, 300_000]) {
      const pieces = Array.from({ length: Math.ceil(text.length / size) }, (_, i) =>
        text.slice(i * size, (i + 1) * size),
      )
      const lines = await linesOf(...pieces)
      expect(lines.map(line => [line.number, line.text.length])).toEqual([
        [1, 5],
        [2, LONGEST_LINE + 1],
        [3, 4],
      ])
    }
  })
})
