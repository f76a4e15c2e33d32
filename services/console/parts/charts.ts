import { HeatmapChart, LineChart } from 'echarts/charts'
import {
  DataZoomComponent,
  GridComponent,
  LegendPlainComponent,
  MarkAreaComponent,
  TooltipComponent,
  VisualMapContinuousComponent,
} from 'echarts/components'
import { type EChartsCoreOption, type EChartsType, init, use } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'
import type { Look } from '../theme.tsx'

use([CanvasRenderer, DataZoomComponent, GridComponent, HeatmapChart, LegendPlainComponent])
use([LineChart, MarkAreaComponent, TooltipComponent, VisualMapContinuousComponent])

export type { EChartsCoreOption, EChartsType }

/** Colours that stand out on either look. */
export const COLOURS = {
  light: {
    load: '#0a5cb8',
    band: 'rgba(10,92,184,0.14)',
    flag: 'rgba(207,19,34,0.16)',
    text: '#333',
    grid: '#e0e6f1',
    second: '#8a6d00',
  },
  dark: {
    load: '#69b1ff',
    band: 'rgba(105,177,255,0.18)',
    flag: 'rgba(255,120,117,0.25)',
    text: '#ddd',
    grid: '#333',
    second: '#e0c341',
  },
} as const

/** What A4 leaves between its margins. */
const PAPER_PX = 660

/** A chart in an element; redrawn when what is drawn changes, fitted when the window does. */
export const useChart = (
  option: EChartsCoreOption,
  look: Look,
  onReady?: (chart: EChartsType) => void,
): React.RefObject<HTMLDivElement | null> => {
  const element = useRef<HTMLDivElement>(null)
  const chart = useRef<EChartsType | null>(null)
  const ready = useRef(onReady)
  ready.current = onReady
  // biome-ignore lint/correctness/useExhaustiveDependencies: another look takes a new chart
  useEffect(() => {
    const made = init(element.current!)
    chart.current = made
    ready.current?.(made)
    const { current } = element
    // It tells of the size at the beginning, too: for which nothing is drawn again.
    const fit = new ResizeObserver(() => {
      const { clientWidth: width, clientHeight: height } = current!
      if (width !== made.getWidth() || height !== made.getHeight()) made.resize()
    })
    fit.observe(current!)
    // The paper does not wait until a chart is drawn anew.
    const zoom = (by: number): void => {
      current!.style.zoom = String(by)
    }
    const fitPaper = (): void => zoom(PAPER_PX / made.getWidth())
    const fitWindow = (): void => zoom(1)
    window.addEventListener('beforeprint', fitPaper)
    window.addEventListener('afterprint', fitWindow)
    return () => {
      fit.disconnect()
      window.removeEventListener('beforeprint', fitPaper)
      window.removeEventListener('afterprint', fitWindow)
      made.dispose()
      chart.current = null
    }
  }, [look])
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new chart is drawn, too
  useEffect(() => chart.current?.setOption(option, { notMerge: true }), [option, look])
  return element
}

/** Nothing is written into the page as HTML, which its security policy would strip of its style. */
export const PLAIN_TOOLTIP = { renderMode: 'richText' as const, confine: true }
