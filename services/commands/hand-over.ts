import { readFileSync } from 'node:fs'
import { KeyAnswer, KeySet } from '../../schemas/hand-over.ts'
import { verifyDetached } from '../hand-over/index.ts'
import { createClient, json } from './client.ts'
import { CommandError } from './command-error.ts'
import type { Print } from './follow-import.ts'
import type { Place } from './profile.ts'

const GOOD = 0
const DIFFERENT = 1

/**
 * Verifies the file of a hand-over by its signature and a set of public keys, all of them files: no service is asked.
 * Answers the exit code. Throws CommandError with a sentence when a file cannot be read.
 */
export const verifyHandOver = async (
  file: string,
  signature: string,
  { keys }: { readonly keys: string },
  print: Print,
): Promise<number> => {
  const bytes = read(file)
  const set = keySetIn(keys)
  try {
    const { keyId } = await verifyDetached(bytes, read(signature).toString('utf8'), set)
    print(`Good: ${file} is what was signed, by the key ${keyId}.`)
    return GOOD
  } catch (error) {
    if (!(error instanceof Error)) throw error
    print(`Not good: ${error.message}`)
    return DIFFERENT
  }
}

/** Has another key sign from now on. */
export const rotateHandOverKey = async (
  { url, token, reason }: Place & { readonly reason: string },
  print: Print,
): Promise<void> => {
  const answer = await createClient(url, token).call('POST', '/v1/pricing/keys', json({ reason }))
  const { key } = KeyAnswer.parse(answer)
  print(`From now on the key ${key.kid} signs; hand on /v1/pricing/keys, in which the old ones stay.`)
}

const read = (file: string): Buffer => {
  try {
    return readFileSync(file)
  } catch (error) {
    throw new CommandError(`${file} cannot be read: ${(error as Error).message}`)
  }
}

const keySetIn = (file: string): KeySet => {
  const text = read(file).toString('utf8')
  try {
    return KeySet.parse(JSON.parse(text))
  } catch {
    throw new CommandError(`${file} is no set of keys: save the answer of /v1/pricing/keys in it.`)
  }
}
