import type { EndpointBody, EndpointChange, EndpointTest, ReplayRange } from '../../schemas/endpoint.ts'
import type { HandOverBody } from '../../schemas/hand-over.ts'
import type { KnownGoodBody } from '../../schemas/known-good.ts'
import type { LetterBody } from '../../schemas/letter.ts'
import type { NetworkBody } from '../../schemas/network.ts'
import type { PriceChangeBody } from '../../schemas/price-change.ts'
import {
  acceptInvitation,
  addAccount,
  changeAccount,
  disableAccount,
  enableAccount,
  inviteAccount,
  makeToken,
  revokeToken,
  setPassword,
  signOut,
} from '../accounts/index.ts'
import type { Db } from '../adapters/store/index.ts'
import {
  changeEndpoint,
  makeEndpoint,
  noteTest,
  type Resending,
  replayAlerts,
  resendAlert,
  rotateSecret,
  switchOff,
  switchOn,
} from '../alerts/index.ts'
import {
  type AlertDecision,
  type AlertProposing,
  type Answering,
  type Assignment,
  addFile,
  answerCase,
  assignCase,
  type CaseCommand,
  type Comment,
  commentOn,
  decideAlert,
  type FileWithdrawal,
  type Merging,
  type Move,
  mergeCases,
  moveCase,
  type NewFile,
  noteSuspicions,
  type OpeningByHand,
  type OutcomeCommand,
  openByHand,
  type Passing,
  passOn,
  proposeAlert,
  recordOutcome,
  type Snooze,
  type Splitting,
  snoozeCase,
  splitCase,
  tellDecision,
  undoDeed,
  urgeCase,
  wakeCase,
  withdrawFile,
} from '../cases/index.ts'
import { type SetDeadline, setDeadline } from '../deadlines/index.ts'
import { makeHandOver, type Receiving, receiveHandOver, rotateKey } from '../hand-over/index.ts'
import {
  decideKnownGood,
  endKnownGood,
  type KnownGoodDecision,
  type KnownGoodEnding,
  proposeKnownGood,
} from '../known-good/index.ts'
import { enterReceipt, makeLetter, type Receipt } from '../letters/index.ts'
import { endNetwork, listNetwork, type NetworkEnding } from '../networks/index.ts'
import { decidePriceChange, type PriceChangeDecision, proposePriceChange } from '../price-changes/index.ts'
import { type SetSwitch, setSwitch } from '../releases/index.ts'
import { createBulk } from './bulk.ts'
import type { Sitting } from './command.ts'
import { noteExport } from './note-export.ts'

/** A command on a case whose actor comes from the sitting. */
const onCase =
  <Command extends CaseCommand, Answer extends object>(
    handle: (trx: Db, command: Command, nowMs: number) => Promise<Answer>,
  ) =>
  (trx: Db, body: Omit<Command, 'actor'>, { actor, nowMs }: Sitting): Promise<Answer> =>
    handle(trx, { ...body, actor } as unknown as Command, nowMs)

/** Of an endpoint */
interface Named {
  readonly id: string
}

interface Switching extends Named {
  readonly reason: string
}

/** With a secret that who asks has drawn */
interface Drawn {
  readonly secret: string
}

/** What is done with one case; the same may be done with many. */
const CASE_HANDLERS = {
  move: onCase<Move, Awaited<ReturnType<typeof moveCase>>>(moveCase),
  assign: onCase<Assignment, Awaited<ReturnType<typeof assignCase>>>(assignCase),
  comment: onCase<Comment, Awaited<ReturnType<typeof commentOn>>>(commentOn),
  snooze: onCase<Snooze, Awaited<ReturnType<typeof snoozeCase>>>(snoozeCase),
  wake: onCase(wakeCase),
  pass: onCase<Passing, Awaited<ReturnType<typeof passOn>>>(passOn),
  urge: onCase(urgeCase),
  undo: onCase(undoDeed),
}

