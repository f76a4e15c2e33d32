import { z } from 'zod'

/** What an input holds. */
export const ImportForm = z.enum(['readings', 'day-rows', 'registers', 'registry']).meta({ id: 'ImportForm' })
export type ImportForm = z.infer<typeof ImportForm>

export const ProfileName = z
  .string()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,63}$/u, 'letters, digits and . _ -, at most 64')

/** How the files of one source are to be understood, where they differ from the contracts. Can be saved by name. */
export const ImportProfile = z
  .strictObject({
    columns: z
      .record(z.string(), z.string().min(1))
      .default({})
      .describe('Our column name to theirs, such as {"meter_id": "电表资产号", "ts": "数据时间"}'),
    points: z.string().min(1).default('P').describe('What stands before the number of a kW point: P1 … P96'),
    reactivePoints: z.string().min(1).default('Q').describe('The same for kvar points'),
    delimiter: z.enum([',', ';', '\t']).default(','),
    zone: z
      .string()
      .regex(/^[+-]\d\d:\d\d$/, 'expected an offset such as +08:00')
      .optional()
      .describe('Offset of times that are written without one; without it such times are refused'),
    side: z
      .enum(['primary', 'secondary'])
      .default('primary')
      .describe('Secondary: the multiplier in force on the day applies'),
    unit: z.enum(['W', 'kW', 'MW']).default('kW').describe('Of power; registers are kWh'),
    firstPoint: z
      .enum(['00:00', '00:15'])
      .default('00:15')
      .describe('End of the interval of the first point; 00:15 stands for one interval after midnight'),
    registerAt: z
      .enum(['day-end', 'day-start'])
      .default('day-end')
      .describe('Which midnight of its date a register row tells'),
  })
  .meta({
    id: 'ImportProfile',
    examples: [{ columns: { meter_id: '电表资产号', ts: '数据时间', kw: '有功功率' }, zone: '+08:00' }],
  })
export type ImportProfile = z.infer<typeof ImportProfile>

export const DEFAULT_PROFILE: ImportProfile = ImportProfile.parse({})
