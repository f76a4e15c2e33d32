import { spawn } from 'node:child_process'
import { CLI, type Service } from '../../acceptance/support/cli.ts'
import { firstAccounts } from '../../support/first-accounts.ts'

/** The real service in a process of its own, which may be killed before it listens. */
export interface Launched {
  /** Rejects with what the service said when it ends before it listens */
  readonly listening: Promise<Service>
  kill(): Promise<void>
  /** Asks it to end in order */
  stop(): Promise<void>
}

/**
 * Starts the service on a folder; the caller ends it. `compiled`: a folder where Node keeps compiled code; `environment`:
 * what of it is otherwise.
 */
export const launch = (
  folder: string,
  compiled: string,
  environment: Readonly<Record<string, string>> = {},
): Launched => {
  const child = spawn(process.execPath, [...CLI, 'start'], {
    env: {
      PATH: process.env.PATH,
      TMPDIR: process.env.TMPDIR,
      NODE_COMPILE_CACHE: compiled,
      DIANSHAO_DATA: folder,
      DIANSHAO_PORT: '0',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<void>(resolve => child.once('close', () => resolve()))
  const end = async (signal: 'SIGKILL' | 'SIGTERM'): Promise<void> => {
    child.kill(signal)
    await ended
  }
  const kill = (): Promise<void> => end('SIGKILL')
  const listening = new Promise<Service>((resolve, reject) => {
    let said = ''
    let isKnown = false
    const hear = (chunk: Buffer): void => {
      said += chunk
      const url = /Dianshao listens at (http:\S+);/.exec(said)?.[1]
      if (!url || isKnown) return
      isKnown = true
      const known = (tokens: Service['tokens']) => resolve({ url, pid: child.pid!, tokens, kill })
      firstAccounts(url, folder).then(known, reject)
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.once('close', () => reject(new Error(`the service ended before it listened: ${said}`)))
  })
  listening.catch(() => {}) // It is killed on purpose.
  return { listening, kill, stop: () => end('SIGTERM') }
}

/** Runs the service once to an orderly end, which alone leaves compiled code behind: a start then costs less. */
export const compile = async (folder: string, compiled: string): Promise<void> => {
  const { listening, stop } = launch(folder, compiled)
  await listening
  await stop()
}
