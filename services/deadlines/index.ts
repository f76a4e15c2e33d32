export { dueAfter, dueAtOf, dueSoonUntil, listDeadlines } from './in-force.ts'
export { readOverdue } from './overdue.ts'
export { type SetDeadline, setDeadline } from './set.ts'
