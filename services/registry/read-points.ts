import type { Meter } from '../../schemas/meter.ts'
import { chunks, type Db } from '../adapters/store/index.ts'
import { speakerOn, speakingLast, timelineOf } from './entry.ts'
import { toMeter } from './rows.ts'
import type { RegistryView } from './view.ts'

const POINTS_PER_QUERY = 500

/** The registry of some points, where no view of it is at hand. */
export const readPoints = async (
  db: Db,
  points: readonly string[],
): Promise<Pick<RegistryView, 'atPoint'>> => {
  const meters: Meter[] = []
  for (const some of chunks([...new Set(points)], POINTS_PER_QUERY)) {
    // Of each meter all of its entries: one ends where the next begins, at whatever point.
    const rows = await db
      .selectFrom('meter')
      .selectAll()
      .where('meter_id', 'in', eb => eb.selectFrom('meter').select('meter_id').where('point_id', 'in', some))
      .execute()
    meters.push(...rows.map(toMeter))
  }
  const timelines = [...Map.groupBy(unique(meters), ({ meterId }) => meterId).values()].map(timelineOf)
  const entries = Map.groupBy(timelines.flat().sort(speakingLast), ({ meter }) => meter.pointId)
  return { atPoint: (pointId, day) => speakerOn(entries.get(pointId) ?? [], day)?.meter }
}

/** A meter that stood at points of two queries came twice. */
const unique = (meters: readonly Meter[]): Meter[] => [
  ...new Map(meters.map(meter => [`${meter.meterId}\n${meter.validFrom}`, meter])).values(),
]
