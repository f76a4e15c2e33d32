import { spawn } from 'node:child_process'
import { connect } from 'node:net'
import { inject } from 'vitest'
import { engines } from './engines.ts'
import { until } from './until.ts'

/** A server that a test may end and start again. */
export interface Server {
  readonly name: string
  /** As a power cut would; resolves when nothing listens any more */
  kill(): Promise<void>
  /** Resolves when it answers */
  start(): Promise<void>
}

/** Commands that take the verbs `kill`, `start` and `stop`, one a server. */
export const CONTROLS = ['KAFKA_CONTROL', 'INFLUX_CONTROL', 'POSTGRES_CONTROL'] as const
export type Control = (typeof CONTROLS)[number]

const GONE_WITHIN_MS = 30_000

/** The servers of this run, to be killed; undefined unless all of them have a command. */
export const controlledServers = (): Server[] | undefined => {
  const given = inject('faults').controls
  const { kafka, influx, postgres } = engines()
  const places: Record<Control, string> = {
    KAFKA_CONTROL: `http://${kafka.brokers[0]}`,
    INFLUX_CONTROL: influx.url,
    POSTGRES_CONTROL: postgres.url,
  }
  const servers = CONTROLS.flatMap(name => {
    const command = given[name]
    return command ? [serverAt(name.replace('_CONTROL', '').toLowerCase(), command, places[name])] : []
  })
  return servers.length === CONTROLS.length ? servers : undefined
}

const serverAt = (name: string, command: string, url: string): Server => ({
  name,
  async kill() {
    await run(command, 'kill')
    await until(`${name} is gone`, GONE_WITHIN_MS, async () => !(await listens(url)))
  },
  start: () => run(command, 'start'),
})

/** What it starts stays: it must not hold pipes of this process. */
const run = (command: string, verb: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = spawn('sh', ['-c', `${command} ${verb}`], { stdio: 'ignore' })
    child.once('error', reject)
    child.once('exit', code => {
      if (code === 0) resolve()
      else reject(new Error(`${command} ${verb} ended with ${code}`))
    })
  })

const listens = (url: string): Promise<boolean> =>
  new Promise(resolve => {
    const { hostname, port } = new URL(url)
    const socket = connect({ host: hostname, port: Number(port) })
    const end = (answer: boolean): void => {
      socket.destroy()
      resolve(answer)
    }
    socket.once('connect', () => end(true))
    socket.once('error', () => end(false))
  })
