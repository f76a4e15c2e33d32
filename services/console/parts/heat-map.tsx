import { Card } from 'antd'
import { useMemo } from 'react'
import { useLook } from '../theme.tsx'
import { useWords } from '../words/index.tsx'
import { COLOURS, PLAIN_TOOLTIP, useChart } from './charts.ts'
import type { Curve } from './curve.ts'
import { wholeText } from './numbers.ts'

const SLOTS = 48
const MINUTES_PER_DAY = 1_440

/** Every day as a column, every half hour as a row: habits show as bands, melting nights as blocks. */
export const HeatMap = ({ curve }: { readonly curve: Curve }) => {
  const words = useWords()
  const { look } = useLook()
  const option = useMemo(() => optionOf(curve, look), [curve, look])
  const element = useChart(option, look)
  return (
    <Card size="small" title={words.heatMap}>
      <div ref={element} className="chart chart-small" role="img" aria-label={words.heatMap} />
    </Card>
  )
}

const optionOf = (curve: Curve, look: 'light' | 'dark') => {
  const colour = COLOURS[look]
  const cells = curve.days.flatMap((day, x) =>
    Array.from({ length: SLOTS }, (_, y) => [x, y, meanOf(day.kw, day.intervalMinutes, y)] as const).filter(
      ([, , value]) => value !== null,
    ),
  )
  const most = Math.max(1, ...cells.map(([, , value]) => value ?? 0))
  const label = { color: colour.text }
  return {
    animation: false,
    tooltip: {
      ...PLAIN_TOOLTIP,
      formatter: ({ value: [x, y, kw] }: { value: readonly [number, number, number] }) =>
        `${curve.days[x]!.day} ${clockOf(y)}\n${wholeText(kw)} kW`,
    },
    grid: { left: 50, right: 80, top: 10, bottom: 30 },
    xAxis: { type: 'category', data: curve.days.map(({ day }) => day.slice(5)), axisLabel: label },
    yAxis: {
      type: 'category',
      inverse: true,
      data: Array.from({ length: SLOTS }, (_, y) => clockOf(y)),
      axisLabel: { ...label, interval: 7 },
    },
    visualMap: {
      ...{
        min: 0,
        max: most,
        calculable: false,
        orient: 'vertical',
        right: 0,
        top: 'center',
        itemHeight: 120,
        text: [`${wholeText(most)} kW`, '0'],
      },
      inRange: {
        color:
          look === 'dark'
            ? ['#10233a', '#3c89e8', '#ffd666', '#ff7875']
            : ['#f0f5ff', '#4096ff', '#ffc53d', '#cf1322'],
      },
      textStyle: label,
    },
    series: [{ type: 'heatmap', data: cells, progressive: 0 }],
  }
}

const clockOf = (slot: number): string =>
  `${String(slot >> 1).padStart(2, '0')}:${slot % 2 === 0 ? '00' : '30'}`

const meanOf = (kw: readonly (number | null)[], intervalMinutes: number, slot: number): number | null => {
  const length = MINUTES_PER_DAY / SLOTS / intervalMinutes
  const first = Math.floor(slot * length)
  const values = kw
    .slice(first, Math.max(first + 1, Math.floor((slot + 1) * length)))
    .flatMap(value => value ?? [])
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length
}
