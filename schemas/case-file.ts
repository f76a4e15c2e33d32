import { z } from 'zod'
import { Flag } from './import.ts'

/** Media types a file of a case may have. */
export const FileMediaType = z
  .enum([
    'application/pdf',
    'image/jpeg',
    'image/png',
    'image/webp',
    'image/heic',
    'video/mp4',
    'text/csv',
    'text/plain',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ])
  .meta({ id: 'FileMediaType' })
export type FileMediaType = z.infer<typeof FileMediaType>

/** A file of a case, without its bytes. */
export const CaseFile = z
  .object({
    id: z.string(),
    caseId: z.string(),
    name: z.string(),
    mediaType: FileMediaType.describe('As its bytes show'),
    bytes: z.int().positive(),
    sha256: z.string(),
    note: z.string(),
    shared: z.boolean().describe('Whether districts that see the case see it'),
    uploadedBy: z.string(),
    uploadedAt: z.iso.datetime(),
    withdrawnAt: z.iso.datetime().nullable().describe('A withdrawn file is kept; districts see it no more'),
  })
  .meta({ id: 'CaseFile' })
export type CaseFile = z.infer<typeof CaseFile>

/** Neither folders nor letters that are not seen. */
const NAME = /^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}/\\]+$/u

export const FileQuery = z.object({
  name: z
    .string()
    .trim()
    .min(1)
    .max(200)
    // As a rule of JSON Schema it is more than tools understand.
    .refine(name => NAME.test(name), 'a file name without folders')
    .describe('With its ending, without folders')
    .meta({ examples: ['inspection.txt'] }),
  note: z.string().trim().max(2_000).default(''),
  shared: Flag.default(false).describe('Of the grid company: whether districts that see the case see it'),
})
export const FileId = z.object({ id: z.string().min(1).max(100), fileId: z.string().min(1).max(100) })
export const FileAnswer = z.object({ file: CaseFile }).meta({ id: 'FileAnswer' })
export const FileList = z.object({ files: z.array(CaseFile) }).meta({ id: 'FileList' })
export const WithdrawBody = z
  .object({ reason: z.string().trim().min(1).max(2_000) })
  .meta({ id: 'WithdrawBody', examples: [{ reason: '误传' }] })
