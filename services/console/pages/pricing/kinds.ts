/** What pricing staff enter, in the order of how often. */
export const KINDS = ['decision', 'rules', 'assessments', 'notices'] as const
