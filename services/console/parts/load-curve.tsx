import { Button, Card, Checkbox, Space } from 'antd'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useLook } from '../theme.tsx'
import { useWords } from '../words/index.tsx'
import { BandLegend, type BandSpan, bandNameAt, bandStrip } from './band-strip.tsx'
import { COLOURS, type EChartsType, PLAIN_TOOLTIP, useChart } from './charts.ts'
import { type Curve, ownBandOf, powerFactorOf, type Sample, type Span, samplesOf } from './curve.ts'
import { wholeText } from './numbers.ts'
import { timeText } from './times.ts'

interface LoadCurveProps {
  readonly curve: Curve
  /** When the suspected load was at work */
  readonly flagged: readonly Span[]
  readonly bands: readonly BandSpan[]
  /** What is to be looked at; another one moves the view there */
  readonly focus: Span | null
  readonly look: (span: Span) => void
}

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** The curve of 35 days with what is usual and what is suspected; it is looked into down to a single heat. */
export const LoadCurve = ({ curve, flagged, bands, focus, look: setFocus }: LoadCurveProps) => {
  const words = useWords()
  const { look } = useLook()
  const [withBand, setBand] = useState(true)
  const chart = useRef<EChartsType | null>(null)
  const kw = useMemo(() => samplesOf(curve, day => day.kw), [curve])
  const factor = useMemo(() => samplesOf(curve, powerFactorOf), [curve])
  const hasFactor = factor.some(([, value]) => value !== null)
  const option = useMemo(
    () =>
      optionOf({
        kw,
        factor: hasFactor ? factor : null,
        band: withBand ? ownBandOf(curve) : null,
        flagged,
        bands,
        look,
        words,
      }),
    [kw, factor, hasFactor, withBand, curve, flagged, bands, look, words],
  )
  const element = useChart(option, look, made => {
    chart.current = made
  })
  const [first, last] = [kw[0]?.[0] ?? 0, kw.at(-1)?.[0] ?? 0]
  const shown = focus ?? { from: first, to: last }
  const drawn = useRef<object>(undefined)
  useEffect(() => {
    const showsAll = drawn.current !== option
    drawn.current = option
    // A chart that was drawn anew shows everything: to move it there would draw it twice.
    if (showsAll && focus === null) return
    chart.current?.dispatchAction({ type: 'dataZoom', startValue: shown.from, endValue: shown.to })
  }, [focus, shown.from, shown.to, option])
  const run = flagged.at(-1)
  const views: [string, Span][] = [
    [words.wholeWindow, { from: first, to: last }],
    [words.lastDays(7), { from: last - 7 * DAY_MS, to: last }],
    [words.lastDays(1), { from: last - DAY_MS, to: last }],
    ...(run ? [[words.lastRun, around(run)] as [string, Span]] : []),
  ]
  return (
    <Card
      size="small"
      title={words.loadCurve}
      extra={
        <Space className="no-print">
          <Checkbox checked={withBand} onChange={event => setBand(event.target.checked)}>
            {words.ownBand}
          </Checkbox>
          {views.map(([name, span]) => (
            <Button key={name} size="small" onClick={() => setFocus(span)}>
              {name}
            </Button>
          ))}
        </Space>
      }
    >
      <div
        ref={element}
        className={hasFactor ? 'chart chart-tall' : 'chart'}
        data-ready={kw.length > 0}
        role="img"
        aria-label={`${words.loadCurve}, ${instantText(shown.from)} – ${instantText(shown.to)}`}
      />
      <p className="band-legend quiet">
        {flagged.length > 0 && (
          <span>
            <span className="band-mark mark-flagged" />
            {words.flaggedRuns(flagged.length)}
          </span>
        )}
        {withBand && (
          <span>
            <span className="band-mark mark-usual" />
            {words.ownBand}
          </span>
        )}
      </p>
      {bands.length > 0 && <BandLegend bands={bands} />}
    </Card>
  )
}

const instantText = (ms: number): string => timeText(new Date(ms).toISOString())

/** A stretch with what lies right before and after it. */
export const around = ({ from, to }: Span): Span => ({ from: from - HOUR_MS, to: to + HOUR_MS })