/** Every command that people give at the desk, by its name. */
export const HANDLERS = {
  ...CASE_HANDLERS,
  answer: onCase<Answering, Awaited<ReturnType<typeof answerCase>>>(answerCase),
  outcome: (trx, body: Omit<OutcomeCommand, 'actor'>, { actor, nowMs, onConfirmed }) =>
    recordOutcome(trx, { ...body, actor }, nowMs, { onConfirmed }),
  bulk: createBulk(CASE_HANDLERS),
  'open-by-hand': (trx, body: Omit<OpeningByHand, 'actor'>, { actor, nowMs }) =>
    openByHand(trx, { ...body, actor }, nowMs),
  merge: (trx, body: Omit<Merging, 'actor'>, { actor, nowMs }) => mergeCases(trx, { ...body, actor }, nowMs),
  split: (trx, body: Omit<Splitting, 'actor'>, { actor, nowMs }) => splitCase(trx, { ...body, actor }, nowMs),
  file: (trx, body: Omit<NewFile, 'actor'>, { actor, nowMs }) => addFile(trx, { ...body, actor }, nowMs),
  'withdraw-file': (trx, body: Omit<FileWithdrawal, 'actor'>, { actor, nowMs }) =>
    withdrawFile(trx, { ...body, actor }, nowMs),
  'propose-alert': (trx, body: Omit<AlertProposing, 'actor'>, { actor, nowMs }) =>
    proposeAlert(trx, { ...body, actor }, nowMs),
  'decide-alert': (trx, body: Omit<AlertDecision, 'actor'>, { actor, nowMs, onConfirmed }) =>
    decideAlert(trx, { ...body, actor }, nowMs, { onConfirmed }),
  letter: (trx, body: LetterBody, { actor, nowMs }) => makeLetter(trx, body, actor, nowMs),
  'letter-receipt': (trx, body: Receipt, { actor, nowMs }) => enterReceipt(trx, body, actor, nowMs),
  deadline: (trx, body: SetDeadline, { actor, nowMs }) => setDeadline(trx, body, actor, nowMs),
  switch: (trx, body: SetSwitch, { actor, nowMs }) => setSwitch(trx, body, actor, nowMs),
  'propose-known-good': (trx, body: KnownGoodBody, { actor, nowMs }) =>
    proposeKnownGood(trx, body, actor, nowMs),
  'decide-known-good': (trx, body: KnownGoodDecision, { actor, nowMs }) =>
    decideKnownGood(trx, body, actor, nowMs, noteSuspicions),
  'end-known-good': (trx, body: KnownGoodEnding, { actor, nowMs }) =>
    endKnownGood(trx, body, actor, nowMs, noteSuspicions),
  'propose-price-change': (trx, body: PriceChangeBody, { actor, nowMs }) =>
    proposePriceChange(trx, body, actor, nowMs),
  'decide-price-change': async (trx, body: PriceChangeDecision, { actor, nowMs }) => {
    const decided = await decidePriceChange(trx, body, actor, nowMs)
    if ('change' in decided) await tellDecision(trx, decided.change, nowMs)
    return decided
  },
  'hand-over': (trx, body: HandOverBody, { actor, nowMs }) => makeHandOver(trx, body, actor, nowMs),
  'receive-hand-over': (trx, body: Receiving, { actor, nowMs }) => receiveHandOver(trx, body, actor, nowMs),
  'rotate-key': (trx, body: { readonly reason: string }, { actor, nowMs }) =>
    rotateKey(trx, body, actor, nowMs),
  'make-endpoint': (trx, body: EndpointBody & Drawn, { actor, nowMs }) =>
    makeEndpoint(trx, body, actor, nowMs),
  'change-endpoint': (trx, body: EndpointChange & Named, { actor, nowMs }) =>
    changeEndpoint(trx, body, actor, nowMs),
  'rotate-secret': (trx, body: Switching & Drawn, { actor, nowMs }) => rotateSecret(trx, body, actor, nowMs),
  'switch-endpoint': (trx, body: Switching & { readonly on: boolean }, { actor, nowMs }) =>
    (body.on ? switchOn : switchOff)(trx, body, actor, nowMs),
  'note-test': (trx, body: Named & { readonly test: EndpointTest }, { actor, nowMs }) =>
    noteTest(trx, body, actor, nowMs),
  'replay-alerts': (trx, body: ReplayRange & Named, { actor, nowMs }) =>
    replayAlerts(trx, body, actor, nowMs),
  'resend-alert': (trx, body: Resending, { actor, nowMs }) => resendAlert(trx, body, actor, nowMs),
  'list-network': (trx, body: NetworkBody, { actor, nowMs }) => listNetwork(trx, body, actor, nowMs),
  'end-network': (trx, body: NetworkEnding, { actor, nowMs }) => endNetwork(trx, body, actor, nowMs),
  'accept-invitation': acceptInvitation,
  'add-account': addAccount,
  'change-account': changeAccount,
  'disable-account': disableAccount,
  'enable-account': enableAccount,
  'invite-account': inviteAccount,
  'set-password': setPassword,
  'sign-out': signOut,
  'make-token': makeToken,
  'revoke-token': revokeToken,
  export: noteExport,
} satisfies Record<string, Handling>

// biome-ignore lint/suspicious/noExplicitAny: each handler has a body of its own
type Handling = (trx: Db, body: any, sitting: Sitting) => Promise<object>

type Handlers = typeof HANDLERS

export type CommandName = keyof Handlers
export type BodyOf<N extends CommandName> = Parameters<Handlers[N]>[1]
export type AnswerOf<N extends CommandName> = Awaited<ReturnType<Handlers[N]>>
