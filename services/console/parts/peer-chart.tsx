import { useQuery } from '@tanstack/react-query'
import { Card, Select } from 'antd'
import { useMemo, useState } from 'react'
import { api, type Charge, dataOf, type Schemas } from '../api/client.ts'
import { useMe } from '../api/me.tsx'
import { useLook } from '../theme.tsx'
import { useWords, type Words } from '../words/index.tsx'
import { COLOURS, PLAIN_TOOLTIP, useChart } from './charts.ts'

type Days = Schemas['PeerDays']['days']

/** The point beside its peers of district and trade, one measure at a time; nothing where they are too few to be told. */
export const PeerChart = ({ charge }: { readonly charge: Charge }) => {
  const words = useWords()
  const { abilities } = useMe()
  const { data } = useQuery({
    queryKey: ['peers', charge.pointId, charge.windowFrom, charge.day],
    enabled: abilities.includes('readings.read') && charge.pointId !== '',
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () =>
      dataOf(
        api.GET('/v1/points/{point}/peers', {
          params: { path: { point: charge.pointId }, query: { from: charge.windowFrom, to: charge.day } },
        }),
      ),
  })
  const told = new Set(data?.days.flatMap(({ measures }) => measures.map(({ name }) => name)))
  const names = Object.keys(words.rooms.measures).filter(name => told.has(name))
  if (!data || names.length === 0) return null
  return <Drawn days={data.days} names={names} />
}

const Drawn = ({ days, names }: { readonly days: Days; readonly names: readonly string[] }) => {
  const words = useWords()
  const { look } = useLook()
  const [name, setName] = useState(names[0]!)
  const option = useMemo(() => optionOf(days, name, look, words), [days, name, look, words])
  const element = useChart(option, look)
  const measureNames: Readonly<Record<string, string>> = words.rooms.measures
  const last = days.findLast(({ customers }) => customers !== null)
  return (
    <Card
      size="small"
      title={words.peerBand}
      extra={
        <Select
          aria-label={words.rooms.measure}
          size="small"
          className="wide-select"
          value={name}
          options={names.map(value => ({ value, label: measureNames[value] ?? value }))}
          onChange={setName}
        />
      }
    >
      <div ref={element} className="chart chart-small" role="img" aria-label={words.peerBand} />
      {last && (
        <p className="quiet">
          {words.rooms.peersAre(last.customers ?? 0, last.districtCode, last.trade ?? words.rooms.allTrades)}
        </p>
      )}
    </Card>
  )
}

const optionOf = (days: Days, name: string, look: 'light' | 'dark', words: Words) => {
  const colour = COLOURS[look]
  const rows = days.map(({ day, measures }) => ({ day, of: measures.find(one => one.name === name) }))
  const line = { type: 'line', showSymbol: false, animation: false }
  const quiet = { silent: true, lineStyle: { opacity: 0 }, tooltip: { show: false } }
  const hidden = { ...line, ...quiet, stack: 'band', stackStrategy: 'all' }
  return {
    textStyle: { color: colour.text },
    tooltip: { ...PLAIN_TOOLTIP, trigger: 'axis' },
    legend: { data: [words.rooms.own, words.rooms.peerMedian], textStyle: { color: colour.text }, top: 0 },
    grid: { left: 50, right: 20, top: 30, bottom: 25 },
    xAxis: { type: 'category', data: rows.map(({ day }) => day), axisLabel: { color: colour.text } },
    yAxis: {
      type: 'value',
      scale: true,
      axisLabel: { color: colour.text },
      splitLine: { lineStyle: { color: colour.grid } },
    },
    series: [
      // The band lies between median ± 2 MAD, drawn as what is stacked upon its lower edge.
      { ...hidden, name: 'low', data: rows.map(({ of }) => (of ? of.median - 2 * of.mad : null)) },
      {
        ...{ ...hidden, name: 'high', areaStyle: { color: colour.band } },
        data: rows.map(({ of }) => (of ? 4 * of.mad : null)),
      },
      {
        ...{ ...line, name: words.rooms.peerMedian, data: rows.map(({ of }) => of?.median ?? null) },
        ...{
          lineStyle: { width: 1, type: 'dashed', color: colour.second },
          itemStyle: { color: colour.second },
        },
      },
      {
        ...{ ...line, name: words.rooms.own, data: rows.map(({ of }) => of?.own ?? null) },
        ...{ lineStyle: { width: 2, color: colour.load }, itemStyle: { color: colour.load } },
      },
    ],
  }
}
