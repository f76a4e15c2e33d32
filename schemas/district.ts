import { z } from 'zod'
import { BothLanguages } from './finding.ts'
import { Flag } from './import.ts'

/** Land that went to another district. */
const Cession = z.object({
  to: z.string().describe('Code of the district that took it over'),
  on: z.iso.date().describe('First day it was of the other'),
  places: z.string().describe('Which towns and streets; 全部 is all of it, 其余 what is left'),
})

/** A district, county or zone (区县, 功能区) with the days its code is in use. */
export const District = z
  .object({
    code: z.string().describe('GB/T 2260 code; CQ-… is our own for a zone that has none'),
    name: z.string(),
    kind: z.enum(['市辖区', '县', '自治县', '功能区']),
    gbt2260: z.boolean().describe('Whether the code is of GB/T 2260, or our own'),
    validFrom: z.iso.date().nullable().describe('First day; null: longer than any data here'),
    validTo: z.iso.date().nullable().describe('Last day; null: in use'),
    parent: z.string().nullable().default(null).describe('The district a zone lies in, where that is known'),
    ceded: z.array(Cession),
    source: z.string().describe('Where code and days were seen'),
    note: z.string().default(''),
  })
  .meta({ id: 'District' })
export type District = z.infer<typeof District>

/**
 * Who is told under a code on a day. itself: the code is in use; successor: its only successor; person: several share its
 * land, or it was not in use yet, so that the code is kept and a person looks up whom to tell.
 */
export const ToldDistrict = z
  .object({ code: z.string(), name: z.string(), by: z.enum(['itself', 'successor', 'person']) })
  .meta({ id: 'ToldDistrict' })
export type ToldDistrict = z.infer<typeof ToldDistrict>

const day = z.iso
  .date()
  .optional()
  .describe('A plant day; today unless told')
  .meta({ examples: ['2025-11-05'] })

export const DistrictQuery = z.object({
  day,
  all: Flag.optional().describe('Codes that are not in use on the day, too'),
})
export const DistrictList = z
  .object({ day: z.iso.date(), districts: z.array(District.extend({ inUse: z.boolean() })) })
  .meta({ id: 'DistrictList' })

export const DistrictPath = z.object({ code: z.string().min(1).max(20) })
export const DistrictDayQuery = z.object({ day })

/** What a code means on a day. */
export const DistrictOnDay = z
  .object({
    day: z.iso.date(),
    district: District,
    inUse: z.boolean(),
    jurisdictions: z.array(z.string()).describe('Whose rules hold, the most local first; CQ, CN'),
    withoutDistrict: z
      .enum(['unknown', 'ambiguous'])
      .nullable()
      .describe('Why no district is among them: only rules of the municipality and the country hold'),
    told: ToldDistrict,
    leadsTo: z
      .array(z.object({ code: z.string(), name: z.string(), places: z.string() }))
      .describe('Where land registered under this code may lie on the day besides, or instead'),
    doubt: BothLanguages.nullable().describe('What the code alone does not say'),
  })
  .meta({ id: 'DistrictOnDay' })
export type DistrictOnDay = z.infer<typeof DistrictOnDay>
