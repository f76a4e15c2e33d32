import { basename } from 'node:path'
import type { PriceChangeKind, PriceFault } from '../../schemas/price-change.ts'
import { PriceTableAnswer } from '../../schemas/price-table.ts'
import { type Client, createClient } from './client.ts'
import { CommandError } from './command-error.ts'
import type { Print } from './follow-import.ts'
import { readBytes } from './input-file.ts'

export interface ImportPricesOptions {
  readonly url: string
  /** Of somebody of the pricing staff */
  readonly token: string
  readonly kind: PriceChangeKind
  readonly dryRun?: boolean
  readonly reason?: string
  /** Of a decision, where no column of the table tells it */
  readonly documentNo?: string
  readonly title?: string
  readonly issuer?: string
  readonly issuedOn?: string
  readonly restsOn?: string
}

/**
 * Sends a table of rules, assessments, a decision or notices to a running service: dry first, and only without a fault
 * for good. Answers false when it has faults, and nothing of it was taken in; throws CommandError with a sentence.
 */
export const importPrices = async (
  path: string,
  { url, token, dryRun = false, ...asked }: ImportPricesOptions,
  print: Print,
): Promise<boolean> => {
  if (!dryRun && asked.reason === undefined) {
    throw new CommandError('Say why it is put up: --reason "…", or only try it: --dry-run.')
  }
  const client = createClient(url, token)
  const bytes = readBytes(path)
  const tried = await send(client, bytes, { ...asked, dryRun: 'true' })
  const { faults, faultCount, warnings, rows } = tried
  const name = basename(path)
  for (const fault of faults) print(`  ${lineOf(fault)}`)
  for (const warning of warnings) print(`  look at ${lineOf(warning)}`)
  if (faultCount > 0) {
    print(`${name}: ${faultCount} faults in ${rows} rows; nothing of it is taken in until they are mended.`)
    return false
  }
  if (dryRun) {
    print(`${name}: ${rows} rows without a fault (${effectOf(tried)}); nothing was written.`)
    return true
  }
  const { change } = await send(client, bytes, asked)
  print(`${name}: ${rows} rows put up as ${change!.id} (${effectOf(tried)}); another person releases it.`)
  return true
}

const send = async (
  client: Client,
  bytes: Uint8Array<ArrayBuffer>,
  values: Readonly<Record<string, string | undefined>>,
): Promise<PriceTableAnswer> => {
  const given = Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== undefined)
  const path = `/v1/pricing/changes/import?${new URLSearchParams(given)}`
  return PriceTableAnswer.parse(await client.call('POST', path, { type: 'application/octet-stream', bytes }))
}

const lineOf = ({ row, column, reason }: PriceFault): string => {
  const place = [...(row > 0 ? [`row ${row}`] : []), ...(column === '' ? [] : [column])].join(', ')
  return place === '' ? reason : `${place}: ${reason}`
}

const effectOf = ({ effect }: PriceTableAnswer): string =>
  `${effect?.new ?? 0} new, ${effect?.changed ?? 0} changed, ${effect?.unchanged ?? 0} as before`
