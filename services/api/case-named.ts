import type { Account } from '../../schemas/account.ts'
import { seesCase, wallOf } from '../access/index.ts'
import type { Db } from '../adapters/store/index.ts'
import { caseIdOf, findStoredCase } from '../cases/index.ts'
import { nothingThere } from './refused.ts'

/** The id of a case by its number or id, where somebody sees it. */
export const idSeen = async (db: Db, account: Account, name: string): Promise<string | undefined> => {
  const id = await caseIdOf(db, name)
  return id !== undefined && (await seesCase(db, wallOf(account), id)) ? id : undefined
}

/**
 * The id of a case that a command names by number or id. A name that nothing has, or nothing that is seen, stays as it
 * is, and is refused by it.
 */
export const caseMeant = async (db: Db, account: Account, name: string): Promise<string> =>
  (await idSeen(db, account, name)) ?? name

/** The id of a case that somebody asks for by number or id. Throws ProblemError where there is none, or none seen. */
export const caseNamed = async (db: Db, account: Account, name: string): Promise<string> => {
  const id = await idSeen(db, account, name)
  if (id !== undefined) return id
  throw nothingThere(wallOf(account), `There is no case ${name}.`, name)
}

/** The same, of a merged case its lead; who does not see the lead gets to see the case itself. */
export const leadNamed = async (db: Db, account: Account, name: string): Promise<string> =>
  caseNamed(db, account, await leadMeant(db, account, name))

/** The id of a case that a command names, of a merged one that is seen that of its lead where that is seen too. */
export const leadMeant = async (db: Db, account: Account, name: string): Promise<string> => {
  const id = await idSeen(db, account, name)
  if (id === undefined) return name
  const lead = (await findStoredCase(db, id))?.mergedInto
  return lead && (await seesCase(db, wallOf(account), lead)) ? lead : id
}
