import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '../../schemas/config.ts'
import type { Meter } from '../../schemas/meter.ts'
import { startApp } from '../../services/app.ts'
import { type Client, createClient } from '../../services/commands/client.ts'
import { createLog } from '../../services/log.ts'
import { registryCsv } from '../../services/simulator/index.ts'
import { analystAndReviewer } from '../support/people.ts'

/** A folder that is gone after `work`. */
export const withFolder = async <T>(work: (folder: string) => Promise<T>): Promise<T> => {
  const folder = mkdtempSync(join(tmpdir(), 'dianshao-bench-'))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Runs `work` against a service of this process that knows `meters`. */
export const withService = (
  meters: readonly Meter[],
  work: (client: Client, folder: string) => Promise<void>,
): Promise<void> =>
  withFolder(async folder => {
    const config = readConfig({ DIANSHAO_DATA: folder, DIANSHAO_PORT: '0' })
    const fail = (error: Error) => {
      throw error
    }
    const [analyst, reviewer] = analystAndReviewer()
    const app = await startApp(config, createLog('warn'), fail, { accounts: [analyst, reviewer] })
    try {
      const client = createClient(app.url, analyst.token)
      await client.call('POST', '/v1/registry', { type: 'text/csv', text: registryCsv({ meters }) })
      await work(client, folder)
    } finally {
      await app.close()
    }
  })

/** Waits until everything taken in is judged. */
export const settled = async (client: Client): Promise<void> => {
  while (((await client.call('GET', '/v1/status')) as { waiting: number }).waiting > 0);
}
