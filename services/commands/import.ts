import type { z } from 'zod'
import { IntakeAnswer, RegistryAnswer } from '../../schemas/api.ts'
import { splitLines } from '../ingest/index.ts'
import { type Client, createClient } from './client.ts'
import { CommandError } from './command-error.ts'
import { inputError, openInput, readInput } from './input-file.ts'
import { showProgress } from './progress.ts'

export interface ImportOptions {
  readonly url: string
  readonly token: string
  readonly meters?: string
  readonly readings?: string
}

type Intake = z.infer<typeof IntakeAnswer>

const LINES_PER_REQUEST = 20_000

/**
 * Sends a registry, then readings, to a running service. What each request answered is durable there; a broken
 * import is simply repeated. Answers false when nothing of a file could be taken; throws CommandError with a
 * sentence.
 */
export const importFiles = async (
  options: ImportOptions,
  print: (line: string) => void,
): Promise<boolean> => {
  if (options.meters === undefined && options.readings === undefined) {
    throw new CommandError('Name what is to be imported: --meters, --readings, or both.')
  }
  const client = createClient(options.url, options.token)
  const meters = options.meters === undefined || (await importMeters(client, options.meters, print))
  const readings = options.readings === undefined || (await importReadings(client, options.readings, print))
  return meters && readings
}

/** False when no row could be taken. */
const importMeters = async (
  client: Client,
  path: string,
  print: (line: string) => void,
): Promise<boolean> => {
  const body = { type: 'text/csv', text: readInput(path) }
  const answer = RegistryAnswer.parse(await client.call('POST', '/v1/registry', body))
  print(`Registry: ${answer.added} added, ${answer.changed} changed, ${answer.unchanged} unchanged.`)
  for (const { line, detail } of answer.faults) print(`  line ${line} not taken: ${detail}`)
  if (answer.unknownDistricts.length > 0) {
    print(
      `  Nobody can be told of cases in these districts, which are not known: ${answer.unknownDistricts.join(', ')}.`,
    )
  }
  return answer.added + answer.changed + answer.unchanged > 0
}

/** False when no reading could be taken. */
const importReadings = async (
  client: Client,
  path: string,
  print: (line: string) => void,
): Promise<boolean> => {
  const input = openInput(path)
  const progress = showProgress('Importing', input.size)
  const total: Intake = { received: 0, accepted: 0, rejected: 0, byReason: {}, firstRejects: [] }
  try {
    for await (const { text, firstLine } of requests(input.bytes)) {
      const answer = IntakeAnswer.parse(await client.call('POST', '/v1/readings', { type: 'text/csv', text }))
      add(total, answer, firstLine)
      progress.update(input.read(), `${total.accepted} accepted`)
    }
  } catch (error) {
    throw inputError(path, error as Error)
  } finally {
    progress.stop()
    tell(total, print)
  }
  return total.accepted > 0 || total.received === 0
}

/** Cuts the file in requests of whole lines, each under the file's own header. */
async function* requests(
  bytes: AsyncIterable<Uint8Array>,
): AsyncGenerator<{ text: string; firstLine: number }> {
  let header: string | undefined
  let firstLine = 0
  let lines: string[] = []
  const request = () => ({ text: `${header}\n${lines.join('\n')}\n`, firstLine })
  try {
    for await (const block of splitLines(bytes)) {
      for (const { number, text } of block) {
        if (header === undefined) {
          header = text
          continue
        }
        if (lines.length === 0) firstLine = number
        lines.push(text)
        if (lines.length < LINES_PER_REQUEST) continue
        yield request()
        lines = []
      }
    }
  } catch (error) {
    // What was whole before the file broke off is sent before the break is told.
    if (header !== undefined && lines.length > 0) yield request()
    throw error
  }
  if (header === undefined)
    throw new CommandError('The readings file is empty: its first line must name the columns.')
  yield request()
}

/** The service counts lines within its request: 1 is the header, 2 the line `firstLine` of the file. */
const add = (total: Intake, answer: Intake, firstLine: number): void => {
  total.received += answer.received
  total.accepted += answer.accepted
  total.rejected += answer.rejected
  for (const [reason, count] of Object.entries(answer.byReason)) {
    total.byReason[reason] = (total.byReason[reason] ?? 0) + count
  }
  for (const reject of answer.firstRejects) {
    if (total.firstRejects.length >= 10) break
    total.firstRejects.push(
      reject.line === undefined ? reject : { ...reject, line: firstLine + reject.line - 2 },
    )
  }
}

const tell = (total: Intake, print: (line: string) => void): void => {
  print(`Readings: ${total.received} sent, ${total.accepted} accepted, ${total.rejected} rejected.`)
  for (const [reason, count] of Object.entries(total.byReason)) print(`  ${count} ${reason}`)
  for (const { line, detail } of total.firstRejects) print(`  line ${line}: ${detail}`)
}
