import type { LevelExpectation } from '../../schemas/criterion.ts'
import type { Confusion } from './metrics/confusion.ts'
import type { LeftOut } from './metrics/left-out.ts'
import type { Precision } from './metrics/precision.ts'
import type { Performance, ScenarioLine } from './metrics/report.ts'

/** A number with so many decimals; a dash for what is none. */
export const figure = (value: number, digits = 3): string =>
  Number.isFinite(value) ? value.toFixed(digits) : '–'

/** Columns of equal width: the first to the left, the others to the right. */
export const table = (rows: readonly (readonly string[])[]): string => {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map(row => row[column]!.length)))
  const pad = (cell: string, column: number) =>
    column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!)
  return rows.map(row => row.map(pad).join('  ')).join('\n')
}

const PERFORMANCE_HEAD = [
  ...['', 'suspects', 'AP', 'right', 'false', 'F1', 'best F1', 'from', 'false/1000', 'recall@1/1000'],
  ...['delay', 'p90'],
]

const performanceCells = (p: Performance): string[] => {
  const opened = p.hits + p.wrong > 0
  return [
    String(p.suspects),
    figure(p.averagePrecision),
    ...(opened ? [String(p.hits), String(p.wrong), figure(p.f1)] : ['–', '–', '–']),
    figure(p.bestF1),
    figure(p.bestThreshold),
    opened ? figure(p.falseRate, 2) : '–',
    figure(p.recallAtOne),
    figure(p.delayMedian, 1),
    figure(p.delayP90, 1),
  ]
}

/** False cases per 1,000 meter-months; recall at one of them; delay from onset in days, median and 90 %. */
export const performanceTable = (named: readonly (readonly [string, Performance])[]): string =>
  table([PERFORMANCE_HEAD, ...named.map(([name, performance]) => [name, ...performanceCells(performance)])])

export const scenarioTable = (lines: readonly ScenarioLine[]): string =>
  table([
    ['scenario', 'meters', 'highest', 'median', 'opened'],
    ...lines.map(({ scenario, meters, highest, median, opened }) => [
      scenario,
      String(meters),
      figure(highest),
      figure(median),
      String(opened),
    ]),
  ])

export const precisionTable = (named: readonly (readonly [string, Precision])[]): string =>
  table([
    ['', 'cases', 'right', 'precision', '95 % from', 'legal', 'accused', '95 % to', 'at 0.1 %', '95 % from'],
    ...named.map(([name, p]) => [
      name,
      String(p.cases),
      String(p.right),
      figure(p.precision),
      figure(p.precisionLower),
      String(p.legalMeters),
      String(p.legalAccused),
      figure(p.falseShareUpper, 5),
      figure(p.inField),
      figure(p.inFieldLower),
    ]),
  ])

/** Of each level: precision, its lower bound, and the legal meters behind it. */
export const expectationTable = (lines: readonly LevelExpectation[]): string =>
  table([
    ['level', 'precision', '95 % from', 'legal'],
    ...lines.map(({ level, precision, lower, meters }) => [
      level,
      figure(precision ?? Number.NaN),
      figure(lower ?? Number.NaN),
      String(meters),
    ]),
  ])

/** For each scenario: accused of each signature, of none, and the highest score of each. */
export const confusionTable = (lines: readonly Confusion[], signatures: readonly string[]): string =>
  table([
    ['scenario', 'meters', ...signatures, 'none', ...signatures.map(signature => `highest ${signature}`)],
    ...lines.map(({ scenario, meters, accused, unaccused, highest }) => [
      scenario,
      String(meters),
      ...signatures.map(signature => String(accused[signature])),
      String(unaccused),
      ...signatures.map(signature => figure(highest[signature]!)),
    ]),
  ])

export const leftOutTable = (lines: readonly LeftOut[]): string =>
  table([
    [
      'left out',
      'meters',
      'AP of others',
      'F1 of others',
      'their threshold',
      'F1 of all at it',
      'left out above it',
    ],
    ...lines.map(line => [
      line.family,
      String(line.meters),
      figure(line.averagePrecision),
      figure(line.f1),
      figure(line.threshold),
      figure(line.f1OfAll),
      String(line.familyAbove),
    ]),
  ])
