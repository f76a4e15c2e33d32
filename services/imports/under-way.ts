/** What is being done, by id, so that it can be told to stop. */
export interface UnderWay {
  has(id: string): boolean
  /** Does `work`; its signal tells when it is to stop. */
  during(id: string, work: (signal: AbortSignal) => Promise<void>): Promise<void>
  /** Tells one to stop and waits for its end, whatever that is. */
  stop(id: string, reason: Error): Promise<void>
  stopAll(reason: Error): Promise<void>
}

export const createUnderWay = (): UnderWay => {
  const works = new Map<string, { stop: AbortController; ended: Promise<void> }>()
  const stop = async (id: string, reason: Error): Promise<void> => {
    const work = works.get(id)
    work?.stop.abort(reason)
    await work?.ended
  }
  return {
    has: id => works.has(id),
    async during(id, work) {
      const stop = new AbortController()
      const ended = Promise.withResolvers<void>()
      works.set(id, { stop, ended: ended.promise })
      try {
        await work(stop.signal)
      } finally {
        works.delete(id)
        ended.resolve()
      }
    },
    stop,
    async stopAll(reason) {
      await Promise.all([...works.keys()].map(id => stop(id, reason)))
    },
  }
}
