import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import { shanghaiText } from '../../schemas/day.ts'
import { furnaceSamples } from '../support/furnace.ts'
import { MONDAY } from '../support/readings.ts'
import { ask, dianshao, type Service, startService, withFolder } from './support/cli.ts'

const REGISTRY = `meter_id,customer_id,customer_name,district_code,industry_code,contract_kva,voltage_kv,interval_minutes,licensed_processes
M1,C1,某仓储有限公司,500107,5990,1600,10,15,
`
const DAYS = 5
/** The program starts several times */
const WITHIN_MS = 120_000
const NUMBER = '2024-00001'

const readings = (): string =>
  furnaceSamples('M1', MONDAY, DAYS)
    .map(({ meterId, atMs, kw, kvar }) => JSON.stringify({ meterId, at: shanghaiText(atMs), kw, kvar }))
    .join('\n')

/** Fills a service with a furnace works and waits until it is judged. */
const fill = async (service: Service): Promise<void> => {
  await ask(service, '/v1/registry', { method: 'POST', type: 'text/csv', body: REGISTRY })
  await ask(service, '/v1/readings', { method: 'POST', type: 'application/x-ndjson', body: readings() })
  const judged = async () => ((await ask(service, '/v1/status')).body as { judgedDays: number }).judgedDays
  await expect.poll(judged, { timeout: WITHIN_MS, interval: 100 }).toBe(DAYS)
}

const verify = (folder: string, ...args: string[]) => dianshao(['verify', ...args], { DIANSHAO_DATA: folder })

describe('dianshao verify', () => {
  it(
    'prints identical beside a running service and after it, and finds what was altered',
    async () => {
      await withFolder(async folder => {
        const service = await startService(folder)
        try {
          await fill(service)
          const running = await verify(folder, NUMBER)
          expect(running.err).toBe('')
          expect(running.out.trimEnd().split('\n').at(-1)).toBe('identical')
          expect(running.code).toBe(0)
          const accusation = await dianshao([
            'accusation',
            NUMBER,
            '--url',
            service.url,
            '--token',
            service.tokens.analyst,
          ])
          expect(accusation.out).toMatch(/^# 用电嫌疑线索 2024-00001\n/)
          expect(accusation.out).toContain(`npm run dianshao -- verify ${NUMBER}`)
        } finally {
          await service.kill()
        }
        const killed = await verify(folder, NUMBER, '--lang', 'zh')
        expect(killed.out.trimEnd().split('\n').at(-1)).toBe('一致 identical')
        const database = new DatabaseSync(join(folder, 'dianshao.sqlite'))
        database.exec("update charge set body = json_set(body, '$.evidence[0].value', 99)")
        database.close()
        const altered = await verify(folder, NUMBER, '--json')
        expect(altered.code).toBe(1)
        expect(JSON.parse(altered.out)).toMatchObject({ verdict: 'different', caseNumber: NUMBER })
        const told = await verify(folder, NUMBER)
        expect(told.out).toMatch(/evidence\.0\.value: stored 99, made anew /)
      })
    },
    WITHIN_MS,
  )

  it(
    'says in one sentence, with a code of its own, that it cannot',
    async () => {
      await withFolder(async folder => {
        const empty = await verify(folder, NUMBER)
        expect(empty).toMatchObject({ code: 2, out: '' })
        expect(empty.err).toMatch(/^There is no data of Dianshao to read in .*DIANSHAO_DATA\.\n$/)
        const service = await startService(folder)
        await service.kill()
        expect(await verify(folder, NUMBER)).toEqual({
          code: 2,
          out: '',
          err: `There is no case ${NUMBER}.\n`,
        })
      })
    },
    WITHIN_MS,
  )
})
