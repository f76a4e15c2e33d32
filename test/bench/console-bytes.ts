import { openScene } from '../browser/support/scene.ts'
import { type Sight, sightOf } from './console-visit.ts'
import type { Figure } from './measure.ts'

const BIGGEST = 6

/** What the first visit of a page loads, over the wire and unpacked, and how long its scripts take. */
export const benchBytes = async (): Promise<Figure[]> => {
  const scene = await openScene()
  try {
    const { page, close } = await scene.enter('analyst')
    const number = (await scene.cases()).find(({ charges }) => charges.length > 0)!.number
    const sight = await sightOf(scene.url, page, close)
    return [
      await firstVisit(sight, 'inbox', '/console/inbox?scope=all', () => sight.probe('firstRows()')),
      await firstVisit(
        sight,
        'case page',
        `/console/cases/${number}`,
        async () => (await sight.probe<{ drawnMs: number }>('curve(0)')).drawnMs,
      ),
    ]
  } finally {
    await scene.close()
  }
}

interface Loaded {
  readonly file: string
  readonly wire: number
  readonly raw: number
}

/**
 * The page's own files that were there after so long; what the API answers is another matter. As they are encoded: of
 * one that some cache of the browser still held nothing was transferred.
 */
const loadedBy = (ms: number): string => `performance.getEntriesByType('resource').filter(
  ({ name, responseEnd }) => name.includes('/console/assets/') && responseEnd < ${ms}).map(
  ({ name, encodedBodySize, decodedBodySize }) => ({ file: name.split('/').at(-1), wire: encodedBodySize, raw: decodedBodySize }))`

const firstVisit = async (
  sight: Sight,
  what: string,
  path: string,
  shown: () => Promise<number>,
): Promise<Figure> => {
  await sight.goCold(path)
  const loaded = (await sight.page.evaluate(loadedBy(await shown()))) as Loaded[]
  const worked = await sight.workedMs()
  const sum = (of: 'wire' | 'raw'): number => loaded.reduce((total, one) => total + one[of], 0)
  const biggest = loaded.toSorted((a, b) => b.wire - a.wire).slice(0, BIGGEST)
  return {
    what: `first visit of the ${what}`,
    value: `${kB(sum('wire'))} over the wire, ${kB(sum('raw'))} unpacked, ${loaded.length} files, main thread ${worked.toFixed(0)} ms of CPU`,
    beside: biggest.map(({ file, wire, raw }) => `${file} ${kB(wire)} of ${kB(raw)}`).join(', '),
  }
}

const kB = (bytes: number): string => `${(bytes / 1_000).toFixed(0)} kB`
