import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import openapiTS, { astToString } from 'openapi-typescript'
import { readConfig } from '../../schemas/config.ts'
import { startApp } from '../app.ts'
import { createLog } from '../log.ts'

/** Writes the types of the API, as the service describes itself, for the console; with --check only compares. */

const FILE = join(import.meta.dirname, 'api', 'types.d.ts')

const describedBy = async (folder: string): Promise<string> => {
  const config = { ...readConfig({ DIANSHAO_DATA: folder }), DIANSHAO_PORT: 0 }
  const app = await startApp(config, createLog('error'), error => {
    throw error
  })
  try {
    return await (await fetch(`${app.url}/openapi.json`)).text()
  } finally {
    await app.close()
  }
}

const folder = mkdtempSync(join(tmpdir(), 'dianshao-types-'))
try {
  const description = JSON.parse(await describedBy(folder))
  const text = `// Made of the description of the API by "npm run gen": not written by hand.\n${astToString(await openapiTS(description))}`
  if (!process.argv.includes('--check')) writeFileSync(FILE, text)
  else if (readFileSync(FILE, 'utf8') !== text) {
    console.error('services/console/api/types.d.ts is not what the API says of itself: run "npm run gen".')
    process.exitCode = 1
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
