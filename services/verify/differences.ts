import type { Difference } from '../../schemas/verification.ts'

const MAX_LETTERS = 200

/** Every place where two values, as JSON holds them, are not the same; numbers must agree to the last bit. */
export const differencesOf = (stored: unknown, rebuilt: unknown, at = ''): Difference[] => {
  const [a, b] = at === '' ? [asJson(stored), asJson(rebuilt)] : [stored, rebuilt]
  if (!isComposite(a) || !isComposite(b)) {
    return Object.is(a, b) ? [] : [{ at: at || 'value', stored: textOf(a), rebuilt: textOf(b) }]
  }
  const keys = new Set([...Object.keys(a), ...Object.keys(b)])
  return [...keys].flatMap(key => differencesOf(a[key], b[key], at === '' ? key : `${at}.${key}`))
}

const isComposite = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

/** What is left of a value once it was stored as JSON. */
const asJson = (value: unknown): unknown =>
  value === undefined ? undefined : JSON.parse(JSON.stringify(value))

const textOf = (value: unknown): string => {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing')
  return text.length <= MAX_LETTERS ? text : `${text.slice(0, MAX_LETTERS - 1)}…`
}
