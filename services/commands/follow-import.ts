import { setTimeout as pause } from 'node:timers/promises'
import { ImportJob, type IntakeAnswer } from '../../schemas/import.ts'
import { type Client, NoAnswer } from './client.ts'
import { CommandError } from './command-error.ts'
import { foundText } from './preview-lines.ts'
import { showProgress } from './progress.ts'

export type Print = (line: string) => void

const ASK_EVERY_MS = 200
const REJECTS_SHOWN = 10

/**
 * Watches an import until it ends, and tells what became of its readings; `signal` asks the service to cancel it.
 * Throws CommandError when the import failed or was cancelled.
 */
export const followImport = async (
  client: Client,
  path: string,
  uploaded: ImportJob,
  print: Print,
  signal: AbortSignal,
): Promise<IntakeAnswer | null> => {
  const { state, problem, result } = await untilEnded(client, uploaded, signal).catch(error => {
    if (!(error instanceof NoAnswer)) throw error
    throw new CommandError(
      `The service stopped answering: it has the file and goes on with it when it runs again; GET /v1/imports/${uploaded.id} tells how far it is.`,
    )
  })
  if (result) tell(path, result, print)
  if (state === 'failed') throw new CommandError(problem ?? 'The import failed.')
  if (state === 'cancelled') throw new CommandError('Cancelled: what was taken until then stays.')
  return result
}

const untilEnded = async (client: Client, uploaded: ImportJob, signal: AbortSignal): Promise<ImportJob> => {
  const path = `/v1/imports/${uploaded.id}`
  const progress = showProgress('Taking in', uploaded.bytes)
  let job = uploaded
  let asked = false
  try {
    while (['uploading', 'waiting', 'running'].includes(job.state)) {
      if (signal.aborted && !asked) {
        asked = true
        // It may have ended in the meantime, which the next answer tells.
        await client.call('POST', `${path}/cancel`).catch(() => {})
      } else {
        await pause(ASK_EVERY_MS, undefined, asked ? {} : { signal }).catch(() => {})
      }
      job = ImportJob.parse(await client.call('GET', path))
      progress.update(job.bytesRead, noteOf(job))
    }
    return job
  } finally {
    progress.stop()
  }
}

const noteOf = ({ state, result }: ImportJob): string =>
  state === 'waiting' ? 'waits for another import' : `${result?.accepted ?? 0} accepted`

const tell = (path: string, result: IntakeAnswer, print: Print): void => {
  print(foundText(path, result))
  print(`Readings: ${result.received} sent, ${result.accepted} accepted, ${result.rejected} rejected.`)
  for (const [reason, count] of Object.entries(result.byReason)) print(`  ${count} ${reason}`)
  for (const { line, detail } of result.firstRejects.slice(0, REJECTS_SHOWN)) {
    print(`  line ${line}: ${detail}`)
  }
}
