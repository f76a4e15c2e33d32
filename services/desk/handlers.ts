import type { Db } from '../adapters/store/index.ts'
import {
  addFile,
  type FileWithdrawal,
  type Merging,
  type Move,
  mergeCases,
  moveCase,
  type NewFile,
  type OpeningByHand,
  type OutcomeCommand,
  openByHand,
  recordOutcome,
  type Splitting,
  splitCase,
  withdrawFile,
} from '../cases/index.ts'
import type { Sitting } from './command.ts'

/** Every command that people give at the desk, by its name. */
export const HANDLERS = {
  move: (trx, body: Omit<Move, 'actor'>, { actor, nowMs }) => moveCase(trx, { ...body, actor }, nowMs),
  outcome: (trx, body: Omit<OutcomeCommand, 'actor'>, { actor, nowMs, onConfirmed }) =>
    recordOutcome(trx, { ...body, actor }, nowMs, { onConfirmed }),
  'open-by-hand': (trx, body: Omit<OpeningByHand, 'actor'>, { actor, nowMs }) =>
    openByHand(trx, { ...body, actor }, nowMs),
  merge: (trx, body: Omit<Merging, 'actor'>, { actor, nowMs }) => mergeCases(trx, { ...body, actor }, nowMs),
  split: (trx, body: Omit<Splitting, 'actor'>, { actor, nowMs }) => splitCase(trx, { ...body, actor }, nowMs),
  file: (trx, body: Omit<NewFile, 'actor'>, { actor, nowMs }) => addFile(trx, { ...body, actor }, nowMs),
  'withdraw-file': (trx, body: Omit<FileWithdrawal, 'actor'>, { actor, nowMs }) =>
    withdrawFile(trx, { ...body, actor }, nowMs),
} satisfies Record<string, Handling>

// biome-ignore lint/suspicious/noExplicitAny: each handler has a body of its own
type Handling = (trx: Db, body: any, sitting: Sitting) => Promise<object>

type Handlers = typeof HANDLERS

export type CommandName = keyof Handlers
export type BodyOf<N extends CommandName> = Parameters<Handlers[N]>[1]
export type AnswerOf<N extends CommandName> = Awaited<ReturnType<Handlers[N]>>
