import { z } from 'zod'

/** Which alerts a letter lists: those of a period, or those named. */
export const LetterBody = z
  .object({
    districtCode: z.string().min(1).max(20),
    department: z
      .string()
      .trim()
      .max(200)
      .default('')
      .describe('Of the district; empty: the government itself'),
    from: z.iso.date().optional().describe('First plant day of the alerts'),
    to: z.iso.date().optional().describe('Last plant day of the alerts, inclusive'),
    alertIds: z.array(z.string().min(1).max(100)).min(1).max(500).optional(),
  })
  .superRefine(({ from, to, alertIds }, context) => {
    const byPeriod = from !== undefined && to !== undefined && from <= to
    const isOne = alertIds === undefined ? byPeriod : from === undefined && to === undefined
    if (isOne) return
    context.addIssue({ code: 'custom', path: ['from'], message: 'give from and to, in order, or alertIds' })
  })
  .meta({
    id: 'LetterBody',
    examples: [{ districtCode: '500107', department: '经信委', from: '2026-11-20', to: '2026-11-27' }],
  })
export type LetterBody = z.infer<typeof LetterBody>

/** What came back signed (回执). */
export const LetterReceiptBody = z
  .object({
    receivedOn: z.iso.date().describe('Plant day it was signed for'),
    receivedBy: z.string().trim().min(1).max(200).describe('签收单位或签收人'),
    documentNo: z.string().trim().max(100).default('').describe('文号 of the answer, where it has one'),
  })
  .meta({
    id: 'LetterReceiptBody',
    examples: [
      { receivedOn: '2026-11-30', receivedBy: '九龙坡区经信委 办公室', documentNo: '九经信函〔2026〕31号' },
    ],
  })
export type LetterReceiptBody = z.infer<typeof LetterReceiptBody>

export const LetterReceipt = LetterReceiptBody.extend({
  enteredBy: z.string(),
  enteredAt: z.iso.datetime(),
}).meta({ id: 'LetterReceipt' })

/** A letter (用电异常情况告知函) as it was made. */
export const Letter = z
  .object({
    id: z.string(),
    number: z.string().describe('字号 on the letter'),
    districtCode: z.string(),
    department: z.string(),
    alertIds: z.array(z.string()),
    madeBy: z.string(),
    madeAt: z.iso.datetime(),
    sha256: z.string().describe('Of the file, to the byte'),
    receipt: LetterReceipt.nullable(),
  })
  .meta({ id: 'Letter' })
export type Letter = z.infer<typeof Letter>

export const LetterAnswer = z.object({ letter: Letter }).meta({ id: 'LetterAnswer' })

/** A receipt on record, and which cases it acknowledged. */
export const ReceiptAnswer = z
  .object({
    letter: Letter,
    acknowledged: z.array(z.string()).describe('Numbers of the cases that are acknowledged by it'),
    unmoved: z
      .array(z.object({ caseNumber: z.string(), detail: z.string() }))
      .describe('Cases it lists that stay where they are, and why'),
  })
  .meta({ id: 'ReceiptAnswer' })

export const LetterId = z.object({ id: z.string().min(1).max(100) })
export const LetterQuery = z.object({
  district: z.string().max(20).optional(),
  after: z.string().optional().describe('"next" of the page before'),
  limit: z.coerce.number().int().min(1).max(500).default(100),
})
export const LetterPage = z
  .object({ letters: z.array(Letter), next: z.string().nullable() })
  .meta({ id: 'LetterPage' })
