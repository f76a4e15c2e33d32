import { writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { drawsOf } from './draw.ts'
import { drawInput } from './input.ts'
import { runOne } from './run.ts'
import { supervise } from './supervise.ts'
import { createTally } from './tally.ts'

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

/** Runs until the time is over; true when nothing broke. */
const fuzz = async (tell: (run: number) => void): Promise<boolean> => {
  const endMs = performance.now() + Number(values.seconds) * 1000
  const tally = createTally()
  let run = only ?? 0
  try {
    for (; only === undefined ? performance.now() < endMs : run === only; run++) {
      tell(run)
      tally.add(run, await runOne(seed, run, LIMIT_MS))
    }
    tally.checkHeap()
    return true
  } catch (error) {
    explain(run, (error as Error).message)
    return false
  } finally {
    console.log(tally.text(seed))
  }
}

/** Keeps the input of a run that went wrong, and tells how to see it again. */
const explain = (run: number, what: string): void => {
  const { from, bytes, profile, form } = drawInput(drawsOf(seed, run))
  const path = join(tmpdir(), `dianshao-fuzz-${seed}-${run}.bin`)
  writeFileSync(path, bytes)
  console.log(`FAILED: run ${run} of seed ${seed}, mutated from ${from}: ${what}`)
  console.log(`  input: ${path}, taken with ${JSON.stringify({ profile, form })}`)
  console.log(`  again: npm run test:fuzz -- --seed ${seed} --run ${run}`)
}

if (process.send) {
  process.exitCode = (await fuzz(run => process.send!(run))) ? 0 : 1
  process.disconnect()
} else {
  const { code, run, fatal } = await supervise(6 * LIMIT_MS)
  if (fatal !== undefined) explain(run, fatal)
  process.exitCode = code ?? 1
}
