import type { Level } from '../../../schemas/case.ts'

/**
 * What is expected of a level: of a hundred leads, how many a check on site would confirm, since a score is meant as
 * that probability. By the model, not by outcomes.
 */
export const EXPECTED_OF_100: Readonly<Record<Level, string>> = {
  yellow: '70–80',
  orange: '80–90',
  red: '90–100',
}
