import type { Signature } from '../../schemas/finding.ts'
import { type Judged, verdictOf } from './judged.ts'
import { confusionOf } from './metrics/confusion.ts'
import { expectationsOf } from './metrics/expectations.ts'
import { type LeftOut, leaveOut } from './metrics/left-out.ts'
import { precisionOf } from './metrics/precision.ts'
import { performanceOf } from './metrics/report.ts'
import {
  confusionTable,
  expectationTable,
  figure,
  leftOutTable,
  performanceTable,
  precisionTable,
} from './print.ts'

/** What was said of the population of one seed, by the product and by the rules beside it. */
export interface SeedResult {
  readonly seed: number
  readonly judged: readonly Judged[]
  readonly baselines: ReadonlyMap<string, readonly Judged[]>
}

/** The signatures that the population holds suspects of. */
export const SUSPECT_SIGNATURES: readonly Signature[] = ['induction-furnace', 'crypto-mining']

const rowsOf = ({ seed, judged, baselines }: SeedResult, signature: Signature, days: number) =>
  [['dianshao', judged] as const, ...baselines].map(
    ([name, said]) => [`seed ${seed} ${name}`, performanceOf(said, signature, days)] as const,
  )

/** Legal meters that any signature accused, with those that have no suspects here. */
const accusedLegal = (judged: readonly Judged[]): string[] =>
  judged.flatMap(({ member, verdicts }) =>
    member.truth !== 'legal'
      ? []
      : Object.entries(verdicts)
          .filter(([, { openedDay }]) => openedDay !== null)
          .map(([signature, { score }]) => {
            const dirt = member.dirt.length > 0 ? `, ${member.dirt.join(', ')}` : ''
            return `${member.meter.meterId} ${member.scenario}: ${signature} ${score.toFixed(3)}${dirt}`
          }),
  )

const LEFT_OUT_SHOWN = 12

const spread = (values: readonly number[]): string =>
  `${figure(Math.min(...values))} to ${figure(Math.max(...values))}`

/** How far the figures move with the family that is left out. */
const leftOutSpread = (lines: readonly LeftOut[]): string =>
  [
    `AP of the others ${spread(lines.map(line => line.averagePrecision))}`,
    `F1 of their cases ${spread(lines.map(line => line.f1))}`,
    `F1 of all at a threshold fitted on the others ${spread(lines.map(line => line.f1OfAll))}`,
  ].join('; ')

const signatureReport = (results: readonly SeedResult[], signature: Signature, days: number): string[] => {
  const all = results.flatMap(({ judged }) => judged)
  const precision = results.map(
    ({ seed, judged }) => [`seed ${seed}`, precisionOf(judged, signature)] as const,
  )
  return [
    `## ${signature}`,
    performanceTable(results.flatMap(result => rowsOf(result, signature, days))),
    'Precision of cases, with Wilson’s 95 % bounds, and where one enterprise in a thousand is a suspect',
    precisionTable([...precision, ['all', precisionOf(all, signature)]]),
    'Precision of cases by the level they reached (all seeds)',
    expectationTable(expectationsOf(all, signature, { source: '', sourceZh: '' })),
    'Each scenario family left out in turn (all seeds)',
    leftOutSpread(leaveOut(all, signature)),
    leftOutTable(leaveOut(all, signature).slice(0, LEFT_OUT_SHOWN)),
  ]
}

/** Signatures of which the product scored anything at all. */
const scoredSignatures = (judged: readonly Judged[]): Signature[] =>
  [...new Set(judged.flatMap(({ verdicts }) => Object.keys(verdicts) as Signature[]))].filter(signature =>
    judged.some(each => verdictOf(each, signature).score > 0),
  )

/** Everything that is to be told of an evaluation, as text. */
export const evaluationReport = (results: readonly SeedResult[], days: number): string => {
  const all = results.flatMap(({ judged }) => judged)
  const signatures = scoredSignatures(all)
  return [
    ...SUSPECT_SIGNATURES.flatMap(signature => signatureReport(results, signature, days)),
    '## Scenarios: cases by signature, and the highest score (all seeds)',
    confusionTable(confusionOf(all, signatures), signatures),
    '## Legal meters with a case',
    ...results.map(
      ({ seed, judged }) => `seed ${seed}: ${accusedLegal(judged).join('\n        ') || 'none'}`,
    ),
  ].join('\n\n')
}
