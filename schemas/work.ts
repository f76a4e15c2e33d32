import { z } from 'zod'

/** What a service stands on: one file, or three servers. */
export const EngineName = z.enum(['sqlite', 'postgresql', 'kafka', 'influxdb']).meta({ id: 'EngineName' })
export type EngineName = z.infer<typeof EngineName>

const Instant = z.iso.datetime()

/** How the work of the service goes right now. */
export const WorkState = z
  .object({
    engines: z.array(z.object({ name: EngineName, isUp: z.boolean() })),
    problems: z.array(z.string()).describe('What does not answer, each in one sentence'),
    checkpointAt: Instant.nullable().describe(
      'When this process last made durable what it worked off; null: not since it started',
    ),
    waitingSince: Instant.nullable().describe(
      'When the oldest reading arrived that this process has not worked off; null: none waits here',
    ),
    lately: z
      .object({ readings: z.int().min(0), seconds: z.number().positive() })
      .nullable()
      .describe('Readings worked off or rejected over the last minutes; null: looked at once only'),
  })
  .meta({ id: 'WorkState' })
export type WorkState = z.infer<typeof WorkState>
