import { Spin } from 'antd'
import { useWords } from '../words/index.tsx'

/** Something is on its way. */
export const Waiting = () => {
  const words = useWords()
  return (
    <output className="waiting" aria-label={words.loading}>
      <Spin />
    </output>
  )
}
