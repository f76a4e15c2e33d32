import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Line, splitLines } from '../../../services/ingest/split-lines.ts'

const chunksOf = async function* (chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* chunks
}

const linesOf = async (chunks: readonly Uint8Array[]): Promise<Line[]> => {
  const lines: Line[] = []
  for await (const block of splitLines(chunksOf(chunks))) lines.push(...block)
  return lines
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

describe('splitLines', () => {
  it('finds the same lines wherever the bytes are cut in two', async () => {
    const bytes = bytesOf('\uFEFFmeter_id,ts,kw\r\n电表一,2024-05-06T00:15:00+08:00,1\n\n𠀀,x,2\r\nlast')
    const expected = await linesOf([bytes])
    expect(expected).toEqual([
      { number: 1, text: 'meter_id,ts,kw' },
      { number: 2, text: '电表一,2024-05-06T00:15:00+08:00,1' },
      { number: 4, text: '𠀀,x,2' },
      { number: 5, text: 'last' },
    ])
    for (let cut = 0; cut <= bytes.length; cut++) {
      expect(await linesOf([bytes.slice(0, cut), bytes.slice(cut)])).toEqual(expected)
    }
  })

  it('finds the same lines whatever the pieces are', async () => {
    const text = fc.array(fc.constantFrom('a', '电', '𠀀', ' ', '\n', '\r\n', ',', '"'), { maxLength: 60 })
    await fc.assert(
      fc.asyncProperty(text, fc.array(fc.nat(200), { maxLength: 20 }), async (parts, places) => {
        const bytes = bytesOf(parts.join(''))
        const cuts = [
          0,
          ...places.map(place => Math.min(place, bytes.length)).sort((a, b) => a - b),
          bytes.length,
        ]
        const pieces = cuts.slice(1).map((end, i) => bytes.slice(cuts[i], end))
        const expected = parts
          .join('')
          .split('\n')
          .map((line, i) => ({ number: i + 1, text: line.endsWith('\r') ? line.slice(0, -1) : line }))
          .filter(line => line.text.trim() !== '')
        expect(await linesOf(pieces)).toEqual(expected)
      }),
    )
  })

  it('yields nothing for an empty stream', async () => {
    expect(await linesOf([])).toEqual([])
    expect(await linesOf([bytesOf('\n\r\n\n')])).toEqual([])
  })

  it('finds the same lines around one that is far too long, wherever it is cut', async () => {
    const bytes = bytesOf(`first\n${'x'.repeat(200_000)}\nlast\n`)
    const expected = await linesOf([bytes])
    for (const size of [1_000, 30_000, 65_536, 70_000, 150_000]) {
      const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
        bytes.slice(i * size, (i + 1) * size),
      )
      expect((await linesOf(pieces)).map(({ text }) => text.length)).toEqual(
        expected.map(({ text }) => text.length),
      )
    }
  })
})
