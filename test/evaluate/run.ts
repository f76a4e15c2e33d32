import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { judgeBaselines } from './baselines/baselines.ts'
import { evaluationReport, type SeedResult, SUSPECT_SIGNATURES } from './evaluation-report.ts'
import { judgeFiles } from './judge-files.ts'
import { expectationsOf } from './metrics/expectations.ts'
import { makePopulation } from './population/population.ts'

/**
 * `npm run evaluate -- --seeds 11,12,13 [--meters 1500] [--days 70]`: labelled populations through `dianshao
 * backtest`, and plain rules beside it. Tune on other seeds than those reported. With `--expectations FILE` what each
 * level was worth is written there, for services/criteria/expectations.data.json.
 */
const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '11,12,13' },
    meters: { type: 'string', default: '1500' },
    days: { type: 'string', default: '70' },
    expectations: { type: 'string' },
  },
})

const wholeNumber = (text: string, least: number, what: string): number => {
  const value = Number(text)
  if (Number.isInteger(value) && value >= least) return value
  throw new RangeError(`${what} must be a whole number from ${least} on, not ${text}.`)
}

const meters = wholeNumber(values.meters, 40, '--meters')
const days = wholeNumber(values.days, 20, '--days')
const seeds = values.seeds.split(',').map(text => wholeNumber(text, 1, '--seeds'))

const evaluate = async (seed: number): Promise<SeedResult> => {
  const population = makePopulation({ seed, meters, days })
  const folder = mkdtempSync(join(tmpdir(), 'dianshao-evaluate-'))
  try {
    const judged = await judgeFiles(population, folder)
    return { seed, judged, baselines: judgeBaselines(population) }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const results: SeedResult[] = []
for (const seed of seeds) results.push(await evaluate(seed))
console.log(evaluationReport(results, days))

if (values.expectations !== undefined) {
  const all = results.flatMap(({ judged }) => judged)
  const source = {
    source: `simulated population: ${all.length} meters, seeds ${seeds.join(', ')}`,
    sourceZh: `仿真总体 ${all.length} 户，随机种子 ${seeds.join('、')}`,
  }
  const lines = SUSPECT_SIGNATURES.flatMap(signature => expectationsOf(all, signature, source))
  writeFileSync(values.expectations, `${JSON.stringify(lines, null, 2)}\n`)
}
