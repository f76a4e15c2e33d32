import { spawn, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { startBare, withFolder } from './support/cli.ts'

const PATH = 'docs/journey.md'
const BETWEEN = '@@ next block'

/** A block of commands of the document, and what it must print, in order. */
interface Block {
  readonly commands: string
  readonly expected: readonly string[]
}

const blocksOf = (document: string): Block[] =>
  [...document.matchAll(/^```sh\n(.*?)^```$/gms)].map(([, text]) => ({
    commands: text!,
    expected: [...text!.matchAll(/^# → (.*)$/gm)].map(([, line]) => line!),
  }))

/** Runs the blocks one after another in one shell; answers what each printed. */
const run = (blocks: readonly Block[], environment: Record<string, string>): Promise<string[]> => {
  const script = ['set -eu', ...blocks.map(({ commands }) => `${commands}\necho; echo '${BETWEEN}'`)].join(
    '\n',
  )
  return new Promise((resolve, reject) => {
    const shell = spawn('bash', ['-c', script], {
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let [out, err] = ['', '']
    shell.stdout.on('data', chunk => {
      out += chunk
    })
    shell.stderr.on('data', chunk => {
      err += chunk
    })
    shell.on('close', code => {
      if (code === 0) resolve(out.split(BETWEEN))
      else reject(new Error(`the journey ended with ${code}:\n${out}\n${err}`))
    })
  })
}

const missing = ['bash', 'curl'].filter(tool => spawnSync(tool, ['--version']).error !== undefined)
if (missing.length > 0)
  console.log(`The journey by curl is skipped: there is no ${missing.join(' and no ')} here.`)

describe.skipIf(missing.length > 0)(PATH, () => {
  it('goes as it is written, from the first sign-in to the closed case', async () => {
    const blocks = blocksOf(readFileSync(PATH, 'utf8'))
    await withFolder(async folder => {
      const service = await startBare(folder)
      const printed = await run(blocks, { DATA: folder, URL: service.url }).finally(service.kill)
      for (const [i, { commands, expected }] of blocks.entries()) {
        let from = 0
        for (const line of expected) {
          const at = printed[i]!.indexOf(line, from)
          expect(at, `"${line}" of\n${commands}\nin\n${printed[i]}`).toBeGreaterThanOrEqual(0)
          from = at + line.length
        }
      }
    })
  })
})
