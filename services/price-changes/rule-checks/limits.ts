import Big from 'big.js'
import { z } from 'zod'
import { YuanPerKwh } from '../../../schemas/tariff.ts'
import limits from './limits.data.json' with { type: 'json' }

const Limits = z.object({ yuanPerKwh: YuanPerKwh, why: z.string() })

/** An amount above it is taken for a slip of the pen, yuan/kWh. */
export const HIGHEST = new Big(Limits.parse(limits).yuanPerKwh)
