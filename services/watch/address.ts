/** An address of fewer letters names no place. */
const LETTERS_AT_LEAST = 4

/**
 * What two ways of writing one address have in common: full-width letters, spaces, punctuation, 88号院 / 88# / 88号,
 * and a leading 重庆市 make no difference. Empty for one too short to name a place.
 */
export const addressKey = (address: string): string => {
  const key = address
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('#', '号')
    .replaceAll(/[\p{P}\p{S}\s]/gu, '')
    .replaceAll('号院', '号')
    .replace(/^重庆市/, '')
  return key.length < LETTERS_AT_LEAST ? '' : key
}
