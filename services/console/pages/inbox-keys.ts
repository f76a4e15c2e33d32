import { useEffect, useRef, useState } from 'react'

interface InboxKeys {
  readonly count: number
  readonly open: (index: number) => void
  readonly choose: (index: number) => void
  readonly show: (index: number) => void
}

/** J and K move, Enter opens, X chooses, / searches; not while somebody types. Answers which row it is at. */
export const useInboxKeys = ({ count, open, choose, show }: InboxKeys): number => {
  const [at, setAt] = useState(0)
  const latest = useRef({ count, open, choose, show, at })
  latest.current = { count, open, choose, show, at }
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      if (isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return
      const now = latest.current
      const move = (to: number): void => {
        const index = Math.min(Math.max(0, to), now.count - 1)
        setAt(index)
        now.show(index)
      }
      if (event.key === 'j') move(now.at + 1)
      else if (event.key === 'k') move(now.at - 1)
      else if (event.key === 'x' && now.at < now.count) now.choose(now.at)
      else if (event.key === 'Enter' && now.at < now.count && event.target === document.body) now.open(now.at)
      else if (event.key === '/') document.querySelector<HTMLInputElement>('input[type="search"]')?.focus()
      else return
      event.preventDefault()
    }
    document.addEventListener('keydown', hear)
    return () => document.removeEventListener('keydown', hear)
  }, [])
  return at
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))
