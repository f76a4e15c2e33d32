import { previewOf, readRegistry } from '../../services/ingest/index.ts'
import { nowMs, stock } from '../golden/stock.ts'
import { inBlocks, take } from '../golden/take.ts'
import { drawsOf } from './draw.ts'
import { drawInput, type Input } from './input.ts'
import { judgeIntake, judgePreview, judgeRegistry, judgeSame, kindOfError } from './judge.ts'
import { Broken } from './must.ts'

const deps = { meters: stock, nowMs }

/** What became of one input at each door, in a word, and how long the slowest took. */
export interface Run {
  readonly input: Input
  readonly outcomes: Readonly<Record<'takeIn' | 'previewOf' | 'readRegistry', string>>
  readonly slowestMs: number
}

/** Draws an input and feeds it to each door. Throws when one breaks, or takes longer than `limitMs`. */
export const runOne = async (seed: number, run: number, limitMs: number): Promise<Run> => {
  const draw = drawsOf(seed, run)
  const input = drawInput(draw)
  const { bytes, form, profile } = input
  const blocks = () => inBlocks(bytes, () => draw.whole(1, input.block + 2))
  const options = { form, profile }
  let slowestMs = 0
  const timed = async <Result>(door: string, work: Promise<Result>): Promise<Result> => {
    const startMs = performance.now()
    const result = await within(limitMs, door, work)
    slowestMs = Math.max(slowestMs, performance.now() - startMs)
    if (slowestMs > limitMs) throw new Broken(`${door} took ${Math.round(slowestMs)} ms`)
    return result
  }
  const taken = await timed('takeIn', take(blocks(), options, deps))
  const previewed = await timed('previewOf', settled(previewOf(blocks(), options, deps)))
  const registry = await timed('readRegistry', settled(readRegistry(bytes, profile)))
  if ('value' in previewed) judgePreview(previewed.value)
  if ('value' in previewed) judgeSame(previewed.value, taken)
  if ('value' in registry) judgeRegistry(registry.value)
  const outcomes = {
    takeIn: judgeIntake(taken, profile),
    previewOf: 'value' in previewed ? 'shown' : kindOfError(previewed.error),
    readRegistry: 'value' in registry ? 'read' : kindOfError(registry.error),
  }
  return { input, outcomes, slowestMs }
}

const settled = async <Value>(work: Promise<Value>): Promise<{ value: Value } | { error: unknown }> => {
  try {
    return { value: await work }
  } catch (error) {
    return { error }
  }
}

const within = async <Result>(limitMs: number, door: string, work: Promise<Result>): Promise<Result> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Broken(`${door} does not end within ${limitMs} ms`)), limitMs)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
