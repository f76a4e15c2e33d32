import { writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { Failure, runOne } from './run.ts'
import { createTally } from './tally.ts'
import { watchOver } from './watch-over.ts'

/**
 * `npm run test:fuzz -- --seconds 60 --seed 1` feeds mutated golden files to the importers until the time is over;
 * `--run 123` repeats one run of a seed. Ends with 1 at the first input that breaks something, and writes it to a file.
 */
const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
    run: { type: 'string' },
  },
})

const LIMIT_MS = 5_000
const seed = Number(values.seed)
const only = values.run === undefined ? undefined : Number(values.run)
const endMs = performance.now() + Number(values.seconds) * 1000
const tally = createTally()
const watch = watchOver(seed, 6 * LIMIT_MS)

try {
  for (let run = only ?? 0; only === undefined ? performance.now() < endMs : run === only; run++) {
    watch.begin(run)
    tally.add(run, await runOne(seed, run, LIMIT_MS).catch(error => explain(run, error)))
  }
  tally.checkHeap()
} catch (error) {
  console.log(`FAILED: ${(error as Error).message}`)
  process.exitCode = 1
} finally {
  await watch.end()
  console.log(tally.text(seed))
}

/** Tells how to see a failure again. */
function explain(run: number, error: unknown): never {
  if (!(error instanceof Failure)) throw error
  const { from, bytes, profile, form } = error.input
  const path = join(tmpdir(), `dianshao-fuzz-${seed}-${run}.bin`)
  writeFileSync(path, bytes)
  const how = JSON.stringify({ profile, form })
  throw new Error(
    `run ${run} of seed ${seed}, mutated from ${from}: ${error.message}\n  input: ${path}, taken with ${how}\n  again: npm run test:fuzz -- --seed ${seed} --run ${run}`,
  )
}
