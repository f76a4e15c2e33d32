import { z } from 'zod'
import { Case, CaseState } from './case.ts'
import { BothLanguages, Signature } from './finding.ts'
import { ProblemChange, ProblemCode } from './problem.ts'

/** What a person may do with a case. Who may, and when, stands in the tables of services/cases. */
export const CaseAction = z
  .enum([
    ...['inspect', 'submit', 'return', 'release', 'acknowledge', 'handle', 'answer', 'reopen'],
    ...['outcome', 'assign', 'comment', 'snooze', 'wake', 'pass', 'urge', 'undo'],
  ] as const)
  .meta({ id: 'CaseAction' })
export type CaseAction = z.infer<typeof CaseAction>

const Version = z
  .int()
  .positive()
  .optional()
  .describe('The version looked at; refused when it has changed since')
const Reason = z.string().max(2_000).default('')
const MostWords = z.string().trim().min(1).max(4_000)

/** What moves a case. Who does it comes from the token alone. */
export const MoveBody = z
  .object({ reason: Reason, version: Version })
  .meta({ id: 'MoveBody', examples: [{ reason: '证据充分，建议上报', version: 5 }] })

export const AssignBody = z
  .object({
    to: z.string().min(1).max(200).nullable().describe('Name of an analyst or reviewer; null: nobody'),
    reason: Reason,
    version: Version,
  })
  .meta({ id: 'AssignBody', examples: [{ to: 'li.na', reason: '由李娜核查' }] })

export const CommentAudience = z.enum(['internal', 'all']).meta({ id: 'CommentAudience' })
export type CommentAudience = z.infer<typeof CommentAudience>

export const CommentBody = z
  .object({
    text: MostWords,
    audience: CommentAudience.optional().describe(
      'all: a district that was told of the case reads it too; internal unless told, of a district always all',
    ),
    version: Version,
  })
  .meta({ id: 'CommentBody', examples: [{ text: '夜间负荷陡升，与申报行业不符。', audience: 'all' }] })

export const SnoozeBody = z
  .object({
    until: z.iso
      .date()
      .optional()
      .describe('Plant day it comes back on, within 90 days; in 7 days unless told'),
    reason: Reason,
    version: Version,
  })
  .meta({ id: 'SnoozeBody', examples: [{ until: '2026-12-02', reason: '等待下月抄表' }] })

export const PassBody = z
  .object({
    department: z.string().trim().max(200).describe('Of the district; empty: the case is taken back'),
    reason: Reason,
    version: Version,
  })
  .meta({ id: 'PassBody', examples: [{ department: '经信委', reason: '由经信委处置' }] })

/** 属实, 未发现, 合法用电, 无法进入 */
export const FeedbackFound = z
  .enum(['confirmed', 'nothing-found', 'lawful', 'no-access'])
  .meta({ id: 'FeedbackFound' })
export type FeedbackFound = z.infer<typeof FeedbackFound>

/** What a district did. A closed list. */
export const Measure = z
  .enum(['shut-down', 'power-cut', 'equipment-sealed', 'handed-over', 'set-right-in-time', 'other'])
  .meta({ id: 'Measure' })
export type Measure = z.infer<typeof Measure>

export const MEASURE_NAMES: Readonly<Record<Measure, BothLanguages>> = {
  'shut-down': { zh: '依法取缔', en: 'shut down by law' },
  'power-cut': { zh: '断电', en: 'power cut off' },
  'equipment-sealed': { zh: '查封设备', en: 'equipment sealed' },
  'handed-over': { zh: '移送', en: 'handed over to another authority' },
  'set-right-in-time': { zh: '限期整改', en: 'to be set right within a time' },
  other: { zh: '其他', en: 'other' },
}

/** What a district reports back (反馈). */
export const Feedback = z
  .object({
    found: z
      .array(
        z.object({
          signature: Signature,
          found: FeedbackFound,
          text: z.string().trim().max(2_000).default(''),
        }),
      )
      .max(20)
      .describe('One entry a charge'),
    measures: z.array(Measure).max(20),
    inspectedOn: z.iso.date().nullable().default(null).describe('Plant day of the inspection'),
    note: z.string().trim().max(4_000).default(''),
    fileIds: z.array(z.string().min(1).max(100)).max(100).default([]).describe('Files of the case'),
  })
  .meta({ id: 'Feedback' })
