import { z } from 'zod'
import { Signature } from './finding.ts'

/** shadow (试运行) scores beside the active one and makes no finding; active (运行); retired (停用). */
export const VersionState = z.enum(['shadow', 'active', 'retired']).meta({ id: 'VersionState' })
export type VersionState = z.infer<typeof VersionState>

/** A version of the detector of a signature, and who let it judge from when on. */
export const DetectorVersion = z
  .object({
    signature: Signature,
    version: z.string(),
    state: VersionState,
    since: z.iso.date().nullable().describe('First day it judges; null in shadow, or from the beginning'),
    shadowDays: z.int().min(0).describe('Distinct days of data judged in shadow; a release takes 14'),
    firstShadowDay: z.iso.date().nullable(),
    inProgram: z.boolean().describe('Whether this program holds it'),
    reason: z.string(),
    proposedBy: z.string().nullable(),
    proposedAt: z.iso.datetime().nullable(),
    releasedBy: z.string().nullable(),
    releasedAt: z.iso.datetime().nullable(),
    auditWhole: z.boolean().describe('Whether its audit chain verifies'),
  })
  .meta({ id: 'DetectorVersion' })
export type DetectorVersion = z.infer<typeof DetectorVersion>
