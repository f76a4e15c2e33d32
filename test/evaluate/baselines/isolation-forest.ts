import type { Random } from '../../../services/simulator/random.ts'
import { whole } from '../population/draw.ts'

/**
 * Isolation forest: Liu, Ting and Zhou, "Isolation Forest", ICDM 2008, https://doi.org/10.1109/ICDM.2008.17.
 * What few random cuts set apart is odd.
 */
export interface IsolationForest {
  /** 0..1; near 1 is odd, under 0.5 is usual */
  score(point: readonly number[]): number
}

type Tree =
  | { readonly size: number }
  | { readonly feature: number; readonly at: number; readonly below: Tree; readonly above: Tree }

const EULER = 0.5772156649

/** Mean length of an unsuccessful search in a binary tree of `n`: c(n), equation 1 of the paper. */
const searchLength = (n: number): number => {
  if (n <= 1) return 0
  return n === 2 ? 1 : 2 * (Math.log(n - 1) + EULER) - (2 * (n - 1)) / n
}

const grow = (points: readonly (readonly number[])[], left: number, random: Random): Tree => {
  if (left === 0 || points.length <= 1) return { size: points.length }
  const feature = whole(random, 0, points[0]!.length - 1)
  const values = points.map(point => point[feature]!)
  const [low, high] = [Math.min(...values), Math.max(...values)]
  if (low === high) return { size: points.length }
  const at = random.between(low, high)
  const below = points.filter(point => point[feature]! < at)
  const above = points.filter(point => point[feature]! >= at)
  return { feature, at, below: grow(below, left - 1, random), above: grow(above, left - 1, random) }
}

const pathLength = (tree: Tree, point: readonly number[], depth = 0): number =>
  'size' in tree
    ? depth + searchLength(tree.size)
    : pathLength(point[tree.feature]! < tree.at ? tree.below : tree.above, point, depth + 1)

/** Grows a forest of `trees`, each on `sample` points drawn at random; 100 and 256 as in the paper. */
export const growForest = (
  points: readonly (readonly number[])[],
  random: Random,
  { trees = 100, sample = 256 } = {},
): IsolationForest => {
  const size = Math.min(sample, points.length)
  const depth = Math.ceil(Math.log2(Math.max(2, size)))
  const forest = Array.from({ length: trees }, () =>
    grow(
      Array.from({ length: size }, () => points[whole(random, 0, points.length - 1)]!),
      depth,
      random,
    ),
  )
  return {
    score: point => {
      const mean = forest.reduce((sum, tree) => sum + pathLength(tree, point), 0) / trees
      return size <= 1 ? 0.5 : 2 ** (-mean / searchLength(size))
    },
  }
}
