import { inject, it } from 'vitest'
import { CONTROLS, controlledServers } from '../support/control.ts'
import { killServer } from './support/server-faults.ts'
import { tellStory } from './support/story.ts'

const { seeds, isRequired } = inject('faults')
const servers = controlledServers()
const LONG_MS = 60_000

if (!servers) {
  const absent = `set ${CONTROLS.join(', ')} to commands that take kill, start and stop`
  if (isRequired) throw new Error(`No server can be killed: ${absent}.`)
  console.log(`Servers are not killed: ${absent}.`)
}

it.skipIf(!servers).each(seeds)(
  'kill -9 of each server, one of them away for a minute, seed %i',
  async seed => {
    await tellStory('kill -9 of Kafka, InfluxDB and PostgreSQL', seed, random =>
      servers!.map((server, i) => {
        const awayMs = random.between(0, 3_000)
        return killServer(server, seed % servers!.length === i ? LONG_MS : awayMs)
      }),
    )
  },
)
