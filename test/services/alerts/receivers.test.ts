import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { composeAlert, createReceiver, newSecret, type Receiver } from '../../../services/alerts/index.ts'
import { signedHeaders } from '../../../services/alerts/sign.ts'
import { RELEASED_AT_MS, reportedCase } from './case-fixture.ts'

const FOLDER = join(import.meta.dirname, '../../../docs/receivers')
const secret = newSecret()
const body = JSON.stringify(composeAlert(reportedCase(), RELEASED_AT_MS, '九龙坡区'))

/** A receiver that runs somewhere, and what it took in. */
interface Running {
  readonly url: string
  readonly taken: string[]
  stop(): Promise<void>
}

const open = async (): Promise<Running> => {
  const taken: string[] = []
  const receiver: Receiver = createReceiver({
    ...{ secret, port: 0, host: '127.0.0.1' },
    onAlert: ({ type }, id) => {
      taken.push(`taken ${id} ${type}`)
    },
    onRefused: () => {},
  })
  return { url: `http://127.0.0.1:${await receiver.listen()}/`, taken, stop: () => receiver.close() }
}

/** Starts a program that says `listening PORT` and then what it takes in, one line each. */
const start = async (command: string, args: readonly string[]): Promise<Running> => {
  const child: ChildProcess = spawn(command, args, {
    env: { ...process.env, WEBHOOK_SECRET: secret },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const ended = new Promise<void>(resolve => child.once('exit', () => resolve()))
  const taken: string[] = []
  const port = await new Promise<string>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', code => reject(new Error(`${command} ended with ${code} before it listened.`)))
    createInterface({ input: child.stdout! }).on('line', line => {
      if (line.startsWith('listening ')) resolve(line.slice('listening '.length))
      else taken.push(line)
    })
  })
  return {
    url: `http://127.0.0.1:${port}/`,
    taken,
    stop: async () => {
      child.kill()
      await ended
    },
  }
}

const isThere = (command: string, arg: string): boolean => spawnSync(command, [arg]).status === 0

const RECEIVERS = [
  { name: 'TypeScript', isHere: true, run: open },
  {
    name: 'Python',
    isHere: isThere('python3', '--version'),
    run: () => start('python3', [join(FOLDER, 'receiver.py'), '--port', '0']),
  },
  {
    name: 'Java',
    isHere: isThere('java', '-version'),
    run: () => start('java', [join(FOLDER, 'Receiver.java'), '0']),
  },
]

const missing = RECEIVERS.filter(({ isHere }) => !isHere).map(({ name }) => name)
if (missing.length > 0) console.warn(`Not tried, since it is not installed here: ${missing.join(', ')}.`)

describe.each(RECEIVERS)('the receiver in $name', ({ isHere, run }) => {
  let running: Running

  beforeAll(async () => {
    if (isHere) running = await run()
  }, 60_000)

  afterAll(() => running?.stop())

  const send = async (id: string, headers = signedHeaders([secret], id, Date.now(), body), text = body) =>
    (await fetch(running.url, { method: 'POST', headers, body: text })).status

  const takenOf = (id: string) => running.taken.filter(line => line.startsWith(`taken ${id} `))

  it.runIf(isHere)('takes a signed alert in, once, however often it comes', async () => {
    expect(await send('msg_good')).toBe(204)
    expect(await send('msg_good')).toBe(204)
    expect(await Promise.all(['msg_same', 'msg_same', 'msg_same'].map(id => send(id)))).toEqual([
      204, 204, 204,
    ])
    await expect.poll(() => takenOf('msg_same')).toHaveLength(1)
    expect(takenOf('msg_good')).toEqual([expect.stringMatching(/^taken msg_good case\.reported/)])
  })

  it.runIf(isHere)('takes it by either of two signatures while the secret is rotated', async () => {
    const other = newSecret()
    const both = (id: string, secrets: readonly string[]) => signedHeaders(secrets, id, Date.now(), body)
    expect(await send('msg_old_first', both('msg_old_first', [secret, other]))).toBe(204)
    expect(await send('msg_new_first', both('msg_new_first', [other, secret]))).toBe(204)
    expect(await send('msg_neither', both('msg_neither', [other, newSecret()]))).toBe(401)
  })

  it.runIf(isHere)('refuses a changed byte, another id, a wrong secret and no signature', async () => {
    const signed = (id: string) => signedHeaders([secret], id, Date.now(), body)
    const changed = body.replace('2024-00012', '2024-00013')
    expect(await send('msg_changed', signed('msg_changed'), changed)).toBe(401)
    expect(await send('msg_moved', { ...signed('msg_moved'), 'webhook-id': 'msg_elsewhere' })).toBe(401)
    expect(await send('msg_wrong', signedHeaders([newSecret()], 'msg_wrong', Date.now(), body))).toBe(401)
    const { 'webhook-signature': _, ...bare } = signed('msg_bare')
    expect(await send('msg_bare', bare)).toBe(401)
    expect(await send('msg_v2', { ...signed('msg_v2'), 'webhook-signature': 'v2,AAAA v1,%%%' })).toBe(401)
    expect(['msg_changed', 'msg_moved', 'msg_elsewhere', 'msg_wrong', 'msg_bare'].flatMap(takenOf)).toEqual(
      [],
    )
  })

  it.runIf(isHere)('refuses what is more than five minutes old, or from the future', async () => {
    const at = (id: string, atMs: number) => signedHeaders([secret], id, atMs, body)
    expect(await send('msg_old', at('msg_old', Date.now() - 302_000))).toBe(401)
    expect(await send('msg_future', at('msg_future', Date.now() + 330_000))).toBe(401)
    expect(await send('msg_slow', at('msg_slow', Date.now() - 200_000))).toBe(204)
    expect(['msg_old', 'msg_future'].flatMap(takenOf)).toEqual([])
  })

  it.runIf(isHere)('refuses what is signed and no alert, and more than 64 kB', async () => {
    const signed = (id: string, text: string) => send(id, signedHeaders([secret], id, Date.now(), text), text)
    expect(await signed('msg_text', 'no json')).toBe(400)
    expect(await signed('msg_long', 'x'.repeat(64 * 1024 + 1))).toBe(413)
  })
})
