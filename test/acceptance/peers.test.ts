import { describe, expect, it } from 'vitest'
import { parseDay } from '../../schemas/day.ts'
import { listCases } from '../../services/cases/index.ts'
import { peerEvidence, reckonedGroups } from '../../services/peers/index.ts'
import { curtailedDistrict } from '../support/curtailment.ts'
import { testStation } from '../support/station.ts'

/** What a district ends in when its readings come in one go. */
const judged = async (neighbours: number, isDistrictWide: boolean) => {
  const { meters, samples } = curtailedDistrict(neighbours, isDistrictWide)
  const station = await testStation({ meters })
  await station.take(samples)
  const { db } = station.ports.store
  const cases = await listCases(db, { limit: 100 })
  const charge = cases.find(({ customerId }) => customerId === 'C-M1')?.charges[0]
  const held = await db.selectFrom('held').select('finding_id').execute()
  return { db, cases, charge, held }
}

describe('an order to use less at peak hours', () => {
  it('that holds for the whole district makes no case of who follows it', async () => {
    const { cases, held } = await judged(40, true)
    expect(cases).toEqual([])
    expect(held.length).toBeGreaterThan(0)
  })

  it('that nobody else got makes one, which says how far from its peers it is', async () => {
    const { charge, held } = await judged(40, false)
    expect(held).toEqual([])
    expect(charge).toMatchObject({ signature: 'crypto-mining', unsupported: false })
    expect(charge!.peers).toMatchObject({ districtCode: '500107', trade: '59', customers: 10 })
    const facts = charge!.evidence.filter(({ name }) => name.startsWith('peers-'))
    expect(facts.map(({ name }) => name)).toEqual([
      'peers-energy-change',
      'peers-load-factor',
      'peers-kwh-per-kva',
    ])
    for (const { normal, zh } of facts) {
      expect(normal).toMatch(/ … /)
      expect(zh).toMatch(/本区同业（行业大类 59）其他 10 户中位数 .*，本户 /)
    }
  })

  it('makes a case where too few could be compared, and says so', async () => {
    const { charge } = await judged(7, true)
    expect(charge).toMatchObject({ signature: 'crypto-mining', peers: null })
    expect(charge!.limits.map(({ zh }) => zh).join()).toMatch('不足 8 户')
    expect(charge!.evidence.filter(({ name }) => name.startsWith('peers-'))).toEqual([])
  })

  it('leaves what a charge cites to be reckoned again from the judged days', async () => {
    const { db, charge } = await judged(12, false)
    const ground = { pointId: charge!.pointId, day: parseDay(charge!.day) }
    const again = await peerEvidence(db, charge!.signature, ground, reckonedGroups(db))
    expect(again.reference).toEqual(charge!.peers)
    expect(charge!.evidence).toEqual(expect.arrayContaining(again.facts))
  })
})
