import { describe, expect, it } from 'vitest'
import { testFolder } from '../support/folder.ts'
import { judgeBaselines } from './baselines/baselines.ts'
import { evaluationReport, SUSPECT_SIGNATURES } from './evaluation-report.ts'
import { judgeColumns } from './judge-columns.ts'
import { judgeFiles } from './judge-files.ts'
import { verdictOf } from './judged.ts'
import { makePopulation } from './population/population.ts'

const DAYS = 20
/** They take two seconds of a core, which a busy machine may not give them soon. */
const PATIENCE_MS = 120_000

describe('evaluation', () => {
  it('takes a population through the backtest, and the short way over columns opens the same of clean data', {
    timeout: PATIENCE_MS,
  }, async () => {
    const population = makePopulation({ seed: 2, meters: 30, days: DAYS, dirty: false })
    const judged = await judgeFiles(population, testFolder())
    expect(judged).toHaveLength(30)
    expect(judged.some(({ verdicts: said }) => Object.values(said).some(({ score }) => score > 0.02))).toBe(
      true,
    )
    const short = judgeColumns(population)
    for (const [i, each] of judged.entries()) {
      for (const signature of SUSPECT_SIGNATURES) {
        const [long, quick] = [verdictOf(each, signature), verdictOf(short[i]!, signature)]
        expect(quick.openedDay).toBe(long.openedDay)
        // The product leaves out days that look dirty, even among clean ones; the short way knows no marks.
        expect(Math.abs(quick.score - long.score)).toBeLessThan(0.02)
      }
    }
  })

  it('takes dirty data through as well, and tells everything of it in one report', {
    timeout: PATIENCE_MS,
  }, async () => {
    const population = makePopulation({ seed: 6, meters: 30, days: DAYS })
    const judged = await judgeFiles(population, testFolder())
    const report = evaluationReport([{ seed: 6, judged, baselines: judgeBaselines(population) }], DAYS)
    for (const told of ['dianshao', 'null', 'random', 'load factor', 'valley share', 'isolation forest'])
      expect(report).toContain(`seed 6 ${told} `)
    for (const { member } of judged) expect(report).toContain(member.scenario)
    expect(report).not.toContain('NaN')
  })
})

describe('the rules beside the detectors', () => {
  const population = makePopulation({ seed: 6, meters: 30, days: DAYS })
  it('score every meter within 0 and 1, the same again, and open no case', () => {
    const said = judgeBaselines(population)
    expect([...judgeBaselines(population)]).toEqual([...said])
    for (const judged of said.values())
      for (const each of judged)
        for (const signature of SUSPECT_SIGNATURES) {
          const { score, openedDay } = verdictOf(each, signature)
          expect(score).toBeGreaterThanOrEqual(0)
          expect(score).toBeLessThanOrEqual(1)
          expect(openedDay).toBeNull()
        }
  })
})
