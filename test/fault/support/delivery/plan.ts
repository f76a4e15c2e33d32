import { createRandom, type Random } from '../../../detectors/support/random.ts'
import { pick, skewed, whole } from '../draw.ts'

/**
 * Where the service is killed: while it starts, while it answers releases, with a request of its own on the way to a
 * receiver, or when the receiver has just answered and nobody has written that down.
 */
export type Point = 'starting' | 'releasing' | 'sending' | 'answered'

export interface Kill {
  readonly point: Point
  /** Releases acknowledged, or requests that came to receivers, by then; 0 when starting */
  readonly count: number
  /** From then on, or from the launch on, ms */
  readonly delayMs: number
  /** Of a request on its way: whether the receiver takes it before the service falls, or loses it */
  readonly isTaken: boolean
}

/** One seed's story, all of it drawn from the seed. */
export interface Plan {
  readonly releasesPerRound: number
  /** Releases under way at once */
  readonly inFlight: number
  readonly kills: readonly Kill[]
}

export const KILLS_PER_STORY = 4
export const MOST_RELEASES = 6

export const planOf = (seed: number): Plan => {
  const random = createRandom(seed)
  const releasesPerRound = whole(random, 2, MOST_RELEASES)
  return {
    releasesPerRound,
    inFlight: whole(random, 1, 3),
    kills: Array.from({ length: KILLS_PER_STORY }, () => killOf(releasesPerRound, random)),
  }
}

const killOf = (releases: number, random: Random): Kill => {
  const point = pick<Point>(random, [
    ...(['starting', 'releasing', 'releasing'] as const),
    ...(['sending', 'sending', 'answered', 'answered', 'answered'] as const),
  ])
  return {
    point,
    count: point === 'starting' ? 0 : whole(random, 1, releases),
    // A start takes half a second and more; a release, and writing an attempt down, some milliseconds.
    delayMs: point === 'starting' ? random.between(100, 800) : skewed(random, 1, 12) - 1,
    isTaken: random.chance(0.5),
  }
}
