import { useEffect, useRef, useState } from 'react'

interface InboxKeys {
  readonly count: number
  readonly open: (index: number) => void
  readonly choose: (index: number) => void
}

/** J and K move, Enter opens, X chooses, / searches; not while somebody types. */
export const useInboxKeys = ({ count, open, choose }: InboxKeys) => {
  const [at, setAt] = useState(0)
  const rows = useRef(new Map<number, HTMLElement>())
  const latest = useRef({ count, open, choose, at })
  latest.current = { count, open, choose, at }
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      if (isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return
      const now = latest.current
      const move = (to: number): void => {
        const index = Math.min(Math.max(0, to), now.count - 1)
        setAt(index)
        rows.current.get(index)?.scrollIntoView({ block: 'nearest' })
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
  const rowRef = (index: number | undefined) => (element: HTMLElement | null) => {
    if (index === undefined) return
    if (element) rows.current.set(index, element)
    else rows.current.delete(index)
  }
  return { at, rowRef }
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))
