/** Runs work when there is room for it. */
export type Gate = <T>(isFailing: boolean, work: () => Promise<T>) => Promise<T>

interface Waiting {
  readonly isFailing: boolean
  readonly enter: () => void
}

/**
 * At most `limit` pieces of work run together, first come first served; those marked as failing may take
 * at most `failingLimit` of the places, so that dead endpoints never hold all of them.
 */
export const createGate = (limit: number, failingLimit: number): Gate => {
  const waiting: Waiting[] = []
  let inside = 0
  let failingInside = 0

  const hasRoom = ({ isFailing }: Waiting): boolean =>
    inside < limit && (!isFailing || failingInside < failingLimit)

  const admit = (): void => {
    for (let index = waiting.findIndex(hasRoom); index >= 0; index = waiting.findIndex(hasRoom)) {
      const [next] = waiting.splice(index, 1)
      if (!next) return
      inside += 1
      if (next.isFailing) failingInside += 1
      next.enter()
    }
  }

  return async (isFailing, work) => {
    await new Promise<void>(enter => {
      waiting.push({ isFailing, enter })
      admit()
    })
    try {
      return await work()
    } finally {
      inside -= 1
      if (isFailing) failingInside -= 1
      admit()
    }
  }
}
