import { describe, expect, it } from 'vitest'
import type { Db } from '../../../services/adapters/store/index.ts'
import { newPoint, type PointState } from '../../../services/process/point.ts'
import type { Entered, Shards } from '../../../services/process/shards.ts'
import { createVisits, ElsewhereError } from '../../../services/process/visits.ts'

const trx = {} as Db

/** Shards of which a test says who lives where and what a visit finds. */
const openShards = (homes: Record<string, number>, finds: Partial<Entered> = {}) => {
  const waitedFor: (readonly number[])[] = []
  const told: string[] = []
  const shards: Shards = {
    async enter(_trx, own, others) {
      waitedFor.push([...own, ...others])
      return { isTakenOver: false, changed: [], ...finds }
    },
    async enterAll() {},
    registryVersion: () => 0,
    async homesOf(_trx, ids, shard) {
      return new Map(ids.map(id => [id, homes[id] ?? shard]))
    },
    async tell(_trx, ids) {
      told.push(...ids)
    },
    correctionMark: async () => ({ partition: -1, offset: 1 }),
    abandon() {},
  }
  const points = new Map<string, PointState>(['P1', 'P2'].map(id => [id, newPoint(id)]))
  return { waitedFor, told, points, visits: createVisits(shards, points) }
}

describe('a visit to shards', () => {
  it('keeps what is remembered of points at home there', async () => {
    const { visits, points } = openShards({})
    await visits.enter(trx, [3])
    expect(await visits.claim(trx, new Map([[3, new Set(['P1', 'P2'])]]))).toEqual([])
    expect([...points.keys()]).toEqual(['P1', 'P2'])
  })

  it('forgets everything where another worker was meanwhile', async () => {
    const { visits, points } = openShards({}, { isTakenOver: true })
    await visits.enter(trx, [3])
    expect(points.size).toBe(0)
  })

  it('forgets points that others changed', async () => {
    const { visits, points } = openShards({}, { changed: ['P2'] })
    await visits.enter(trx, [3])
    expect([...points.keys()]).toEqual(['P1'])
  })

  it('begins anew with the homes of points that came by another shard, and does so from then on', async () => {
    const { visits, points, waitedFor } = openShards({ P2: 7 })
    const claim = () => visits.claim(trx, new Map([[3, new Set(['P1', 'P2'])]]))
    await visits.enter(trx, [3])
    await expect(claim()).rejects.toBeInstanceOf(ElsewhereError)
    expect(points.has('P2')).toBe(true)
    await visits.enter(trx, [3])
    expect(await claim()).toEqual(['P2'])
    expect([...points.keys()]).toEqual(['P1'])
    await visits.enter(trx, [4])
    expect(waitedFor).toEqual([[3], [3, 7], [4, 7]])
  })

  it('works on points of all its own shards alike', async () => {
    const { visits, waitedFor } = openShards({ P2: 7 })
    await visits.enter(trx, [3, 7])
    expect(await visits.claim(trx, new Map([[3, new Set(['P1', 'P2'])]]))).toEqual([])
    expect(waitedFor).toEqual([[3, 7]])
  })

  it('tells of points it changed, and reads them anew itself', async () => {
    const { visits, points, told } = openShards({})
    await visits.enter(trx, [3])
    await visits.changed(trx, ['P1'])
    expect(told).toEqual(['P1'])
    expect([...points.keys()]).toEqual(['P2'])
  })
})

it('without others there is nobody to ask and nobody to tell', async () => {
  const points = new Map([['P1', newPoint('P1')]])
  const visits = createVisits(undefined, points)
  await visits.enter(trx, [0])
  expect(await visits.claim(trx, new Map([[0, new Set(['P1'])]]))).toEqual([])
  await visits.changed(trx, ['P1'])
  expect(points.size).toBe(0)
})
