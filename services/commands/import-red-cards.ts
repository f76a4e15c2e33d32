import { basename } from 'node:path'
import { WatchImportAnswer } from '../../schemas/watch.ts'
import type { Client } from './client.ts'
import type { Print } from './follow-import.ts'
import { readBytes } from './input-file.ts'

/** Sends a list of red cards, or only asks what would become of it. False when it has faults, and nothing was taken. */
export const importRedCards = async (
  client: Client,
  path: string,
  dryRun: boolean,
  print: Print,
): Promise<boolean> => {
  const body = { type: 'application/octet-stream', bytes: readBytes(path) }
  const query = dryRun ? '?dryRun=true' : ''
  const answer = WatchImportAnswer.parse(await client.call('POST', `/v1/watch/import${query}`, body))
  const { faults, entries, added, known, correctionId } = answer
  const name = basename(path)
  for (const { line, detail } of faults) print(`  line ${line}: ${detail}`)
  if (faults.length > 0) {
    print(`${name}: ${faults.length} faults; nothing of it is taken until they are mended.`)
    return false
  }
  if (dryRun) {
    for (const { customerId, pointId, transformerId, address, document, since } of entries)
      print(
        `  ${[customerId, pointId, transformerId, address].filter(Boolean).join(', ')}: ${document}, ${since ?? 'from today'}`,
      )
    print(`${name}: would be put on the watch as above.`)
    return true
  }
  print(`${name}: ${added} put on the watch, ${known} watched already.`)
  if (correctionId !== null) print(`  Judged days are judged again, as correction ${correctionId}.`)
  return true
}
