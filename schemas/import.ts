import { z } from 'zod'
import { Meter } from './meter.ts'
import { Reject, RejectReason } from './outcome.ts'
import { ImportForm, ImportProfile, ProfileName } from './profile.ts'

const Count = z.int().min(0)

/** What became of the readings of one input: received = accepted + rejected. */
export const IntakeAnswer = z
  .object({
    form: ImportForm,
    encoding: z.enum(['ascii', 'utf-8', 'gb18030']).describe('As it was found'),
    packed: z.enum(['gzip', 'xlsx']).nullable(),
    received: Count.describe('Readings; a day row has as many as it has filled points'),
    accepted: Count.describe('Durable; repeated readings count too and change nothing'),
    rejected: Count,
    byReason: z.record(z.string(), Count).describe('Rejected readings by reason'),
    firstRejects: z.array(Reject).describe('The first 50; all of them are in the reject book'),
  })
  .meta({ id: 'IntakeAnswer' })
export type IntakeAnswer = z.infer<typeof IntakeAnswer>

export const ImportState = z
  .enum(['uploading', 'waiting', 'running', 'done', 'cancelled', 'failed'])
  .meta({ id: 'ImportState' })
export type ImportState = z.infer<typeof ImportState>

/** How an import is to be taken. */
export const ImportOptions = z.object({
  profile: ImportProfile,
  profileName: ProfileName.nullable(),
  backfill: z
    .boolean()
    .describe(
      'Judge days of readings that are more than 7 days behind their point, instead of only storing them',
    ),
})
export type ImportOptions = z.infer<typeof ImportOptions>

/** A file that is taken in beside the live readings. */
export const ImportJob = z
  .object({
    id: z.string(),
    state: ImportState,
    fileName: z.string(),
    bytes: Count.describe('Of the file'),
    bytesRead: Count.describe('How far it has come'),
    profileName: z.string().nullable(),
    backfill: z.boolean(),
    createdBy: z.string(),
    createdAt: z.iso.datetime(),
    startedAt: z.iso.datetime().nullable(),
    endedAt: z.iso.datetime().nullable(),
    result: IntakeAnswer.nullable().describe('So far; whole when done'),
    problem: z.string().nullable().describe('Why it failed, in one sentence'),
  })
  .meta({ id: 'ImportJob' })
export type ImportJob = z.infer<typeof ImportJob>

/** "true" or "false" of a query. */
export const Flag = z.enum(['true', 'false']).transform(text => text === 'true')

const ProfileOfName = ProfileName.optional().describe('Name of a saved import profile')

export const ImportQuery = z.object({
  fileName: z.string().min(1).max(255).default('upload').describe('For people to know it again'),
  profile: ProfileOfName,
  backfill: Flag.default(false).describe(ImportOptions.shape.backfill.description!),
})
export const ImportPageQuery = z.object({
  before: z.string().optional().describe('Id of the last import of the page before'),
  limit: z.coerce.number().int().min(1).max(500).default(100),
})
export const ImportPage = z
  .object({ imports: z.array(ImportJob), next: z.string().nullable() })
  .meta({ id: 'ImportPage' })
export const ImportId = z.object({ id: z.string().min(1).max(64) })

export const ProfileQuery = z.object({ profile: ProfileOfName })

const Kwh = z.number().optional().describe('kWh')

/** What a row was understood to say, on the primary side. */
const UnderstoodRow = z
  .object({
    meterId: z.string(),
    known: z.boolean().describe('Whether the registry holds the meter'),
    from: z.string().nullable().describe('Start of the time it speaks of, +08:00; null: without a beginning'),
    to: z.string().nullable().describe('Its end; null: without an end'),
    points: Count.describe('Readings: filled points of a day row, 1 of other rows, 0 of a registry row'),
    kw: z.array(z.number()).describe('The first of them, kW'),
    registers: z
      .object({ total: Kwh, sharp: Kwh, peak: Kwh, flat: Kwh, valley: Kwh })
      .optional()
      .describe('Of a register row'),
    meter: Meter.optional().describe('Of a registry row'),
  })
  .meta({ id: 'UnderstoodRow' })

/** How a file would be taken, by its first rows; nothing is taken. */
export const ImportPreview = z
  .object({
    form: ImportForm,
    encoding: IntakeAnswer.shape.encoding,
    packed: IntakeAnswer.shape.packed,
    columns: z
      .array(
        z.object({ name: z.string(), meaning: z.string().nullable().describe('Ours; null: it is ignored') }),
      )
      .describe('As the first line names them; none for NDJSON'),
    rows: z.array(
      z.object({
        line: z.int().positive(),
        understood: UnderstoodRow.optional(),
        fault: z
          .object({ reason: RejectReason, detail: z.string() })
          .optional()
          .describe('Why the row, or a point of it, would be turned away'),
      }),
    ),
  })
  .meta({ id: 'ImportPreview' })
export type ImportPreview = z.infer<typeof ImportPreview>

export const ProfilePlace = z.object({ name: ProfileName })
export const SavedProfile = z
  .object({
    name: ProfileName,
    profile: ImportProfile,
    updatedAt: z.iso.datetime(),
    updatedBy: z.string(),
  })
  .meta({ id: 'SavedProfile' })
export type SavedProfile = z.infer<typeof SavedProfile>
export const ProfileList = z.object({ profiles: z.array(SavedProfile) }).meta({ id: 'ProfileList' })
