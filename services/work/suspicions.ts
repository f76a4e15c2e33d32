import type { Db, Store } from '../adapters/store/index.ts'
import { type AccuseDeps, followPeers, hasSuspicions, settleSuspicions } from '../cases/index.ts'
import { createRuleBookView } from '../pricing/index.ts'

/** Opens and extends the cases of who is suspected, apart from the checkpoints that found it. */
export interface Suspicions {
  /** Whether anybody waits */
  wait(): Promise<boolean>
  /** Works all off that wait. */
  settle(): Promise<void>
  /** First puts down again who was judged by peers of whom more is known by now. */
  settleAgain(): Promise<void>
}

export interface SuspicionDeps extends Omit<AccuseDeps, 'book'> {
  readonly store: Store
  readonly nowMs: () => number
  /** Brings the registry up to date, where others change it too */
  readonly follow: (trx: Db) => Promise<void>
}

/** Each portion commits as a whole with what it is taken from, so that it is done once whoever does it. */
export const createSuspicions = ({ store, nowMs, follow, ...deps }: SuspicionDeps): Suspicions => {
  const rules = createRuleBookView()
  const onCases = <T>(work: (trx: Db) => Promise<T>): Promise<T> =>
    store.transact(async trx => {
      await store.lock(trx, 'cases')
      await follow(trx)
      return work(trx)
    })
  const settle = async (): Promise<void> => {
    while (await hasSuspicions(store.db)) {
      await onCases(async trx => settleSuspicions(trx, nowMs(), { ...deps, book: await rules.follow(trx) }))
    }
  }
  return {
    wait: () => hasSuspicions(store.db),
    settle,
    async settleAgain() {
      await onCases(followPeers)
      await settle()
    },
  }
}
