import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { showCase } from '../../../services/cases/index.ts'
import { NOW_MS, reviewer, testDesk } from './desk.ts'

describe('a case as somebody reads it', () => {
  it('tells its facts and its tier in words of either language, and keeps what is stored', async () => {
    const desk = await testDesk()
    await desk.suspect([{ score: 0.83 }])
    const days = { name: 'melting-days', value: 6, unit: 'days', zh: '六天', en: 'Six days', weight: 1 }
    await desk.store.transact(async trx => {
      await sql`update charge set body = json_patch(body, ${JSON.stringify({ evidence: [days] })})`.execute(
        trx,
      )
    })
    const { id } = await desk.theCase()
    const [charge] = (await showCase(desk.store.db, id, reviewer, NOW_MS))!.charges
    expect(charge!.evidence).toEqual([{ ...days, amount: { zh: '6 天', en: '6 days' } }])
    expect(charge!.tier).toMatchObject({
      verification: 'value and date seen in a secondary source; document number FROM MEMORY',
      verified: {
        zh: '金额和日期见于转载；文号凭记忆，待核',
        en: 'value and date seen in a secondary source; document number FROM MEMORY',
      },
    })
    expect((await desk.theCase()).charges[0]!.evidence).toEqual([days])
  })
})
