import type { History } from './history/port.ts'
import type { ReadingLog } from './log/port.ts'
import type { Db, Store } from './store/port.ts'

/** What the work needs of the outside world. */
export interface Ports {
  readonly store: Store
  readonly log: ReadingLog
  readonly history: History
  close(): Promise<void>
}

/** What questions need: both see the last commit. */
export interface ReadPorts {
  readonly db: Db
  readonly history: History
  close(): void | Promise<void>
}
