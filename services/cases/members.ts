import type { Case } from '../../schemas/case.ts'
import type { Db } from '../adapters/store/index.ts'
import { findCase } from './queries.ts'

/** The cases that were merged into one, by their numbers; they close with it, and stay its members. */
export const membersOf = async (db: Db, leadId: string): Promise<Case[]> => {
  const rows = await db
    .selectFrom('cases')
    .select('id')
    .where('merged_into', '=', leadId)
    .orderBy('number')
    .execute()
  const members: Case[] = []
  for (const { id } of rows) members.push((await findCase(db, id))!)
  return members
}

/** The case that a case goes with: the one it was merged into, else itself. */
export const leadOf = async (db: Db, held: Case): Promise<Case> =>
  held.mergedInto === null ? held : (await findCase(db, held.mergedInto))!
