import type { Db } from '../adapters/store/index.ts'
import { type Move, moveCase, type OutcomeCommand, recordOutcome } from '../cases/index.ts'
import type { Sitting } from './command.ts'
import { noteExport } from './note-export.ts'

/** Every command that people give at the desk, by its name. */
export const HANDLERS = {
  move: (trx, body: Omit<Move, 'actor'>, { actor, nowMs }) => moveCase(trx, { ...body, actor }, nowMs),
  outcome: (trx, body: Omit<OutcomeCommand, 'actor'>, { actor, nowMs, onConfirmed }) =>
    recordOutcome(trx, { ...body, actor }, nowMs, { onConfirmed }),
  export: noteExport,
} satisfies Record<string, Handling>

// biome-ignore lint/suspicious/noExplicitAny: each handler has a body of its own
type Handling = (trx: Db, body: any, sitting: Sitting) => Promise<object>

type Handlers = typeof HANDLERS

export type CommandName = keyof Handlers
export type BodyOf<N extends CommandName> = Parameters<Handlers[N]>[1]
export type AnswerOf<N extends CommandName> = Awaited<ReturnType<Handlers[N]>>