interface Drawn {
  readonly kw: readonly Sample[]
  readonly factor: readonly Sample[] | null
  readonly band: { readonly low: readonly Sample[]; readonly high: readonly Sample[] } | null
  readonly flagged: readonly Span[]
  readonly bands: readonly BandSpan[]
  readonly look: 'light' | 'dark'
  readonly words: ReturnType<typeof useWords>
}

const optionOf = ({ kw, factor, band, flagged, bands, look, words }: Drawn) => {
  const colour = COLOURS[look]
  const line = { type: 'line', showSymbol: false, sampling: 'lttb', animation: false }
  const strip = factor ? 2 : 1
  // The two plots keep to one time axis whatever their labels are as wide as.
  const sides = { left: 60, right: 20, outerBoundsMode: 'none' }
  const scale = {
    type: 'value',
    nameTextStyle: { align: 'left', color: colour.text },
    axisLabel: { color: colour.text },
    splitLine: { lineStyle: { color: colour.grid } },
  }
  const quiet = {
    silent: true,
    lineStyle: { opacity: 0 },
    tooltip: { show: false },
    stack: 'band',
    symbol: 'none',
  }
  return {
    textStyle: { color: colour.text },
    tooltip: {
      ...PLAIN_TOOLTIP,
      trigger: 'axis',
      formatter: (rows: readonly { seriesName: string; value: Sample }[]) =>
        [
          `${timeText(new Date(rows[0]!.value[0]).toISOString())} ${bandNameAt(bands, rows[0]!.value[0], words)}`,
          ...rows.map(
            ({ seriesName, value: [, value] }) => `${seriesName}: ${value === null ? '—' : valueText(value)}`,
          ),
        ].join('\n'),
    },
    grid: [
      ...(factor
        ? [
            { ...sides, top: 42, height: 145 },
            { ...sides, top: 232, height: 45 },
          ]
        : [{ ...sides, top: 42, bottom: 60 }]),
      { ...sides, top: 2, height: 10 },
    ],
    xAxis: [
      ...(factor ? [0, 1] : [0]).map(gridIndex => ({
        type: 'time',
        gridIndex,
        axisLabel: { show: gridIndex === (factor ? 1 : 0), color: colour.text, hideOverlap: true },
      })),
      { type: 'time', gridIndex: strip, show: false, min: kw[0]?.[0], max: kw.at(-1)?.[0] },
    ],
    yAxis: [
      { ...scale, name: 'kW', gridIndex: 0 },
      ...(factor ? [{ ...scale, name: words.pf, min: 0, max: 1, interval: 0.5, gridIndex: 1 }] : []),
      { type: 'value', gridIndex: strip, show: false, min: 0, max: 1 },
    ],
    dataZoom: [
      { type: 'inside', xAxisIndex: 'all', filterMode: 'none', minValueSpan: HOUR_MS / 2 },
      {
        type: 'slider',
        xAxisIndex: 'all',
        filterMode: 'none',
        height: 20,
        bottom: 5,
        labelFormatter: () => '',
      },
    ],
    series: [
      ...(band
        ? [
            { ...line, ...quiet, name: 'low', data: band.low },
            {
              ...{ ...line, ...quiet, name: 'high', areaStyle: { color: colour.band } },
              data: band.high.map(([at, value], i) => [
                at,
                value === null ? null : value - (band.low[i]?.[1] ?? 0),
              ]),
            },
          ]
        : []),
      {
        ...line,
        name: words.kw,
        data: kw,
        z: 3,
        lineStyle: { width: 1, color: colour.load },
        itemStyle: { color: colour.load },
        markArea: {
          silent: true,
          itemStyle: { color: colour.flag },
          data: flagged.map(({ from, to }) => [{ xAxis: from, name: '' }, { xAxis: to }]),
        },
      },
      ...(factor
        ? [
            {
              ...{ ...line, name: words.pf, data: factor, xAxisIndex: 1, yAxisIndex: 1 },
              ...{ lineStyle: { width: 1, color: colour.second }, itemStyle: { color: colour.second } },
            },
          ]
        : []),
      ...bandStrip(bands, strip),
    ],
  }
}

const valueText = (value: number): string => (value <= 1 ? value.toFixed(2) : `${wholeText(value)} kW`)
