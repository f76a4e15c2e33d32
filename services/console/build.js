// Builds the console after an install. Where the tools of development were left out there is nothing to build with.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, gzipSync } from 'node:zlib'

/** What fits into one packet is sent as it is. */
const SMALL_BYTES = 1_400

const here = dirname(fileURLToPath(import.meta.url))
try {
  createRequire(import.meta.url).resolve('vite')
} catch {
  console.log('The console is not built: the tools for it are not installed.')
  process.exit(0)
}
const { build } = await import('vite')
await build({ configFile: join(here, 'vite.config.ts'), logLevel: 'warn' })

// Compressed once, here, and served as they are: no request pays for it.
const assets = join(here, 'dist', 'assets')
for (const name of readdirSync(assets)) {
  const bytes = readFileSync(join(assets, name))
  if (bytes.length <= SMALL_BYTES) continue
  writeFileSync(join(assets, `${name}.br`), brotliCompressSync(bytes))
  writeFileSync(join(assets, `${name}.gz`), gzipSync(bytes, { level: 9 }))
}
