import type { Level } from '../api/client.ts'
import { useWords } from '../words/index.tsx'

/** A level by colour and by word, so that it is told without the colour too. */
export const LevelTag = ({ level }: { readonly level: Level | null }) => {
  const words = useWords()
  return level === null ? null : <span className={`level level-${level}`}>{words.levels[level]}</span>
}
