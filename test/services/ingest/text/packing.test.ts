import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { blocksOf, taken } from '../taken.ts'

const AT = '2026-05-06T00:15:00+08:00'
const CSV = `meter_id,ts,kw\nM1,${AT},1\n`
const JSON_LINE = `${JSON.stringify({ meterId: 'M1', at: AT, kw: 1 })}\n`

const inBytes = (bytes: Uint8Array): Uint8Array[] => Array.from(bytes, byte => Uint8Array.of(byte))

describe('what an input is', () => {
  it.each([
    ['CSV', Buffer.from(CSV), null],
    ['NDJSON', Buffer.from(JSON_LINE), null],
    ['NDJSON behind blank lines', Buffer.from(`\n  \n ${JSON_LINE}`), null],
    ['packed CSV', gzipSync(CSV), 'gzip'],
    ['packed NDJSON', gzipSync(JSON_LINE), 'gzip'],
    ['packed CSV filled up with zeros', Buffer.concat([gzipSync(CSV), Buffer.alloc(600)]), 'gzip'],
    ['packed in parts', Buffer.concat([gzipSync(CSV.slice(0, 9)), gzipSync(CSV.slice(9))]), 'gzip'],
  ])('is found out by what is in it: %s', async (_, bytes, packed) => {
    for (const blocks of [[bytes], inBytes(bytes)]) {
      const { result, readings } = await taken(blocksOf(...blocks))
      expect(readings).toMatchObject([{ meterId: 'M1', at: AT, kw: 1 }])
      expect(result).toMatchObject({ packed, encoding: 'ascii' })
    }
  })

  it('is what it is said to be where that is told', async () => {
    expect((await taken(JSON_LINE, { form: 'ndjson' })).readings).toHaveLength(1)
    await expect(taken(JSON_LINE, { form: 'csv' })).rejects.toThrow('must name the columns')
    expect((await taken(CSV, { form: 'ndjson' })).reasons).toEqual(['malformed', 'malformed'])
  })

  it.each(['', '\n\n', '\uFEFF'])('must not be nothing', async text => {
    await expect(taken(text)).rejects.toThrow('The input is empty')
    await expect(taken(text, { form: 'csv' })).rejects.toMatchObject({ code: 'bad-columns' })
    expect((await taken(text, { form: 'ndjson' })).result).toMatchObject({ received: 0, form: 'readings' })
  })

  it.each([
    ['a workbook of before 2007', Buffer.from('d0cf11e0a1b11ae10000', 'hex'), '.xlsx'],
    ['a gzip inside a gzip', gzipSync(gzipSync(CSV)), 'unpack it once'],
  ])('is refused when it is %s', async (_, bytes, sentence) => {
    await expect(taken(bytes)).rejects.toMatchObject({ code: 'unsupported-media-type' })
    await expect(taken(bytes)).rejects.toThrow(sentence)
  })

  it('is taken as far as it is what it began as', async () => {
    const rejected = expect.objectContaining({ name: 'GzipError' })
    for (const behind of ['nonsense', gzipSync(CSV).subarray(0, 15)]) {
      const bytes = Buffer.concat([gzipSync(CSV), Buffer.from(behind as string)])
      for (const blocks of [[bytes], inBytes(bytes)])
        await expect(taken(blocksOf(...blocks))).rejects.toThrow(rejected)
    }
  })

  it('leaves no stream open that it refuses', async () => {
    for (const text of ['meter,kw\n', '\xd0\xcf\x11\xe0', '\n']) {
      let isOpen = true
      const stream = async function* () {
        try {
          yield Buffer.from(text, 'latin1')
          yield Buffer.from('more\n')
          yield Buffer.from('and more\n')
        } finally {
          isOpen = false
        }
      }
      await expect(taken(stream())).rejects.toThrow()
      expect(isOpen).toBe(false)
    }
  })
})
