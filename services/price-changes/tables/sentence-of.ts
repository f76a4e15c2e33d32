import type { z } from 'zod'

/** What the contract has against a value, in one sentence; `inside` is where in the cell, of JSON and lists. */
export const sentenceOf = (issue: z.core.$ZodIssue, inside: readonly PropertyKey[] = []): string => {
  const place = inside.length > 0 ? ` at ${inside.join('.')}` : ''
  return `The cell ${wordsOf(issue)}${place}.`
}

const wordsOf = (issue: z.core.$ZodIssue): string => {
  switch (issue.code) {
    case 'too_small':
      return issue.origin === 'string' || issue.origin === 'array'
        ? 'must not be empty'
        : `must be ${issue.inclusive ? 'at least' : 'more than'} ${issue.minimum}`
    case 'too_big':
      return issue.origin === 'string' || issue.origin === 'array'
        ? `must not be longer than ${issue.maximum}`
        : `must be ${issue.inclusive ? 'at most' : 'less than'} ${issue.maximum}`
    case 'invalid_value':
      return `must be one of ${issue.values.join(', ')}`
    default:
      return `is not as the contract has it (${issue.message})`
  }
}
