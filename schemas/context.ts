import { z } from 'zod'

const Hours = z
  .tuple([z.number().min(0).max(24), z.number().min(0).max(24)])
  .describe('[from, to) in hours of the local day')

/** Tariff hours (分时电价): valley and peak; every other hour is flat. */
export const TouHours = z.object({ valley: z.array(Hours), peak: z.array(Hours) }).meta({ id: 'TouHours' })
export type TouHours = z.infer<typeof TouHours>

/** What a backtest may be told about the world its readings come from. Other keys are ignored. */
export const Context = z
  .object({
    holidays: z.array(z.iso.date()).optional(),
    extra_working_days: z.array(z.iso.date()).optional(),
    tou: z.record(z.string(), TouHours).optional().describe('By the first digits of the district code'),
  })
  .meta({ id: 'Context' })
export type Context = z.infer<typeof Context>
