import type { Selectable } from 'kysely'
import type { Account } from '../../schemas/account.ts'
import type { Level } from '../../schemas/case.ts'
import { dayOf } from '../../schemas/day.ts'
import { type Refusal, refusal } from '../../schemas/problem.ts'
import type { ReleaseSwitch, SwitchBody, SwitchPlace } from '../../schemas/release-switch.ts'
import type { Db, Tables } from '../adapters/store/index.ts'
import { appendLink, DESK_CHAIN } from '../audit/index.ts'
import { districtToTell } from '../territory/index.ts'

const SHOWN = 500

export interface SetSwitch extends SwitchPlace, SwitchBody {}

export type SwitchResult = { readonly switch: ReleaseSwitch } | { readonly refused: Refusal }

/** Switches automatic release of one district and level on or off. What was set before stays on record. */
export const setSwitch = async (
  trx: Db,
  { district, level, on, reason }: SetSwitch,
  actor: Account,
  nowMs: number,
): Promise<SwitchResult> => {
  const told = districtToTell(district, dayOf(nowMs))
  if (told?.code !== district) {
    const hint = told ? ` Its cases are told to ${told.name} (${told.code}).` : ''
    return { refused: refusal('bad-request', `Nobody is told under the district code ${district}.${hint}`) }
  }
  if (on && told.by === 'person') {
    const detail = `${told.name} (${district}) is no district today: a person decides who is told of each case.`
    return { refused: refusal('bad-request', detail) }
  }
  const row = { district_code: district, level, is_on: Number(on), reason, by: actor.name, at: nowMs }
  const { sequence } = await trx
    .insertInto('release_switch')
    .values(row)
    .returning('sequence')
    .executeTakeFirstOrThrow()
  await appendLink(trx, {
    chainId: DESK_CHAIN,
    atMs: nowMs,
    actor: actor.name,
    action: 'switch',
    reason,
    detail: { switch: Number(sequence), district, level, on },
  })
  return { switch: switchOf({ ...row, sequence }) }
}

/** The switch of a district and level as it was set last. */
export const findSwitch = async (
  db: Db,
  district: string,
  level: Level,
): Promise<ReleaseSwitch | undefined> => {
  const row = await db
    .selectFrom('release_switch')
    .selectAll()
    .where('district_code', '=', district)
    .where('level', '=', level)
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && switchOf(row)
}

/** Every switch as it is now, and the last changes. */
export const listSwitches = async (
  db: Db,
): Promise<{ switches: ReleaseSwitch[]; history: ReleaseSwitch[] }> => {
  const switches = await db
    .selectFrom('release_switch')
    .selectAll()
    .where('sequence', 'in', eb =>
      eb
        .selectFrom('release_switch as last')
        .select(({ fn }) => fn.max('last.sequence').as('sequence'))
        .groupBy(['last.district_code', 'last.level']),
    )
    .orderBy('district_code')
    .orderBy('level')
    .execute()
  const history = await db
    .selectFrom('release_switch')
    .selectAll()
    .orderBy('sequence', 'desc')
    .limit(SHOWN)
    .execute()
  return { switches: switches.map(switchOf), history: history.map(switchOf) }
}

const switchOf = (row: Selectable<Tables['release_switch']>): ReleaseSwitch => ({
  sequence: Number(row.sequence),
  district: row.district_code,
  level: row.level,
  on: Number(row.is_on) === 1,
  reason: row.reason,
  by: row.by,
  at: new Date(Number(row.at)).toISOString(),
})
