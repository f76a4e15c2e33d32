import type { TestProject } from 'vitest/node'
import { hasContainerEngine, startContainers } from './containers.ts'
import { namedEngines, VARIABLES } from './named-engines.ts'

const ABSENT = `set ${VARIABLES.join(', ')}, or have a Docker-compatible engine running (DOCKER_HOST)`

/**
 * Before the engine tests: takes the servers that the environment names, else starts containers and answers how to
 * stop them. Where neither is to be had the run ends well with one line, unless DIANSHAO_ENGINES is "required".
 */
export default async (project: TestProject): Promise<(() => Promise<void>) | undefined> => {
  const named = namedEngines(process.env)
  if (named) {
    project.provide('engines', named)
    return undefined
  }
  if (!(await hasContainerEngine())) {
    if (process.env.DIANSHAO_ENGINES === 'required')
      throw new Error(`The engine tests have no servers: ${ABSENT}.`)
    console.log(`Engine tests skipped, for want of servers: ${ABSENT}.`)
    process.exit(0)
  }
  const { engines, stop } = await startContainers()
  project.provide('engines', engines)
  return stop
}
