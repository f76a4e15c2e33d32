import type { Account } from '../../../../schemas/account.ts'
import { person } from '../../../support/people.ts'
import { until } from '../../support/until.ts'
import type { Scene } from './scene.ts'

const WITHIN_MS = 120_000
const ANALYST: Account = person('analyst', 'analyst')
const REVIEWER: Account = person('reviewer', 'reviewer')

/** Two people release a case while the work goes on; answers which. */
export const release = ({ db, engine }: Scene): Promise<string> =>
  until('a case is released', WITHIN_MS, async () => {
    const opened = await db.selectFrom('cases').select(['id', 'state']).orderBy('number').executeTakeFirst()
    if (!opened) return undefined
    const { id: caseId, state } = opened
    if (state === 'reported') return caseId
    const [action, actor] =
      state === 'to-check' ? (['submit', ANALYST] as const) : (['release', REVIEWER] as const)
    await engine.carryOut({ name: 'move', body: { caseId, action, reason: 'test' }, actor })
    return undefined
  })
