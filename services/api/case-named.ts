import type { Account } from '../../schemas/account.ts'
import { seesCase, wallOf } from '../access/index.ts'
import type { Db } from '../adapters/store/index.ts'
import { caseIdOf, findStoredCase } from '../cases/index.ts'
import { nothingThere } from './refused.ts'

/** The id of a case that a command names by number or id; a name that nothing has stays as it is, and is refused. */
export const caseMeant = async (db: Db, name: string): Promise<string> => (await caseIdOf(db, name)) ?? name

/** The id of a case that somebody asks for by number or id. Throws ProblemError where there is none, or none seen. */
export const caseNamed = async (db: Db, account: Account, name: string): Promise<string> => {
  const wall = wallOf(account)
  const id = await caseIdOf(db, name)
  if (id !== undefined && (await seesCase(db, wall, id))) return id
  throw nothingThere(wall, `There is no case ${name}.`, name)
}

/** The same, of a merged case its lead; who does not see the lead gets to see the case itself. */
export const leadNamed = async (db: Db, account: Account, name: string): Promise<string> =>
  caseNamed(db, account, await leadMeant(db, account, name))

/** The id of a case that a command names, of a merged one that of its lead where that is seen. */
export const leadMeant = async (db: Db, account: Account, name: string): Promise<string> => {
  const id = await caseMeant(db, name)
  const lead = (await findStoredCase(db, id))?.mergedInto
  return lead && (await seesCase(db, wallOf(account), lead)) ? lead : id
}
