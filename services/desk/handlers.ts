import type { KnownGoodBody } from '../../schemas/known-good.ts'
import type { Db } from '../adapters/store/index.ts'
import { type Move, moveCase, noteSuspicions, type OutcomeCommand, recordOutcome } from '../cases/index.ts'
import { type SetDeadline, setDeadline } from '../deadlines/index.ts'
import {
  decideKnownGood,
  endKnownGood,
  type KnownGoodDecision,
  type KnownGoodEnding,
  proposeKnownGood,
} from '../known-good/index.ts'
import { type SetSwitch, setSwitch } from '../releases/index.ts'
import type { Sitting } from './command.ts'

/** Every command that people give at the desk, by its name. */
export const HANDLERS = {
  move: (trx, body: Omit<Move, 'actor'>, { actor, nowMs }) => moveCase(trx, { ...body, actor }, nowMs),
  outcome: (trx, body: Omit<OutcomeCommand, 'actor'>, { actor, nowMs, onConfirmed }) =>
    recordOutcome(trx, { ...body, actor }, nowMs, { onConfirmed }),
  deadline: (trx, body: SetDeadline, { actor, nowMs }) => setDeadline(trx, body, actor, nowMs),
  switch: (trx, body: SetSwitch, { actor, nowMs }) => setSwitch(trx, body, actor, nowMs),
  'propose-known-good': (trx, body: KnownGoodBody, { actor, nowMs }) =>
    proposeKnownGood(trx, body, actor, nowMs),
  'decide-known-good': (trx, body: KnownGoodDecision, { actor, nowMs }) =>
    decideKnownGood(trx, body, actor, nowMs, noteSuspicions),
  'end-known-good': (trx, body: KnownGoodEnding, { actor, nowMs }) =>
    endKnownGood(trx, body, actor, nowMs, noteSuspicions),
} satisfies Record<string, Handling>

// biome-ignore lint/suspicious/noExplicitAny: each handler has a body of its own
type Handling = (trx: Db, body: any, sitting: Sitting) => Promise<object>

type Handlers = typeof HANDLERS

export type CommandName = keyof Handlers
export type BodyOf<N extends CommandName> = Parameters<Handlers[N]>[1]
export type AnswerOf<N extends CommandName> = Awaited<ReturnType<Handlers[N]>>
