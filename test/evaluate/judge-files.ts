import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { dayOf } from '../../schemas/day.ts'
import type { Signature } from '../../schemas/finding.ts'
import { backtest } from '../../services/commands/index.ts'
import type { Judged, Verdict } from './judged.ts'
import { writePopulation } from './population/files.ts'
import type { Population } from './population/population.ts'

interface ScoreLine {
  readonly meterId: string
  readonly signature: Signature
  readonly score: number
}
interface ChargeLine extends ScoreLine {
  readonly openedAt: string
}

const linesOf = <T>(path: string): T[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line) as T)

/** By meter: what `backtest` wrote of each signature. */
const verdictsOf = (
  scores: readonly ScoreLine[],
  charges: readonly ChargeLine[],
  firstDay: number,
): Map<string, Partial<Record<Signature, Verdict>>> => {
  const said = new Map<string, Partial<Record<Signature, Verdict>>>()
  for (const { meterId, signature, score } of scores)
    said.set(meterId, { ...said.get(meterId), [signature]: { score, openedDay: null } })
  for (const { meterId, signature, score, openedAt } of charges) {
    const of = said.get(meterId)!
    // A case opens at the end of a day, which is the midnight that begins the next one.
    const openedDay = dayOf(Date.parse(openedAt)) - 1 - firstDay
    of[signature] = { score: of[signature]?.score ?? score, openedDay }
  }
  return said
}

/** A population through `dianshao backtest`: files, intake, log, quality marks, detectors, cases. */
export const judgeFiles = async (population: Population, folder: string): Promise<Judged[]> => {
  const out = { cases: join(folder, 'cases.ndjson'), scores: join(folder, 'scores.ndjson') }
  await backtest({ ...(await writePopulation(population, folder)), ...out })
  const said = verdictsOf(
    linesOf<ScoreLine>(out.scores),
    linesOf<ChargeLine>(out.cases),
    population.world.firstDay,
  )
  return population.members.map(({ kw: _, kvar: __, ...member }) => ({
    member,
    verdicts: said.get(member.meter.meterId) ?? {},
  }))
}
