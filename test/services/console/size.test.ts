import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const BUILT = join(import.meta.dirname, '../../../services/console/dist')
const PAGE = join(BUILT, 'index.html')
/** What every page loads before anything is shown, 233 kB when this was written, and the biggest file after it, 173 kB */
const MOST = { first: 260, file: 195 }
const isBuilt = existsSync(PAGE)
if (!isBuilt)
  console.log('The size of the console is not checked: the console is not built (npm run console).')

/** As much as goes over the wire. */
const bytesOf = (name: string): number => {
  const path = join(BUILT, 'assets', name)
  return statSync(existsSync(`${path}.br`) ? `${path}.br` : path).size
}

const kB = (names: readonly string[]): number => names.reduce((sum, name) => sum + bytesOf(name), 0) / 1_000

describe.skipIf(!isBuilt)('the size of the console', () => {
  it('is small for what every page loads first', () => {
    const first = [...readFileSync(PAGE, 'utf8').matchAll(/assets\/([\w-]+\.(?:js|css))/g)].map(
      ([, name]) => name!,
    )
    expect(first.length).toBeGreaterThan(1)
    expect(kB(first)).toBeLessThan(MOST.first)
  })

  it('is small for each of its other files', () => {
    const scripts = readdirSync(join(BUILT, 'assets')).filter(name => name.endsWith('.js'))
    const biggest = scripts.toSorted((a, b) => bytesOf(b) - bytesOf(a))[0]!
    expect(kB([biggest])).toBeLessThan(MOST.file)
  })
})
