import { COMPOUND_SURNAMES, ORGANISATION_ENDS, ORGANISATION_WORDS } from './words.ts'

/** What of a customer says whether it is a person. */
export interface Named {
  readonly name: string
  /** 统一社会信用代码; empty: not known */
  readonly creditCode: string
}

/** 92: registered by the market administration as a sole trader (个体工商户). */
const SOLE_TRADER = '92'
const SAYS_SOLE_TRADER = /个体|居民/
const PERSON_LETTERS = 3
const DOTTED_LETTERS = 20

/**
 * Whether what is known of a customer is of a person: a sole trader by its code, or, where no code is known, by a name
 * that says so or that is a person's. A name is taken for a person's when, without brackets and a number behind it, it is
 *
 * - two or three Chinese letters, or four that begin with a surname of two, or parts of such joined by a dot (阿里·买买提),
 * - and neither ends like an organisation (公司, 厂, 店 …) nor names one.
 *
 * In doubt it is a person's: whoever may know reads the whole name by the link.
 */
export const isPersonal = ({ name, creditCode }: Named): boolean => {
  if (creditCode !== '') return creditCode.startsWith(SOLE_TRADER)
  return SAYS_SOLE_TRADER.test(name) || isPersonsName(name)
}

const isPersonsName = (name: string): boolean => {
  const bare = name
    .replaceAll(/[（(【[].*?[）)】\]]/g, '')
    .replaceAll(/[\s\d#号\-－]+$/g, '')
    .trim()
  if (!/^\p{Script=Han}+([·•．]\p{Script=Han}+)*$/u.test(bare)) return false
  if (ORGANISATION_ENDS.some(end => bare.endsWith(end))) return false
  if (ORGANISATION_WORDS.some(word => bare.includes(word))) return false
  const letters = [...bare].length
  if (/[·•．]/.test(bare)) return letters <= DOTTED_LETTERS
  if (letters === PERSON_LETTERS + 1) return COMPOUND_SURNAMES.some(surname => bare.startsWith(surname))
  return letters >= 2 && letters <= PERSON_LETTERS
}

/** A name as it leaves the house of a person: its first letter. */
export const masked = (name: string): string => `${[...name][0] ?? ''}＊`

/** A 户号 of a person: enough to compare, not to look up. */
export const maskedId = (id: string): string => `＊${id.length > 8 ? id.slice(-4) : ''}`

/** An address of a person as far as its street office (街道), town (镇) or township (乡). */
export const maskedAddress = (address: string): string => {
  const coarse = /^.*?(?:街道|镇|乡)/.exec(address)?.[0] ?? /^.*?[区县]/.exec(address)?.[0]
  return coarse === undefined ? '' : `${coarse}＊`
}
