import { basename } from 'node:path'
import { RegistryAnswer } from '../../schemas/api.ts'
import { ImportJob, ImportPreview } from '../../schemas/import.ts'
import { type Client, createClient } from './client.ts'
import { CommandError } from './command-error.ts'
import { followImport, type Print } from './follow-import.ts'
import { importRedCards } from './import-red-cards.ts'
import { openInput, readBeginning, readBytes } from './input-file.ts'
import { foundText, previewLines } from './preview-lines.ts'
import { showProgress } from './progress.ts'

export interface ImportFilesOptions {
  readonly url: string
  readonly token: string
  readonly meters?: string
  readonly readings?: string
  /** A list of red cards; the token must be a reviewer's */
  readonly redCards?: string
  /** Name of a saved import profile */
  readonly profile?: string
  /** Judge days of old readings too */
  readonly backfill?: boolean
  /** Only show what would be understood */
  readonly preview?: boolean
  /** The rows of a meter are all that is known of it */
  readonly replace?: boolean
}

const BYTES = 'application/octet-stream'

/**
 * Sends a registry, then readings, to a running service and watches them being taken in; `signal` cancels. A broken
 * import is simply repeated. Answers false when nothing of a file could be taken; throws CommandError with a
 * sentence.
 */
export const importFiles = async (
  options: ImportFilesOptions,
  print: Print,
  signal: AbortSignal,
): Promise<boolean> => {
  const { url, token, meters, readings, redCards } = options
  if (meters === undefined && readings === undefined && redCards === undefined) {
    throw new CommandError('Name what is to be imported: --meters, --readings or --red-cards.')
  }
  const client = createClient(url, token)
  if (options.preview) {
    for (const path of [meters, readings]) {
      if (path !== undefined) await preview(client, path, options, print)
    }
    return redCards === undefined || importRedCards(client, redCards, true, print)
  }
  const allMeters = meters === undefined || (await importMeters(client, meters, options, print))
  const allCards = redCards === undefined || (await importRedCards(client, redCards, false, print))
  const allReadings =
    readings === undefined || (await importReadings(client, readings, options, print, signal))
  return allMeters && allCards && allReadings
}

const preview = async (
  client: Client,
  path: string,
  { profile }: ImportFilesOptions,
  print: Print,
): Promise<void> => {
  const body = { type: BYTES, bytes: await readBeginning(path) }
  const answer = await client.call('POST', `/v1/imports/preview${queryOf({ profile })}`, body)
  for (const line of previewLines(path, ImportPreview.parse(answer))) print(line)
}

/** False when no row could be taken. */
const importMeters = async (
  client: Client,
  path: string,
  { profile, replace }: ImportFilesOptions,
  print: Print,
): Promise<boolean> => {
  const query = queryOf({ profile, mode: replace ? 'replace' : undefined })
  const body = { type: BYTES, bytes: readBytes(path) }
  const answer = RegistryAnswer.parse(await client.call('POST', `/v1/registry${query}`, body))
  const { added, changed, unchanged, correctionId, faults, unknownDistricts } = answer
  print(foundText(path, { form: 'registry', encoding: answer.encoding, packed: null }))
  print(`Registry: ${added} added, ${changed} changed, ${unchanged} unchanged.`)
  if (correctionId !== null) {
    print(
      `  Judged days are judged again, as correction ${correctionId}: GET /v1/corrections/${correctionId} shows what it changes.`,
    )
  }
  for (const { line, detail } of faults) print(`  line ${line} not taken: ${detail}`)
  if (unknownDistricts.length > 0) {
    print(
      `  Nobody can be told of cases in these districts, which are not known: ${unknownDistricts.join(', ')}.`,
    )
  }
  return added + changed + unchanged > 0
}

/** False when no reading could be taken. */
const importReadings = async (
  client: Client,
  path: string,
  { profile, backfill }: ImportFilesOptions,
  print: Print,
  signal: AbortSignal,
): Promise<boolean> => {
  const query = queryOf({ fileName: basename(path), profile, backfill: backfill ? 'true' : undefined })
  const job = await upload(client, path, query, signal)
  const result = await followImport(client, path, job, print, signal)
  return result === null || result.accepted > 0 || result.received === 0
}

const upload = async (
  client: Client,
  path: string,
  query: string,
  signal: AbortSignal,
): Promise<ImportJob> => {
  const { size, bytes } = openInput(path)
  const progress = showProgress('Sending', size)
  const stream = counted(bytes, () => progress.update(bytes.bytesRead))
  try {
    return ImportJob.parse(await client.call('POST', `/v1/imports${query}`, { type: BYTES, stream }, signal))
  } catch (error) {
    if (signal.aborted) throw new CommandError(`Cancelled: nothing of ${path} was taken.`)
    throw error
  } finally {
    progress.stop()
    bytes.destroy()
  }
}

async function* counted(bytes: AsyncIterable<Uint8Array>, onBlock: () => void): AsyncGenerator<Uint8Array> {
  for await (const block of bytes) {
    onBlock()
    yield block
  }
}

const queryOf = (values: Record<string, string | undefined>): string => {
  const given = Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return given.length > 0 ? `?${new URLSearchParams(given)}` : ''
}
