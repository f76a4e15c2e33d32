/** What pricing staff enter, in the order of how often. */
export const KINDS = ['decision', 'rules', 'assessments', 'notices'] as const

/** No event tells of changes: what a colleague put up or released is asked for. */
export const AGAIN_MS = 30_000
