import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Charge, Schemas } from '../api/client.ts'
import { useWords, type Words } from '../words/index.tsx'
import { type Span, spanOf } from './curve.ts'
import { bandsQuery } from './curve-queries.ts'

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

/** The tariff periods of the days of a charge; none where they are not told, undefined while they are asked for. */
export const useBands = (charge: Charge): readonly BandSpan[] | undefined => {
  const { data, error } = useQuery(bandsQuery(charge))
  return useMemo(() => (data ? spansOf(data.days) : error ? NONE : undefined), [data, error])
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

/**
 * A thin strip of the periods in a grid of its own, so that they colour nothing that is flagged: one line a period, on
 * where it holds and off between.
 */
export const bandStrip = (bands: readonly BandSpan[], index: number) =>
  (Object.keys(KEYS) as Band[]).map(name => ({
    type: 'line',
    silent: true,
    animation: false,
    showSymbol: false,
    xAxisIndex: index,
    yAxisIndex: index,
    lineStyle: { width: 0 },
    areaStyle: { color: COLOUR[KEYS[name]], opacity: 0.8 },
    tooltip: { show: false },
    data: bands.flatMap(({ band, from, to }) =>
      band === name
        ? [
            [from, 1],
            [to, 1],
            [to, null],
          ]
        : [],
    ),
  }))

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
