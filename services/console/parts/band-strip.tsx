import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { api, type Charge, dataOf, type Schemas } from '../api/client.ts'
import { useMe } from '../api/me.tsx'
import { useWords, type Words } from '../words/index.tsx'
import { type Sample, type Span, spanOf } from './curve.ts'

type Band = Schemas['Band']

/** A stretch of one tariff period, with the document that says so. */
export interface BandSpan extends Span {
  readonly band: Band
  readonly documentNo: string
  readonly startVerified: boolean
}

const KEYS = { 尖峰: 'sharp', 峰: 'peak', 平: 'flat', 谷: 'valley' } as const satisfies Record<Band, string>
/** The same as in the legend (console.css): a canvas knows no classes. */
const COLOUR = { sharp: '#cf1322', peak: '#fa8c16', flat: '#8c8c8c', valley: '#1d8348' } as const

const NONE: readonly BandSpan[] = []

/** The tariff periods of the days of a charge; none while they are not known. */
export const useBands = ({ pointId, windowFrom, day }: Charge): readonly BandSpan[] => {
  const { abilities } = useMe()
  const { data } = useQuery({
    queryKey: ['bands', pointId, windowFrom, day],
    enabled: abilities.includes('readings.read') && pointId !== '',
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () =>
      dataOf(
        api.GET('/v1/points/{point}/bands', {
          params: { path: { point: pointId }, query: { from: windowFrom, to: day } },
        }),
      ),
  })
  return useMemo(() => (data ? spansOf(data.days) : NONE), [data])
}

const spansOf = (days: Schemas['PointBands']['days']): BandSpan[] =>
  days.flatMap(({ day, documentNo, startVerified, bands }) =>
    bands.map(({ band, from, to }) => ({
      ...{ band, documentNo, startVerified },
      ...spanOf({ date: day, from, to }),
    })),
  )

/** What period an interval that ends then lies in. */
export const bandNameAt = (bands: readonly BandSpan[], endMs: number, words: Words): string => {
  const found = bands.find(({ from, to }) => from < endMs && endMs <= to)
  return found ? words.bands[KEYS[found.band]] : ''
}

/** A thin strip of the periods in a grid of its own, so that they colour nothing that is flagged. */
export const bandStrip = (bands: readonly BandSpan[], kw: readonly Sample[], index: number) => ({
  type: 'line',
  silent: true,
  animation: false,
  showSymbol: false,
  xAxisIndex: index,
  yAxisIndex: index,
  lineStyle: { opacity: 0 },
  tooltip: { show: false },
  data: [kw[0], kw.at(-1)].flatMap(sample => (sample ? [[sample[0], 0]] : [])),
  markArea: {
    silent: true,
    data: bands.map(({ band, from, to }) => [
      { xAxis: from, itemStyle: { color: COLOUR[KEYS[band]], opacity: 0.8 } },
      { xAxis: to },
    ]),
  },
})

/** What the colours of the strip mean, and by which document. */
export const BandLegend = ({ bands }: { readonly bands: readonly BandSpan[] }) => {
  const words = useWords()
  const shown = new Set(bands.map(({ band }) => band))
  const documents = [...new Set(bands.map(({ documentNo }) => documentNo))]
  return (
    <p className="band-legend quiet">
      <span>{words.tariffPeriods}:</span>
      {(Object.keys(KEYS) as Band[])
        .filter(band => shown.has(band))
        .map(band => (
          <span key={band}>
            <span className={`band-mark band-${KEYS[band]}`} />
            {words.bands[KEYS[band]]}
          </span>
        ))}
      <span>
        {words.rooms.bandsBy} {documents.join('、')}
        {bands.some(({ startVerified }) => !startVerified) && ` · ${words.rooms.bandsUnsure}`}
      </span>
    </p>
  )
}
