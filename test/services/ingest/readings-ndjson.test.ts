import { describe, expect, it } from 'vitest'
import { readNdjsonLine } from '../../../services/ingest/readings-ndjson.ts'

const AT = '2024-05-06T00:15:00+08:00'
const line = (change: Record<string, unknown> = {}): string =>
  JSON.stringify({ meterId: 'M1', at: AT, kw: 1.5, ...change })

describe('a line', () => {
  it.each([
    ['the least there can be', {}, { kvar: Number.NaN, revision: 0 }],
    ['kvar and revision', { kvar: 0.5, revision: 2 }, { kvar: 0.5, revision: 2 }],
    ['nulls', { kvar: null, revision: null }, { kvar: Number.NaN, revision: 0 }],
    ['keys that are not ours', { pf: 0.97, quality: 'estimated' }, { kvar: Number.NaN, revision: 0 }],
  ])('with %s is read', (_, change, expected) => {
    expect(readNdjsonLine(line(change))).toEqual({
      meterId: 'M1',
      atMs: Date.parse(AT),
      kw: 1.5,
      ...expected,
    })
  })

  it.each([
    ['cut', line().slice(0, 30), 'malformed'],
    ['not JSON', '{"meterId":"M1","kw":NaN}', 'malformed'],
    ['an array', '[1]', 'malformed'],
    ['a number', '5', 'malformed'],
    ['null', 'null', 'malformed'],
    ['without a meter', line({ meterId: undefined }), 'missing-field'],
    ['with an empty meter', line({ meterId: '' }), 'missing-field'],
    ['without kw', line({ kw: null }), 'missing-field'],
    ['without a time', line({ at: undefined }), 'missing-field'],
    ['with kw as text', line({ kw: '1,5' }), 'not-a-number'],
    [
      'with kw beyond doubles',
      '{"meterId":"M1","at":"2024-05-06T00:15:00+08:00","kw":1e999}',
      'not-a-number',
    ],
    ['with a broken revision', line({ revision: 1.5 }), 'not-a-number'],
    ['with a time without offset', line({ at: '2024-05-06T00:15:00' }), 'bad-time'],
    ['with a day that does not exist', line({ at: '2024-02-30T00:15:00+08:00' }), 'bad-time'],
    ['with a time as a number', line({ at: 1_714_925_700_000 }), 'bad-time'],
    ['with a meter as a number', line({ meterId: 5 }), 'malformed'],
  ])('that is %s is a fault of its own reason', (_, text, reason) => {
    expect(readNdjsonLine(text)).toEqual({ reason, detail: expect.stringMatching(/^[^\n]+[.?]$/) })
  })
})
