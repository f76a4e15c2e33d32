import { readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { Signature } from '../../schemas/finding.ts'
import { workbook } from '../support/workbook.ts'
import { ask, dianshao, type Finished, type Service, startService, withFolder } from './support/cli.ts'

const HEADER =
  'meter_id,customer_id,customer_name,district_code,industry_code,contract_kva,voltage_kv,interval_minutes,licensed_processes'
const REGISTRY = `${HEADER}
M1,C1,Works,500107,3130,500,10,15,rolling
`
/** 仓储 */
const STORE_GB18030 = Buffer.from([0xb2, 0xd6, 0xb4, 0xa2])
const POINTS = Array.from({ length: 96 }, (_, i) => `P${i + 1}`)
const dayRows = (id: string, date: string, days: number): string[][] => [
  [id, date, ...POINTS],
  ...Array.from({ length: days }, (_, i) => ['M1', `2024-05-0${i + 1}`, ...POINTS.map((_, p) => `${p}`)]),
]
const csv = (rows: readonly (readonly string[])[]): string => rows.map(row => row.join(',')).join('\n')

interface Desk {
  readonly service: Service
  readonly file: (name: string, content: string | Buffer) => string
  run(...args: readonly string[]): Promise<Finished>
}

/** A service with M1 in its registry, and a folder for files. */
const withDesk = (use: (desk: Desk) => Promise<void>): Promise<void> =>
  withFolder(async folder => {
    const service = await startService(join(folder, 'data'))
    try {
      await ask(service, '/v1/registry', { method: 'POST', type: 'text/csv', body: REGISTRY })
      await use({
        service,
        file(name, content) {
          writeFileSync(join(folder, name), content)
          return join(folder, name)
        },
        run: (...args) => dianshao([...args, '--url', service.url, '--token', service.tokens.analyst]),
      })
    } finally {
      await service.kill()
    }
  })

describe('import', () => {
  it('takes what it is given in any form and packing, and says what it found', async () =>
    withDesk(async ({ run, file }) => {
      const registers = 'meter_id,date,reg_total\nM1,2024-05-01,100\nM404,2024-05-01,5\n'
      const files: [string, string][] = [
        [file('rows.xlsx', await workbook(dayRows('meter_id', 'date', 2))), 'day rows, UTF-8, xlsx'],
        [file('rows.gz', gzipSync(csv(dayRows('meter_id', 'date', 2)))), 'day rows, ASCII, gzip'],
        [file('registers.txt', registers), 'daily registers, ASCII'],
      ]
      for (const [path, found] of files) {
        const { code, out, err } = await run('import', '--readings', path)
        expect([code, err]).toEqual([0, ''])
        expect(out).toContain(`${basename(path)}: ${found}.\n`)
        expect(out).toMatch(
          path.endsWith('.txt')
            ? /Readings: 2 sent, 1 accepted, 1 rejected\.\n {2}1 unknown-meter\n {2}line 3: No meter M404/
            : /Readings: 192 sent, 192 accepted, 0 rejected\.\n$/,
        )
      }
    }))

  it('takes a registry in GB18030, and tells the correction that it makes', async () =>
    withDesk(async ({ run, file, service }) => {
      await run('import', '--readings', file('rows.csv', csv(dayRows('meter_id', 'date', 3))))
      for (let waiting = 1; waiting > 0; ) {
        waiting = ((await ask(service, '/v1/status')).body as { waiting: number }).waiting
      }
      const meters = Buffer.concat([
        Buffer.from(`${HEADER}\nM1,C1,`),
        STORE_GB18030,
        Buffer.from(',500107,3130,500,10,15,\n'),
      ])
      const { code, out } = await run('import', '--replace', '--meters', file('meters.csv', meters))
      expect(code).toBe(0)
      expect(out).toContain('meters.csv: registry, GB18030.\nRegistry: 0 added, 1 changed, 0 unchanged.')
      expect(out).toContain('as correction 1: GET /v1/corrections/1 shows what it changes')
      const { body } = await ask(service, '/v1/registry')
      expect(body).toMatchObject({ meters: [{ customerName: '仓储', licensedProcesses: [] }] })
    }))

  it('shows what it would understand, by a saved profile, and takes nothing', async () =>
    withDesk(async ({ run, file, service }) => {
      const columns = { meter_id: '电表', date: '日期' }
      const saved = await run('profile', 'save', 'collector', file('p.json', JSON.stringify({ columns })))
      expect(saved.out).toBe('Saved as collector: import --profile collector uses it.\n')
      expect((await run('profile', 'list')).out).toMatch(/^collector: \{"columns":\{"meter_id":"电表"/)
      const rows = file('rows.csv', csv(dayRows('电表', '日期', 2)))
      const by = ['--profile', 'collector'] as const
      const preview = await run('import', '--readings', rows, '--preview', ...by)
      expect(preview.out.split('\n')).toEqual([
        'rows.csv: day rows, UTF-8.',
        '  columns: 电表 as meter_id, 日期 as date',
        '  line  meter  from              to                points  kW',
        '  2     M1     2024-05-01 00:00  2024-05-02 00:00  96      0 1 2 3 …',
        '  3     M1     2024-05-02 00:00  2024-05-03 00:00  96      0 1 2 3 …',
        '',
      ])
      expect((await ask(service, '/v1/status')).body).toMatchObject({ outcomes: {} })
      expect((await run('import', '--readings', rows)).code).toBe(1)
      expect((await run('import', '--readings', rows, ...by)).out).toContain('192 sent, 192 accepted')
      expect((await run('profile', 'remove', 'collector')).out).toBe('Removed collector.\n')
      expect((await run('profile', 'list')).out).toBe('No import profile is saved.\n')
      const gone = await run('import', '--readings', rows, ...by)
      expect([gone.code, gone.err]).toEqual([
        1,
        'There is no import profile collector: PUT /v1/profiles/collector saves one.\n',
      ])
    }))

  it('says what is wrong with a profile', async () =>
    withDesk(async ({ run, file }) => {
      const wrong: [string, RegExp][] = [
        ['{"unit":"GW"}', /is no import profile: unit: .*"kW"/],
        ['{"colums":{}}', /is no import profile: Unrecognized key: "colums"\.\n$/],
        ['{', /is no import profile: it is not JSON in UTF-8\.\n$/],
      ]
      for (const [text, sentence] of wrong) {
        const { code, err } = await run('profile', 'save', 'bad', file('bad.json', text))
        expect(code).toBe(1)
        expect(err).toMatch(sentence)
      }
    }))
})

it('backtest takes day rows of a workbook by a profile of a file', async () =>
  withFolder(async folder => {
    const file = (name: string, content: string | Buffer): string => {
      writeFileSync(join(folder, name), content)
      return join(folder, name)
    }
    const scores = join(folder, 'scores.ndjson')
    const { code, out, err } = await dianshao([
      'backtest',
      ...['--meters', file('meters.gz', gzipSync(REGISTRY))],
      ...['--readings', file('rows.xlsx', await workbook(dayRows('电表', '日期', 3)))],
      ...['--profile', file('p.json', JSON.stringify({ columns: { meter_id: '电表', date: '日期' } }))],
      ...['--cases', join(folder, 'cases.ndjson'), '--scores', scores],
    ])
    expect([code, err]).toEqual([0, ''])
    expect(out).toContain('288 readings: 288 accepted, 0 rejected')
    expect(readFileSync(scores, 'utf8').trimEnd().split('\n')).toHaveLength(Signature.options.length)
  }))
