import { createHash } from 'node:crypto'
import type { EpochDay } from '../../schemas/day.ts'
import type { Meter } from '../../schemas/meter.ts'
import type { Db } from '../adapters/store/index.ts'
import { entryOn, timelineOf } from './entry.ts'
import { toMeter } from './rows.ts'

/** SHA-256 of what the registry says of a customer on a day. */
export type CustomerDigest = (day: EpochDay) => string

/** What a dismissal may rest on; a change of anything else, such as a name, leaves it standing. */
const SAID = [
  ...(['pointId', 'industryCode', 'industryEdition', 'licensedProcesses', 'contractKva'] as const),
  ...(['status', 'address', 'transformerId', 'multiplier'] as const),
] satisfies (keyof Meter)[]

/** Reads the registry of one customer, to be asked for any day. */
export const customerDigest = async (db: Db, customerId: string): Promise<CustomerDigest> => {
  const rows = await db
    .selectFrom('meter')
    .selectAll()
    .where('meter_id', 'in', eb =>
      eb.selectFrom('meter').select('meter_id').where('customer_id', '=', customerId),
    )
    .orderBy('meter_id')
    .execute()
  const timelines = [...Map.groupBy(rows.map(toMeter), ({ meterId }) => meterId).values()].map(timelineOf)
  return day => {
    const entries = timelines.flatMap(timeline => entryOn(timeline, day)?.meter ?? [])
    const said = entries
      .filter(meter => meter.customerId === customerId)
      .map(meter => JSON.stringify(SAID.map(name => meter[name])))
    return createHash('sha256').update(said.sort().join('\n')).digest('hex')
  }
}
