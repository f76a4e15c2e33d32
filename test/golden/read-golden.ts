import { readdirSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import { ImportForm, ImportProfile } from '../../schemas/profile.ts'

const FOLDER = new URL('./files/', import.meta.url)
const EXPECTED = '.expected.json'

const Base = z.strictObject({ what: z.string(), profile: ImportProfile.optional() })
const Found = Base.extend({
  encoding: z.enum(['ascii', 'utf-8', 'gb18030']),
  packed: z.enum(['gzip', 'xlsx']).nullable(),
})
const Rows = z.array(z.string())

const Taken = Found.extend({
  form: ImportForm.exclude(['registry']),
  readings: Rows.default([]).describe('line | meter | end of the interval | kW | kvar | revision'),
  days: z
    .array(
      z.strictObject({
        row: z.string().describe('line | meter | day | end of the first point | revision'),
        kw: Rows,
        kvar: Rows.optional(),
      }),
    )
    .default([]),
  registers: Rows.default([]).describe(
    'line | meter | day | total | sharp | peak | flat | valley | kW | when | revision',
  ),
  rejects: Rows.default([]).describe('line | reason, and of a point: | what is kept of it'),
  breaks: z.literal('GzipError').optional().describe('What it throws at its end'),
})
const Registry = Found.extend({
  common: z.record(z.string(), z.unknown()).describe('What every entry holds that does not say otherwise'),
  meters: z.array(z.looseObject({ meterId: z.string() })),
  faults: Rows.describe('line | a part of the sentence'),
})
const Refused = Base.extend({ refused: z.string().describe('A part of the sentence') })

/** What must come out of a file, as a person worked it out; `README.md` tells how it is written. */
export type ExpectedIntake = z.infer<typeof Taken>

export interface Golden<Expected> {
  readonly name: string
  readonly bytes: Uint8Array
  readonly expected: Expected
}

const names = readdirSync(FOLDER)

/** Every file beside what must come out of it; throws when one of the two is missing. */
const goldens = names
  .filter(name => !name.endsWith(EXPECTED))
  .map(name => {
    const text = readFileSync(new URL(`${name}${EXPECTED}`, FOLDER), 'utf8')
    return { name, bytes: readFileSync(new URL(name, FOLDER)), expected: JSON.parse(text) as object }
  })

const withKey = <Expected>(key: string, contract: z.ZodType<Expected>): Golden<Expected>[] =>
  goldens
    .filter(({ expected }) => key in expected)
    .map(golden => ({ ...golden, expected: contract.parse(golden.expected) }))

export const intakes = withKey('form', Taken)
export const registries = withKey('meters', Registry)
export const refusals = withKey('refused', Refused)
