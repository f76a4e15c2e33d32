import { useWords } from '../words/index.tsx'

const WIDTH = 140
const HEIGHT = 28

interface SparklineProps {
  /** Mean power of each hour, kW; null: no reading */
  readonly kw: readonly (number | null)[]
}

/** The load of a week in a row: from 0 to its maximum, with gaps where nothing was read. */
export const Sparkline = ({ kw }: SparklineProps) => {
  const words = useWords()
  const most = Math.max(1e-9, ...kw.map(value => value ?? 0))
  const path = pathOf(kw, most)
  if (path === '') return null
  return (
    <svg
      className="sparkline"
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={`${words.lastWeek}: 0–${Math.round(most)} kW`}
    >
      <path d={path} fill="none" stroke="currentColor" strokeWidth={1} />
    </svg>
  )
}

const pathOf = (kw: readonly (number | null)[], most: number): string => {
  let isDrawing = false
  let path = ''
  for (const [i, value] of kw.entries()) {
    if (value === null) {
      isDrawing = false
      continue
    }
    const x = ((i / Math.max(1, kw.length - 1)) * WIDTH).toFixed(1)
    const y = (HEIGHT - 1 - (value / most) * (HEIGHT - 2)).toFixed(1)
    path += `${isDrawing ? 'L' : 'M'}${x} ${y}`
    isDrawing = true
  }
  return path
}
