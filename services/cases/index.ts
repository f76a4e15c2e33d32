export { accuse } from './accuse.ts'
export { noteView, readAudit } from './audit.ts'
export { type Move, type MoveResult, moveCase } from './move-case.ts'
export { findCase, hasCase, listCaseSummaries, listCases } from './queries.ts'
