import { Alert, Card, Statistic, Tag } from 'antd'
import type { Schemas } from '../api/client.ts'
import { useWords, type Words } from '../words/index.tsx'
import { wholeText } from './numbers.ts'
import { timeText } from './times.ts'

type Work = NonNullable<Schemas['StatusAnswer']['work']>

interface WorkFiguresProps {
  /** null: it did not answer in time */
  readonly work: Work | null
  readonly waiting: number
}

/** Whether readings are worked off: how many a minute, what waits and for how long, and what it all stands on. */
export const WorkFigures = ({ work, waiting }: WorkFiguresProps) => {
  const words = useWords()
  if (!work) return <Alert type="error" showIcon role="alert" title={words.rooms.workIsSilent} />
  const { lately, waitingSince, checkpointAt, engines, problems } = work
  return (
    <Card size="small" title={words.rooms.howItGoes}>
      {problems.map(problem => (
        <Alert key={problem} type="error" showIcon role="alert" title={problem} />
      ))}
      <div className="totals">
        <Figure
          title={words.rooms.perMinute}
          value={lately ? wholeText((60 * lately.readings) / lately.seconds) : '—'}
          note={lately ? words.rooms.overLast(spanText(lately.seconds, words)) : words.rooms.notYetMeasured}
        />
        <Figure
          title={words.rooms.figures.waiting}
          value={wholeText(waiting)}
          note={
            waitingSince === null
              ? waiting === 0 && words.rooms.nothingWaits
              : words.rooms.waitedFor(spanText((Date.now() - Date.parse(waitingSince)) / 1000, words))
          }
        />
        <Figure
          title={words.rooms.lastCheckpoint}
          value={timeText(checkpointAt) || '—'}
          note={checkpointAt === null && words.rooms.sinceStart}
        />
        <div>
          <span className="quiet">{words.rooms.engines}</span>
          <ul className="engines" aria-label={words.rooms.engines}>
            {engines.map(({ name, isUp }) => (
              <li key={name}>
                <Tag color={isUp ? 'success' : 'error'}>
                  {words.rooms.engineNames[name]} · {isUp ? words.rooms.up : words.rooms.down}
                </Tag>
              </li>
            ))}
          </ul>
        </div>
      </div>
    </Card>
  )
}

interface FigureProps {
  readonly title: string
  readonly value: string
  readonly note: string | false
}

const Figure = ({ title, value, note }: FigureProps) => (
  <div>
    <Statistic title={title} value={value} />
    <span className="quiet">{note}</span>
  </div>
)

/** A span in the largest unit that tells something of it. */
const spanText = (seconds: number, { rooms }: Words): string => {
  if (seconds < 120) return rooms.seconds(Math.max(0, Math.round(seconds)))
  if (seconds < 7200) return rooms.minutes(Math.round(seconds / 60))
  return rooms.hours(Math.round(seconds / 3600))
}
