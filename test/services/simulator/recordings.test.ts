import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { dayText, parseDay } from '../../../schemas/day.ts'
import { loadRecording, RECORDING_NAMES, type RecordingName } from '../../../services/simulator/index.ts'

const FOLDER = new URL('../../../services/simulator/recordings/', import.meta.url)
const fileOf = (name: RecordingName) => readFileSync(new URL(`${name}.csv.gz`, FOLDER))
const README = readFileSync(new URL('README.md', FOLDER), 'utf8')

/** SHA-256 of the CSV inside, first 16 digits. */
const CHECKSUMS: Record<RecordingName, string> = {
  'administration-2015-01-12': '6f072786d4b15b5f',
  'administration-2015-11-02': '445b90e07f099657',
  'data-centre-2011-03-07': 'b0a96aa6d9dd2dc1',
  'data-centre-2011-08-15': 'cdb1cf0072c5c87d',
  'furniture-store-2015-02-16': '0d27cacea46b9b40',
  'furniture-store-2015-10-12': '316999656539dc99',
  'metal-processing-2018-02-05': '5b3447f2396ddffb',
  'metal-processing-2018-10-08': '4daa714c2f96fb75',
  'office-2011-03-07': 'e336d0e1fec38c51',
  'office-2011-08-15': 'f2f1a8cd21c6bf55',
  'school-2014-01-13': '0caea977f73e8cd8',
  'school-2014-11-10': '38c282beabf9d1ec',
  'steel-works-2018': '84721e58265b073f',
}

const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0)

describe('shipped recordings', () => {
  it('are exactly the files of the folder, each described in its README', () => {
    const files = readdirSync(FOLDER).filter(file => file.endsWith('.csv.gz'))
    expect(files.sort()).toEqual(RECORDING_NAMES.map(name => `${name}.csv.gz`).sort())
    for (const name of RECORDING_NAMES) expect(README).toContain(`\`${name}\``)
  })

  it.each(RECORDING_NAMES)('%s is unaltered', name => {
    const digest = createHash('sha256')
      .update(gunzipSync(fileOf(name)))
      .digest('hex')
    expect(digest.slice(0, 16)).toBe(CHECKSUMS[name])
  })

  it.each(RECORDING_NAMES)('%s is whole: every interval once, in order, from a Monday midnight on', name => {
    const recording = loadRecording(name)
    expect(recording.startWeekday).toBe(1)
    const [header, ...rows] = gunzipSync(fileOf(name)).toString('utf8').trimEnd().split('\n')
    expect(header).toBe('at_local,kw,kvar')
    expect(rows).toHaveLength((recording.days * 1_440) / recording.intervalMinutes)
    expect(recording.kw).toHaveLength(rows.length)
    const firstMs = Date.parse(`${dayText(recording.firstDay)}T00:00:00Z`)
    rows.forEach((row, i) => {
      const at = new Date(firstMs + (i + 1) * recording.intervalMinutes * 60_000).toISOString()
      expect(row.split(',')[0]).toBe(at.slice(0, 16).replace('T', ' '))
    })
    expect(recording.kw.every(kw => kw >= 0)).toBe(true)
  })

  it.each(RECORDING_NAMES)('%s carries its attribution, and the README repeats source and licence', name => {
    const { attribution } = loadRecording(name)
    expect(attribution).toContain('CC BY 4.0')
    const source = /https:\/\/[^\s)]+/.exec(attribution)?.[0]
    expect(source).toMatch(/doi\.org|openei\.org/)
    expect(README).toContain(source)
  })

  it('are small: the steel works under 250 KB, all cuts together under 150 KB', () => {
    const bytes = (names: readonly RecordingName[]) => sum(names.map(name => fileOf(name).length))
    expect(bytes(['steel-works-2018'])).toBeLessThan(250_000)
    expect(bytes(RECORDING_NAMES.filter(name => name !== 'steel-works-2018'))).toBeLessThan(150_000)
  })

  it('hold the energy of their origin', () => {
    const steel = loadRecording('steel-works-2018')
    expect(sum(steel.kw) / 4).toBeCloseTo(959_636.71, 0)
    expect(steel.kvar).not.toBeNull()
    expect(steel.firstDay).toBe(parseDay('2018-01-01'))
    const store = loadRecording('furniture-store-2015-10-12')
    const autumnMwh = sum(store.kw) / 4 / 1_000
    expect(autumnMwh).toBeGreaterThan(0.8 * (1_000 / 365) * 35)
    expect(autumnMwh).toBeLessThan(1.2 * (1_000 / 365) * 35)
  })
})