export type Feedback = z.infer<typeof Feedback>

export const AnswerBody = Feedback.extend({ reason: Reason, version: Version }).meta({
  id: 'AnswerBody',
  examples: [
    {
      found: [{ signature: 'induction-furnace', found: 'confirmed', text: '中频炉一台，已断电' }],
      measures: ['power-cut', 'equipment-sealed'],
      inspectedOn: '2026-11-27',
      note: '已查封设备',
    },
  ],
})

/** A feedback on record. */
export const RecordedFeedback = Feedback.extend({
  sequence: z.int().positive(),
  by: z.string(),
  at: z.iso.datetime(),
  words: z.array(BothLanguages).describe('Its measures by name'),
}).meta({ id: 'RecordedFeedback' })
export type RecordedFeedback = z.infer<typeof RecordedFeedback>

/** A case that somebody did something with. */
export const CaseDone = z
  .object({
    case: Case,
    alertId: z
      .string()
      .nullable()
      .describe(
        'The alert a release put in the outbox; null when the district is not known and nobody is told',
      ),
    undoableUntil: z.iso
      .datetime()
      .nullable()
      .describe('Until then the same person may undo it, while nothing else changes; null: it stands'),
  })
  .meta({ id: 'CaseDone' })
export type CaseDone = z.infer<typeof CaseDone>

export const CaseComment = z
  .object({
    sequence: z.int().positive(),
    at: z.iso.datetime(),
    by: z.string(),
    text: z.string(),
    audience: CommentAudience,
  })
  .meta({ id: 'CaseComment' })
export type CaseComment = z.infer<typeof CaseComment>

export const CommentList = z.object({ comments: z.array(CaseComment) }).meta({ id: 'CommentList' })

const MOST_CASES = 500

/** What may be done to many cases at once. */
export const BulkAction = CaseAction.exclude(['answer', 'outcome']).meta({ id: 'BulkAction' })
export type BulkAction = z.infer<typeof BulkAction>

/** One action on many cases, with one reason; the fields of the action's own body besides. */
export const BulkBody = z
  .object({
    action: BulkAction,
    ids: z.array(z.string().min(1).max(100)).min(1).max(MOST_CASES),
    versions: z.record(z.string(), z.int().positive()).default({}).describe('By id, the version looked at'),
    reason: Reason,
    to: AssignBody.shape.to.optional().describe('Of assign'),
    text: MostWords.optional().describe('Of comment'),
    audience: CommentAudience.optional().describe('Of comment'),
    until: SnoozeBody.shape.until.describe('Of snooze'),
    department: PassBody.shape.department.optional().describe('Of pass'),
  })
  .superRefine((body, context) => {
    const needed = ({ assign: 'to', comment: 'text', pass: 'department' } as const)[body.action as 'assign']
    if (needed === undefined || body[needed] !== undefined) return
    context.addIssue({ code: 'custom', path: [needed], message: `${body.action} takes it` })
  })
  .meta({
    id: 'BulkBody',
    examples: [{ action: 'assign', ids: ['2026-00001', '2026-00004'], to: 'li.na', reason: '由李娜核查' }],
  })
export type BulkBody = z.infer<typeof BulkBody>

/** What became of each case: done, or why not. */
export const BulkAnswer = z
  .object({
    results: z.array(
      z.object({
        caseId: z.string(),
        done: z
          .object({
            state: CaseState,
            version: z.int().positive(),
            alertId: CaseDone.shape.alertId,
            undoableUntil: CaseDone.shape.undoableUntil,
          })
          .optional(),
        refused: z
          .object({ code: ProblemCode, detail: z.string(), changes: z.array(ProblemChange).optional() })
          .optional(),
      }),
    ),
  })
  .meta({ id: 'BulkAnswer' })
export type BulkAnswer = z.infer<typeof BulkAnswer>
