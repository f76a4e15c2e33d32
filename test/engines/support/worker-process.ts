import { spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { CLI } from '../../acceptance/support/cli.ts'

/** A `process` worker in a process of its own, which says what it has to say to a file. */
export interface WorkerProcess {
  /** It names its sessions with PostgreSQL so */
  readonly name: string
  readonly logFile: string
  /** Whether it runs, paused or not */
  isRunning(): boolean
  /** Whether it ended although nobody asked it to */
  hasFailed(): boolean
  /** Ends it at once */
  kill(): Promise<void>
  /** Asks it to end in order; answers its exit code */
  stop(): Promise<number | null>
  pause(): void
  resume(): void
}

/** Starts a worker with these settings; it joins the others by itself. The caller ends it. */
export const launchWorker = (
  name: string,
  folder: string,
  settings: Readonly<Record<string, string>>,
): WorkerProcess => {
  const logFile = join(folder, `${name}.log`)
  const log = openSync(logFile, 'a')
  const child = spawn(process.execPath, [...CLI, 'start'], {
    env: {
      PATH: process.env.PATH,
      TMPDIR: process.env.TMPDIR,
      DIANSHAO_ROLES: 'process',
      DIANSHAO_PORT: '0',
      ...settings,
    },
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  let asked = false
  const ended = new Promise<number | null>(resolve => child.once('exit', resolve))
  const isRunning = (): boolean => child.exitCode === null && child.signalCode === null
  const end = (signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> => {
    asked = true
    child.kill(signal)
    return ended
  }
  return {
    name,
    logFile,
    isRunning,
    hasFailed: () => !asked && !isRunning(),
    async kill() {
      await end('SIGKILL')
    },
    stop: () => end('SIGTERM'),
    pause: () => void child.kill('SIGSTOP'),
    resume: () => void child.kill('SIGCONT'),
  }
}
