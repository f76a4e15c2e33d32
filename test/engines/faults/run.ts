import { spawnSync } from 'node:child_process'
import { parseArgs } from 'node:util'

/** Tells `--seeds N` stories from `--from SEED` on, of each kind; `--only NAME` those of one file. */
const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '3' },
    from: { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
  },
})
const seeds = Array.from({ length: Number(values.seeds) }, (_, i) => Number(values.from) + i)
const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'vitest.engines.config.ts']
const { status } = spawnSync(
  process.execPath,
  [...process.execArgv, ...vitest, '--project', 'faults', `test/engines/faults/${values.only}`],
  { stdio: 'inherit', env: { ...process.env, FAULT_SEEDS: seeds.join(',') } },
)
process.exitCode = status ?? 1
