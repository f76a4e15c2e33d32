import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react'
import type { Schemas } from './client.ts'
import { useMe } from './me.tsx'

/** What became of a case, as the service tells it. */
export type CaseEvent = Schemas['CaseEvent'] & { readonly kind: string }

export type Connection = 'connecting' | 'open' | 'lost'

interface Live {
  readonly connection: Connection
  /** Calls for each event from now on; answers how to stop. `null`: events may have been missed, read anew */
  readonly listen: (hear: (event: CaseEvent | null) => void) => () => void
}

const Context = createContext<Live | null>(null)
const AGAIN_MS = 3_000

/** Kinds are told by name and an EventSource asks for each by itself: those of the service that a page shows. */
const KINDS = [
  ...['open', 'charge', 'evidence', 'submit', 'return', 'release', 'outcome', 'close', 'assign', 'comment'],
  ...['snooze', 'wake', 'inspect', 'acknowledge', 'handle', 'answer', 'pass', 'merge', 'split', 'reopen'],
  ...['undo', 'file', 'withdraw-file', 'remind', 'escalate', 'urge'],
].map(action => `case.${action}`)

/** One stream of events for the whole page, made again when it is lost; none for who reads no cases. */
export const LiveProvider = ({ children }: { readonly children: ReactNode }) => {
  const [connection, setConnection] = useState<Connection>('connecting')
  const hearers = useRef(new Set<(event: CaseEvent | null) => void>())
  const { abilities } = useMe()
  const isTold = abilities.includes('cases.read')
  useEffect(() => (isTold ? follow(hearers.current, setConnection) : undefined), [isTold])
  const live = useMemo(
    () => ({
      connection,
      listen: (hear: (event: CaseEvent | null) => void) => {
        hearers.current.add(hear)
        return () => void hearers.current.delete(hear)
      },
    }),
    [connection],
  )
  return <Context value={live}>{children}</Context>
}

const follow = (
  hearers: ReadonlySet<(event: CaseEvent | null) => void>,
  setConnection: (connection: Connection) => void,
): (() => void) => {
  let source: EventSource | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let last: string | undefined
  const tell = (event: CaseEvent | null): void => hearers.forEach(hear => void hear(event))
  const connect = (): void => {
    source = new EventSource(last === undefined ? '/v1/events' : `/v1/events?after=${last}`)
    source.onopen = () => setConnection('open')
    source.onerror = () => {
      setConnection('lost')
      // The browser comes back by itself, unless the service answered with a problem.
      if (source?.readyState === EventSource.CLOSED) timer = setTimeout(connect, AGAIN_MS)
    }
    source.addEventListener('reset', () => tell(null))
    for (const kind of KINDS) {
      source.addEventListener(kind, message => {
        last = message.lastEventId
        tell({ ...JSON.parse(message.data), kind })
      })
    }
  }
  connect()
  return () => {
    clearTimeout(timer)
    source?.close()
  }
}

export const useLive = (): Live => {
  const live = useContext(Context)
  if (!live) throw new Error('Nothing is live outside of the LiveProvider.')
  return live
}

/** Calls back for each event while the part is shown. */
export const useEvents = (hear: (event: CaseEvent | null) => void): void => {
  const { listen } = useLive()
  const latest = useRef(hear)
  latest.current = hear
  useEffect(() => listen(event => latest.current(event)), [listen])
}
