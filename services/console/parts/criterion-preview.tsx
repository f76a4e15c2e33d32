import { Button } from 'antd'
import { useState } from 'react'
import type { Level, Schemas } from '../api/client.ts'
import { useDistricts } from '../api/districts.ts'
import { useWords } from '../words/index.tsx'
import { ProblemNote } from './problem-note.tsx'
import { dateText, dayPlus } from './times.ts'

type Answer = Schemas['OpeningPreview']

const LEVELS = ['red', 'orange', 'yellow'] as const satisfies readonly Level[]
const BACK_DAYS = 30

interface CriterionPreviewProps {
  /** Asks for the period; null: what is written in the form is no criterion yet */
  readonly ask: (period: { from: string; to: string }) => Promise<Answer | null>
}

/** What other thresholds would have made of the last weeks; nothing is changed by it. */
export const CriterionPreview = ({ ask }: CriterionPreviewProps) => {
  const words = useWords()
  const [answer, setAnswer] = useState<Answer | Error | null>(null)
  const [isAsking, setAsking] = useState(false)
  const look = async (): Promise<void> => {
    setAsking(true)
    const to = dateText(new Date().toISOString())
    setAnswer(await ask({ from: dayPlus(to, -BACK_DAYS), to }).catch((error: Error) => error))
    setAsking(false)
  }
  return (
    <>
      <Button loading={isAsking} onClick={() => void look()}>
        {words.rooms.preview(BACK_DAYS)}
      </Button>
      {answer instanceof Error && <ProblemNote error={answer} />}
      {answer && !(answer instanceof Error) && <Difference answer={answer} />}
    </>
  )
}

const Difference = ({ answer }: { readonly answer: Answer }) => {
  const words = useWords()
  const districts = useDistricts()
  const { before, after, opens, opensNoLonger, changesLevel, customers } = answer
  const levelText = (level: Level | null): string =>
    level === null ? words.rooms.notFlagged : words.levels[level]
  return (
    <output>
      <p>
        {words.rooms.opens} {opens} · {words.rooms.opensNoLonger} {opensNoLonger} · {words.rooms.changesLevel}{' '}
        {changesLevel}
      </p>
      <p className="quiet">
        {LEVELS.map(level => `${words.levels[level]} ${before[level]} → ${after[level]}`).join(' · ')}
      </p>
      {customers.length === 0 && <p>{words.rooms.previewSame}</p>}
      <ul className="faults">
        {customers.map(({ customerId, customerName, districtCode, before, after }) => (
          <li key={customerId}>
            {customerName} {customerId} · {districts.get(districtCode) ?? districtCode}: {levelText(before)} →{' '}
            {levelText(after)}
          </li>
        ))}
      </ul>
    </output>
  )
}
