import { describe, expect, it } from 'vitest'
import { ProblemError } from '../../schemas/problem.ts'
import { GzipError, previewOf, readRegistry } from '../../services/ingest/index.ts'
import {
  cellsOf,
  expectedCounts,
  expectedDays,
  expectedPreview,
  lineOf,
  previewText,
  withoutLine,
} from './expected.ts'
import { type Golden, intakes, refusals, registries } from './read-golden.ts'
import { nowMs, stock } from './stock.ts'
import { inBlocks, take } from './take.ts'
import { dayTexts, pointText, readingTexts, registerTexts } from './tell.ts'

const deps = { meters: stock, nowMs }
const whole = ({ bytes }: Golden<unknown>) => inBlocks(bytes, () => bytes.length)

describe.each([
  ['in one block', 1_000_000],
  ['byte by byte', 1],
])('a golden file %s', (_, size) => {
  it.each(intakes)('$name is taken', async ({ bytes, expected }) => {
    const { profile, form, encoding, packed, readings, registers, rejects, breaks } = expected
    const blocks = inBlocks(bytes, () => size)
    const { batches, rejects: turnedAway, end } = await take(blocks, { profile }, deps)
    for (const { side } of batches) expect(side).toBe(profile?.side ?? 'primary')
    expect({
      readings: batches.flatMap(batch => (batch.kind === 'readings' ? readingTexts(batch) : [])),
      days: batches.flatMap(batch => (batch.kind === 'days' ? dayTexts(batch) : [])),
      registers: batches.flatMap(batch => (batch.kind === 'registers' ? registerTexts(batch) : [])),
      rejects: turnedAway.map(({ line, reason }) => `${line} | ${reason}`).sort(),
    }).toEqual({
      readings: readings.map(withoutLine),
      days: expectedDays(expected),
      registers: registers.map(withoutLine),
      rejects: rejects.map(row => cellsOf(row).slice(0, 2).join(' | ')).sort(),
    })
    const points = rejects.filter(row => cellsOf(row).length > 2)
    expect(turnedAway.map(pointText)).toEqual(expect.arrayContaining(points))
    if (breaks) expect(end).toEqual({ error: expect.any(GzipError) })
    else expect(end).toMatchObject({ result: { form, encoding, packed, ...expectedCounts(expected) } })
  })
})

describe('a golden registry', () => {
  it.each(registries)('$name is read as a registry', async ({ bytes, expected }) => {
    const { profile, common, meters, faults, encoding, packed } = expected
    const found = await readRegistry(bytes, profile)
    expect(found.meters).toEqual(meters.map(meter => ({ ...common, ...meter })))
    expect(found.faults.map(({ line }) => line)).toEqual(faults.map(lineOf))
    for (const [i, { detail }] of found.faults.entries()) expect(detail).toContain(cellsOf(faults[i]!)[1])
    expect(found).toMatchObject({ encoding, packed })
  })
})

describe('the preview of a golden file', () => {
  it.each(intakes.filter(({ expected }) => !expected.breaks))('$name tells the same', async golden => {
    const { profile, form, encoding, packed, rejects } = golden.expected
    const preview = await previewOf(whole(golden), { profile }, deps)
    expect(preview).toMatchObject({ form, encoding, packed })
    const good = expectedPreview(golden.expected)
    for (const row of preview.rows) {
      const reasons = rejects.filter(reject => lineOf(reject) === row.line).map(reject => cellsOf(reject)[1])
      if (reasons.length > 0) expect(reasons).toContain(row.fault?.reason)
      else expect(row.fault).toBeUndefined()
      if (good.has(row.line)) expect(previewText(row)).toBe(good.get(row.line))
    }
    expect(preview.rows.map(({ line }) => line)).toEqual(expect.arrayContaining([...good.keys()]))
  })

  it.each(registries)('$name tells the same', async golden => {
    const { profile, common, meters, faults } = golden.expected
    const preview = await previewOf(whole(golden), { profile }, deps)
    const entries = preview.rows.flatMap(({ understood }) => understood?.meter ?? [])
    for (const meter of meters) expect(entries).toContainEqual({ ...common, ...meter })
    expect(preview).toMatchObject({ form: 'registry', encoding: golden.expected.encoding })
    expect(preview.rows).toHaveLength(meters.length + faults.length)
  })
})

describe('a file that is not read here', () => {
  it.each(refusals)('$name is refused with a sentence', async golden => {
    const { profile, refused } = golden.expected
    const { end } = await take(whole(golden), { profile }, deps)
    expect(end).toEqual({ error: expect.any(ProblemError) })
    expect(end).toMatchObject({ error: { message: expect.stringContaining(refused) } })
    await expect(previewOf(whole(golden), { profile }, deps)).rejects.toThrow(refused)
    await expect(readRegistry(golden.bytes, profile)).rejects.toThrow(refused)
  })
})
