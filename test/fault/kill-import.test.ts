import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { dayStartMs, parseDay, shanghaiText } from '../../schemas/day.ts'
import { ask, dianshao, type Service, startService, withFolder } from '../acceptance/support/cli.ts'

const METERS = 60
const DAYS = 30
const SLOTS = 96
const FIRST_DAY = parseDay('2026-01-05')

const registry = [
  'meter_id,customer_id,customer_name,district_code,industry_code,contract_kva,voltage_kv,interval_minutes,licensed_processes',
  ...Array.from({ length: METERS }, (_, m) => `M${m},C${m},Invented,500107,5990,0,10,15,`),
].join('\n')

/** A value that names its own place, exact in f32. */
const kwAt = (meter: number, slot: number): number => meter * 10_000 + slot

const readings = (): string => {
  const lines = ['meter_id,ts,kw,kvar']
  for (let slot = 0; slot < DAYS * SLOTS; slot++) {
    const at = shanghaiText(dayStartMs(FIRST_DAY) + (slot + 1) * 900_000)
    for (let meter = 0; meter < METERS; meter++) lines.push(`M${meter},${at},${kwAt(meter, slot)},`)
  }
  return lines.join('\n')
}

/** Imports and kills the service after `killAfterMs`; answers how many readings it had confirmed. */
const importAndKill = (service: Service, path: string, killAfterMs: number): Promise<void> =>
  new Promise(resolve => {
    const child = spawn(
      process.execPath,
      [
        '--disable-warning=ExperimentalWarning',
        'services/main.ts',
        'import',
        '--readings',
        path,
        '--url',
        service.url,
        '--token',
        service.tokens.analyst,
      ],
      { stdio: 'ignore' },
    )
    const timer = setTimeout(() => service.kill(), killAfterMs)
    child.once('close', async () => {
      clearTimeout(timer)
      await service.kill()
      resolve()
    })
  })

/** Every stored value must be the one that belongs there; answers how many there are. */
const checkStored = async (service: Service): Promise<number> => {
  let stored = 0
  for (let meter = 0; meter < METERS; meter++) {
    const { body } = await ask(service, `/v1/points/M${meter}/curve?from=2026-01-05&to=2026-02-03`)
    const { days } = body as { days: { day: string; kw: (number | null)[] }[] }
    for (const { day, kw } of days) {
      const first = (parseDay(day) - FIRST_DAY) * SLOTS
      for (const [i, value] of kw.entries()) {
        if (value === null) continue
        expect(value).toBe(kwAt(meter, first + i))
        stored++
      }
    }
  }
  return stored
}

/** An import that was killed goes on by itself after the restart: waits for it, and until all is judged. */
const settledStatus = async (service: Service) => {
  for (;;) {
    const { imports } = (await ask(service, '/v1/imports')).body as { imports: { state: string }[] }
    if (imports.some(({ state }) => state === 'waiting' || state === 'running')) continue
    const { body } = await ask(service, '/v1/status')
    const status = body as { waiting: number; judgedDays: number; outcomes: Record<string, number> }
    if (status.waiting === 0) return status
  }
}

// The kill falls where it falls: while starting, parsing, between log and history, in a checkpoint.
it('kill -9 during an import: after a restart every acknowledged reading is there once', async () => {
  const [killAfterMs] = fc.sample(fc.integer({ min: 550, max: 1_250 }), 1) as [number]
  await withFolder(async folder => {
    const data = join(folder, 'data')
    const path = join(folder, 'readings.csv')
    writeFileSync(path, readings())
    const first = await startService(data)
    await ask(first, '/v1/registry', { method: 'POST', type: 'text/csv', body: registry })
    await importAndKill(first, path, killAfterMs)

    const second = await startService(data)
    try {
      const { outcomes } = await settledStatus(second)
      const all = METERS * DAYS * SLOTS
      // An upload that was acknowledged is taken in whole, another one not at all.
      expect([0, all]).toContain(outcomes.accepted ?? 0)
      // What the counts say was acknowledged is what the history holds: none lost, none twice.
      expect(await checkStored(second), `killed after ${killAfterMs} ms`).toBe(outcomes.accepted ?? 0)

      const { code, out } = await dianshao([
        'import',
        '--readings',
        path,
        '--url',
        second.url,
        '--token',
        second.tokens.analyst,
      ])
      expect(code).toBe(0)
      expect(out).toContain(`${all} sent, ${all} accepted, 0 rejected`)
      const after = await settledStatus(second)
      expect(await checkStored(second)).toBe(all)
      expect(after.outcomes.accepted).toBe(all)
      const duplicates = (after.outcomes.duplicate ?? 0) - (outcomes.duplicate ?? 0)
      expect(duplicates).toBe(outcomes.accepted ?? 0)
      expect(after.judgedDays).toBe(METERS * DAYS)
    } finally {
      await second.kill()
    }
  })
}, 180_000)
