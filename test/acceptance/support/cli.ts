import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { firstAccounts, type Tokens } from '../../support/first-accounts.ts'

/** The real program, as a user starts it. */

export const CLI = [
  '--import',
  './services/node-guard.js',
  '--disable-warning=ExperimentalWarning',
  'services/main.ts',
]

export interface Finished {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

const launch = (args: readonly string[], environment: Record<string, string>): ChildProcess =>
  spawn(process.execPath, [...CLI, ...args], {
    env: { PATH: process.env.PATH, TMPDIR: process.env.TMPDIR, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })

/** Runs a command to its end. */
export const dianshao = (
  args: readonly string[],
  environment: Record<string, string> = {},
): Promise<Finished> =>
  new Promise((resolve, reject) => {
    const child = launch(args, environment)
    let out = ''
    let err = ''
    child.stdout!.on('data', chunk => {
      out += chunk
    })
    child.stderr!.on('data', chunk => {
      err += chunk
    })
    child.on('error', reject)
    child.on('close', code => resolve({ code, out, err }))
  })

/** A service in a process of its own. */
export interface Service {
  readonly url: string
  readonly pid: number
  readonly tokens: Tokens
  /** Ends it at once, as a power cut would */
  kill(): Promise<void>
}

/** The same with operator, analyst and reviewer at it. */
export const startService = async (
  folder: string,
  environment: Record<string, string> = {},
): Promise<Service> => {
  const bare = await startBare(folder, environment)
  return { ...bare, tokens: await firstAccounts(bare.url, folder) }
}

/** Starts the service on a folder and waits until it listens. */
export const startBare = async (
  folder: string,
  environment: Record<string, string> = {},
): Promise<Omit<Service, 'tokens'>> => {
  const child = launch(['start'], { DIANSHAO_DATA: folder, DIANSHAO_PORT: '0', ...environment })
  const ended = new Promise<void>(resolve => child.once('close', () => resolve()))
  const url = await listening(child)
  return {
    url,
    pid: child.pid!,
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    },
  }
}

const listening = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    createInterface({ input: child.stdout! }).on('line', line => {
      const found = /Dianshao listens at (http:\S+);/.exec(line)
      if (found) resolve(found[1]!)
    })
    child.once('close', code => reject(new Error(`the service ended with ${code} before it listened`)))
  })

/** A folder that is gone after `use`. */
export const withFolder = async <T>(use: (folder: string) => Promise<T>): Promise<T> => {
  const folder = mkdtempSync(join(tmpdir(), 'dianshao-test-'))
  try {
    return await use(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Asks a service and answers status and body. */
export const ask = async (
  service: Service,
  path: string,
  init: { method?: string; type?: string; body?: string; token?: string } = {},
): Promise<{ status: number; body: never }> => {
  const response = await fetch(service.url + path, {
    method: init.method ?? 'GET',
    headers: {
      authorization: `Bearer ${init.token ?? service.tokens.analyst}`,
      ...(init.type ? { 'content-type': init.type } : {}),
    },
    ...(init.body === undefined ? {} : { body: init.body }),
  })
  return { status: response.status, body: (await response.json()) as never }
}
