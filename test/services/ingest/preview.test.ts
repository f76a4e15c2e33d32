import { describe, expect, it } from 'vitest'
import type { ImportProfile } from '../../../schemas/profile.ts'
import { previewOf } from '../../../services/ingest/index.ts'
import { meter } from '../../support/meters.ts'
import { blocksOf, finderOf, METERS, NOW_MS, profileOf } from './taken.ts'

const deps = { meters: finderOf(METERS), nowMs: () => NOW_MS }
const preview = (text: string, profile?: ImportProfile) => previewOf(blocksOf(text), { profile }, deps)
const POINTS = Array.from({ length: 24 }, (_, i) => `P${i + 1}`)

describe('a preview', () => {
  it('shows how readings would be taken, and why not', async () => {
    const profile = profileOf({
      columns: { meter_id: '资产号', ts: '时间', kw: '功率' },
      zone: '+08:00',
      side: 'secondary',
      unit: 'W',
    })
    const rows = ['M2,某厂,2026/11/1 0:15,1500', 'M9,某厂,2026/11/1 0:15,1500', 'M1,某厂,noon,1']
    expect(await preview(`资产号,户名,时间,功率\n${rows.join('\n')}\n`, profile)).toEqual({
      form: 'readings',
      encoding: 'utf-8',
      packed: null,
      columns: [
        { name: '资产号', meaning: 'meter_id' },
        { name: '户名', meaning: null },
        { name: '时间', meaning: 'ts' },
        { name: '功率', meaning: 'kw' },
      ],
      rows: [
        {
          line: 2,
          understood: {
            meterId: 'M2',
            known: true,
            from: '2026-11-01T00:00:00+08:00',
            to: '2026-11-01T00:15:00+08:00',
            points: 1,
            kw: [75],
          },
        },
        {
          line: 3,
          understood: {
            meterId: 'M9',
            known: false,
            from: '2026-11-01T00:15:00+08:00',
            to: '2026-11-01T00:15:00+08:00',
            points: 1,
            kw: [1.5],
          },
          fault: { reason: 'unknown-meter', detail: expect.any(String) },
        },
        { line: 4, fault: { reason: 'bad-time', detail: expect.any(String) } },
      ],
    })
  })

  it('shows day rows with their first values, and the first point that is bad', async () => {
    const cells = ['x', '', '1', '2', '3', '4', '5', ...Array<string>(17).fill('')]
    const { form, rows } = await preview(`meter_id,date,${POINTS}\nM1,20261101,${cells}\n`)
    expect(form).toBe('day-rows')
    expect(rows).toEqual([
      {
        line: 2,
        understood: {
          meterId: 'M1',
          known: true,
          from: '2026-11-01T00:00:00+08:00',
          to: '2026-11-02T00:00:00+08:00',
          points: 5,
          kw: [1, 2, 3, 4],
        },
        fault: { reason: 'not-a-number', detail: expect.any(String) },
      },
    ])
    const midnight = await preview(
      `meter_id,date,${POINTS}\nM1,20261101,${cells}\n`,
      profileOf({ firstPoint: '00:00' }),
    )
    expect(midnight.rows[0]!.understood).toMatchObject({
      from: '2026-10-31T23:00:00+08:00',
      to: '2026-11-01T23:00:00+08:00',
    })
  })

  it('shows registers', async () => {
    const { form, rows } = await preview(
      'meter_id,date,reg_total,reg_peak,max_kw\nM2,2026-11-01,10,4,1.5\n',
      profileOf({ side: 'secondary' }),
    )
    expect(form).toBe('registers')
    expect(rows[0]).toEqual({
      line: 2,
      understood: {
        meterId: 'M2',
        known: true,
        from: '2026-11-01T00:00:00+08:00',
        to: '2026-11-02T00:00:00+08:00',
        points: 1,
        kw: [75],
        registers: { total: 500, peak: 200 },
      },
    })
  })

  it('shows a registry', async () => {
    const header =
      'meter_id,customer_id,customer_name,district_code,industry_code,contract_kva,voltage_kv,interval_minutes,licensed_processes,valid_from'
    const { form, rows, columns } = await preview(
      `${header},note\nM7,C1,n,d,i,1,10,15,,2026-11-01,hello\nM7,C1,n,d,i,many,10,15,,,hello\n`,
    )
    expect(form).toBe('registry')
    expect(columns.at(-1)).toEqual({ name: 'note', meaning: null })
    expect(rows).toMatchObject([
      {
        understood: {
          meterId: 'M7',
          known: false,
          from: '2026-11-01T00:00:00+08:00',
          to: null,
          meter: {
            ...meter({ meterId: 'M7' }),
            customerId: 'C1',
            customerName: 'n',
            districtCode: 'd',
            industryCode: 'i',
            contractKva: 1,
            validFrom: '2026-11-01',
          },
        },
      },
      { fault: { reason: 'malformed', detail: expect.stringContaining('contractKva') } },
    ])
  })

  it('shows NDJSON, without columns', async () => {
    const lines = [{ meterId: 'M1', date: '2026-11-01', total: 5 }, { meterId: 'M1' }]
    const shown = await preview(lines.map(line => JSON.stringify(line)).join('\n'))
    expect(shown).toMatchObject({ form: 'registers', columns: [], encoding: 'ascii' })
    expect(shown.rows.map(({ fault }) => fault?.reason)).toEqual([undefined, 'missing-field'])
  })

  it('shows 20 rows and then stops reading', async () => {
    let isOpen = true
    const endless = async function* () {
      try {
        yield Buffer.from('meter_id,ts,kw\n')
        for (;;) yield Buffer.from('M1,2026-11-01T00:15:00+08:00,1\n'.repeat(7))
      } finally {
        isOpen = false
      }
    }
    const { rows } = await previewOf(endless(), {}, deps)
    expect(rows.map(({ line }) => line)).toEqual(Array.from({ length: 20 }, (_, i) => i + 2))
    expect(isOpen).toBe(false)
  })

  it('refuses what cannot be taken', async () => {
    await expect(preview('meter_id,time,kw\n')).rejects.toMatchObject({ code: 'bad-columns' })
  })
})
