import type { Performance, ScenarioLine } from './metrics/report.ts'

export const figure = (value: number, digits = 3): string =>
  Number.isFinite(value) ? value.toFixed(digits) : '–'

/** Columns of equal width: the first to the left, the others to the right. */
export const table = (rows: readonly (readonly string[])[]): string => {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map(row => row[column]!.length)))
  const lines = rows.map(row =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!)))
      .join('  '),
  )
  return lines.join('\n')
}

const PERFORMANCE_HEAD = [
  '',
  'n',
  'AP',
  'hits',
  'wrong',
  'F1',
  'best F1',
  'at',
  'false/1000mm',
  'R@1/1000mm',
  'delay',
  'p90',
]

const performanceCells = (p: Performance): string[] => [
  String(p.suspects),
  figure(p.averagePrecision),
  String(p.hits),
  String(p.wrong),
  figure(p.f1),
  figure(p.bestF1),
  figure(p.bestThreshold),
  figure(p.falseRate, 2),
  figure(p.recallAtOne),
  figure(p.delayMedian, 1),
  figure(p.delayP90, 1),
]

export const performanceTable = (
  named: readonly (readonly [name: string, performance: Performance])[],
): string =>
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
