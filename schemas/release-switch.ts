import { z } from 'zod'
import { Level } from './case.ts'

export const SwitchPlace = z.object({
  district: z.string().min(1).max(20).describe('Code of the district that is told'),
  level: Level,
})
export type SwitchPlace = z.infer<typeof SwitchPlace>

export const SwitchBody = z
  .object({ on: z.boolean(), reason: z.string().trim().min(1).max(2_000) })
  .meta({ id: 'SwitchBody', examples: [{ on: true, reason: '区政府函〔2026〕18号' }] })
export type SwitchBody = z.infer<typeof SwitchBody>

/** Automatic release of cases of one district and level, as somebody set it. Of each the last counts; off unless set. */
export const ReleaseSwitch = z
  .object({
    sequence: z.int().positive().describe('Releases name it'),
    district: z.string(),
    level: Level.describe('Of the highest charge of a case'),
    on: z.boolean(),
    reason: z.string(),
    by: z.string(),
    at: z.iso.datetime(),
  })
  .meta({ id: 'ReleaseSwitch' })
export type ReleaseSwitch = z.infer<typeof ReleaseSwitch>

export const SwitchAnswer = z.object({ switch: ReleaseSwitch }).meta({ id: 'SwitchAnswer' })
export const SwitchList = z
  .object({
    switches: z.array(ReleaseSwitch).describe('As they are now; a district and level not named is off'),
    history: z.array(ReleaseSwitch).describe('Newest first, the last 500'),
  })
  .meta({ id: 'SwitchList' })
