import { describe, expect, it } from 'vitest'
import { dayText } from '../../../schemas/day.ts'
import { furnaceSamples } from '../../support/furnace.ts'
import { meter } from '../../support/meters.ts'
import { MONDAY } from '../../support/readings.ts'
import { get } from './asking.ts'
import { expectProblem } from './expect-problem.ts'
import { testOffice } from './office.ts'

describe('GET /v1/corrections', () => {
  it('tells corrections, newest first, by pages', async () => {
    const office = await testOffice()
    for (const contractKva of [1, 2, 3])
      await office.station.engine.importRegistry([meter({ contractKva })], { replace: false }, '张三')
    await office.station.engine.settle()
    const first = (await get(office, '/v1/corrections?limit=2')).json()
    const second = (await get(office, `/v1/corrections?limit=2&before=${first.next}`)).json()
    expect(
      [...first.corrections, ...second.corrections].map(({ changes }) => changes[0].fields.contractKva.after),
    ).toEqual(['3', '2', '1'])
    expect(second.next).toBeNull()
    expect(first.corrections[0]).toMatchObject({
      at: '2026-01-01T00:00:00.000Z',
      actor: '张三',
      kind: 'registry',
      points: 1,
      waiting: 0,
      judgedDays: 0,
      effects: 0,
    })
  })

  it('shows the difference of one, by pages', async () => {
    const office = await testOffice()
    await office.station.take(furnaceSamples('M1', MONDAY, 8))
    const licensed = [meter({ licensedProcesses: ['induction-melting'] })]
    const { correctionId } = await office.station.engine.importRegistry(licensed, { replace: false }, 'x')
    await office.station.engine.settle()
    const url = `/v1/corrections/${correctionId}`
    const all = (await get(office, url)).json()
    expect(all.correction).toMatchObject({ id: correctionId, judgedDays: 8, effects: all.effects.length })
    expect(all.effects.length).toBeGreaterThan(3)
    expect(all.effects[0]).toMatchObject({
      pointId: 'M1',
      customerId: 'C-M1',
      signature: 'induction-furnace',
      caseState: 'to-check',
    })
    const paged: object[] = []
    for (let offset: number | null = 0; offset !== null; ) {
      const page: { effects: object[]; next: number | null } = (
        await get(office, `${url}?offset=${offset}&limit=2`)
      ).json()
      paged.push(...page.effects)
      offset = page.next
    }
    expect(paged).toEqual(all.effects)
    const days = all.effects.map(({ day }: { day: string }) => day)
    expect(days).toEqual(days.toSorted())
    expect(days[0] >= dayText(MONDAY)).toBe(true)
  })

  it('knows of no other', async () => {
    const office = await testOffice()
    expectProblem(await get(office, '/v1/corrections/7'), 404, 'not-found')
    expect((await get(office, '/v1/corrections/x')).statusCode).toBe(400)
  })
})
