import { z } from 'zod'
import data from './bounds.data.json' with { type: 'json' }

const Bounds = z.object({
  line: z.string(),
  from: z.number().positive().describe('kWh/t'),
  to: z.number().positive().describe('kWh/t'),
  restsOn: z.string(),
})
type Bounds = z.infer<typeof Bounds>

const byLine: ReadonlyMap<string, Bounds> = new Map(
  z
    .array(Bounds)
    .parse(data)
    .map(bounds => [bounds.line, bounds]),
)

/** Between which a line's comparable power use can lie, kWh/t; undefined of a line nothing is known of. */
export const boundsOf = (line: string): Bounds | undefined => byLine.get(line)
