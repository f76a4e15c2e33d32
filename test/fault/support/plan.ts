import { createRandom, type Random } from '../../detectors/support/random.ts'
import { cellsOf, type District } from './district.ts'
import { pick, skewed, whole } from './draw.ts'
import { type Request, requestsOf } from './requests.ts'
import type { Cut } from './wal.ts'

export type Moment = 'starting' | 'intake' | 'after'

/** When the service is killed, and how the power fails with it, if it does. */
export interface Kill {
  readonly moment: Moment
  /** Requests that are acknowledged by then */
  readonly acknowledged: number
  /** From then on; when starting, from the launch on */
  readonly delayMs: number
  readonly cut?: Cut
}

/** One seed's story, all of it drawn from the seed. */
export interface Plan extends District {
  readonly requests: readonly Request[]
  readonly inFlight: number
  readonly kills: readonly Kill[]
  /** For what is drawn while the story goes on */
  readonly random: Random
}

export const planOf = (seed: number): Plan => {
  const random = createRandom(seed)
  // Long ones fill the write-ahead log until it is copied to the main file and begun anew.
  const isLong = random.chance(0.25)
  // Within 7 days nothing can be too late, so that any order ends in the same judged days.
  const district = { meters: whole(random, isLong ? 40 : 3, 60), days: isLong ? 7 : whole(random, 2, 7) }
  const sizeMean = Math.ceil(cellsOf(district) / (isLong ? random.between(80, 250) : skewed(random, 4, 100)))
  const requests = requestsOf(district, sizeMean, random)
  const kills = Array.from({ length: random.chance(0.4) ? 2 : 1 }, () => killOf(requests.length, random))
  return { ...district, requests, inFlight: whole(random, 1, 4), kills, random }
}

const killOf = (requests: number, random: Random): Kill => {
  const moment = pick<Moment>(random, ['starting', 'intake', 'intake', 'intake', 'after'])
  const cut = random.chance(0.5) && {
    share: random.between(0, 1),
    tail: pick<Cut['tail']>(random, ['gone', 'gone', 'garbage', 'zeroes']),
  }
  const acknowledged = { starting: 0, intake: whole(random, 0, requests - 1), after: requests }[moment]
  // A start takes half a second and more, a request some milliseconds, judging what waits some tenths of a second.
  const delayMs = {
    starting: random.between(100, 800),
    intake: skewed(random, 1, 40) - 1,
    after: skewed(random, 1, 250) - 1,
  }[moment]
  return { moment, acknowledged, delayMs, ...(cut ? { cut } : {}) }
}
