import { parseArgs } from 'node:util'
import type { Signature } from '../../schemas/finding.ts'
import { judgeColumns } from './judge-columns.ts'
import { type Judged, verdictOf } from './judged.ts'
import { byScenario, performanceOf } from './metrics/report.ts'
import { makePopulation } from './population/population.ts'
import { figure, performanceTable, scenarioTable, table } from './print.ts'

/**
 * `npm run evaluate:fast -- --seeds 1,2 [--meters 1500] [--days 70] [--clean] [--list]`: the detectors over the
 * columns alone. `--clean`: without dirty data; `--list`: every suspect, and whoever else scores 0.5 and more.
 */
const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1' },
    meters: { type: 'string', default: '1500' },
    days: { type: 'string', default: '70' },
    clean: { type: 'boolean', default: false },
    list: { type: 'boolean', default: false },
  },
})
const days = Number(values.days)
const SIGNATURES: readonly Signature[] = ['induction-furnace', 'crypto-mining']
const LISTED_FROM = 0.5

const memberLine = (each: Judged, signature: Signature): string[] => {
  const { member } = each
  const { score, openedDay } = verdictOf(each, signature)
  return [
    `${member.meter.meterId} ${member.scenario}`,
    figure(score),
    openedDay === null ? '–' : String(openedDay),
    member.onsetDay === null ? '–' : String(member.onsetDay),
    figure(member.suspectKwh / member.kwh, 2),
    `${member.meter.industryCode} ${member.meter.licensedProcesses.join(';')}`,
    member.dirt.join(' '),
  ]
}

const list = (judged: readonly Judged[], signature: Signature): string =>
  table([
    ['meter', 'score', 'opened', 'onset', 'share', 'registry', 'dirt'],
    ...judged
      .filter(each => each.member.truth === signature || verdictOf(each, signature).score >= LISTED_FROM)
      .sort((a, b) => verdictOf(b, signature).score - verdictOf(a, signature).score)
      .map(each => memberLine(each, signature)),
  ])

for (const seed of values.seeds.split(',').map(Number)) {
  const population = makePopulation({ seed, meters: Number(values.meters), days, dirty: !values.clean })
  const judged = judgeColumns(population)
  for (const signature of SIGNATURES) {
    console.log(`\nseed ${seed}, ${signature}`)
    console.log(performanceTable([['detector', performanceOf(judged, signature, days)]]))
    console.log(`\n${scenarioTable(byScenario(judged, signature).filter(({ highest }) => highest > 0.02))}`)
    if (values.list) console.log(`\n${list(judged, signature)}`)
  }
}
