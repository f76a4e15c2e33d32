// Builds the console after an install. Where the tools of development were left out there is nothing to build with.
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))
try {
  createRequire(import.meta.url).resolve('vite')
} catch {
  console.log('The console is not built: the tools for it are not installed.')
  process.exit(0)
}
const { build } = await import('vite')
await build({ configFile: join(here, 'vite.config.ts'), logLevel: 'warn' })
