import { spawn } from 'node:child_process'
import { createWriteStream, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { parseDay } from '../../schemas/day.ts'
import { makeFleet, registryCsv } from '../../services/simulator/index.ts'
import { ask, CLI, startService } from '../acceptance/support/cli.ts'
import { type Figure, measure } from './measure.ts'
import { withFolder } from './service.ts'

const METERS = 500
const BYTES_PER_READING = 47
const SAMPLE_MS = 200

/** `import` of one readings file of about `gigabytes` into a service: time and highest memory of both. */
export const benchImport = async (gigabytes: number): Promise<Figure[]> =>
  withFolder(async folder => {
    const days = Math.max(1, Math.round((gigabytes * 1e9) / BYTES_PER_READING / METERS / 96))
    const fleet = makeFleet({ meters: METERS, days, seed: 11, firstDay: parseDay('2023-01-02') })
    const path = join(folder, 'readings.csv')
    await pipeline(Readable.from(fleet.csv('time')), createWriteStream(path))
    const service = await startService(join(folder, 'data'))
    try {
      const body = registryCsv({ meters: fleet.meters })
      await ask(service, '/v1/registry', { method: 'POST', type: 'text/csv', body })
      let commandMb = 0
      const { seconds } = await measure(async () => {
        commandMb = await runImport(service.url, service.tokens.analyst, path)
        for (;;) {
          const { body } = await ask(service, '/v1/status')
          if ((body as { waiting: number }).waiting === 0) break
        }
      })
      return [
        {
          what: `import of ${(statSync(path).size / 1e9).toFixed(2)} GB, ${fleet.lines.toLocaleString('en')} readings, until judged`,
          value: `${seconds.toFixed(0)} s; the service at most ${highestMb(service.pid).toFixed(0)} MB, the command ${commandMb.toFixed(0)} MB`,
          beside: 'memory must not grow with the file: compare two sizes',
        },
      ]
    } finally {
      await service.kill()
    }
  })

/** Runs the command to its end; answers its highest memory, MB. */
const runImport = (url: string, token: string, path: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const args = ['import', '--readings', path, '--url', url, '--token', token]
    const child = spawn(process.execPath, [...CLI, ...args], { stdio: 'ignore' })
    let highest = 0
    const sampling = setInterval(() => {
      highest = Math.max(highest, highestMb(child.pid!))
    }, SAMPLE_MS)
    child.once('error', reject)
    child.once('close', code => {
      clearInterval(sampling)
      if (code === 0) resolve(highest)
      else reject(new Error(`the import ended with ${code}`))
    })
  })

/** The most memory a process ever held, MB; 0 where the system does not tell. */
const highestMb = (pid: number): number => {
  try {
    return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1_024
  } catch {
    return 0
  }
}
