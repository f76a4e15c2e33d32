import type { AuditFault, AuditVerification } from '../../schemas/audit.ts'
import { type Config, usesEngines } from '../../schemas/config.ts'
import { parseDay } from '../../schemas/day.ts'
import { openEmbeddedReader, openEnginesReader } from '../adapters/index.ts'
import { type Scope, verifyAudit } from '../audit/index.ts'
import { CommandError } from './command-error.ts'

export interface AuditOptions {
  /** First day, YYYY-MM-DD */
  readonly from?: string
  /** Last day, YYYY-MM-DD */
  readonly to?: string
  readonly json?: boolean
}

const WHOLE = 0
const BROKEN = 1

/**
 * Verifies the audit in the data folder or on the servers of a configuration, and prints what is wrong with it. Writes
 * nothing. Answers the exit code. Throws CommandError, FolderError or EngineError with a sentence.
 */
export const verifyAuditOf = async (
  config: Config,
  { from, to, json }: AuditOptions,
  print: (line: string) => void,
): Promise<number> => {
  const scope = scopeOf(from, to)
  const { db, close } = usesEngines(config)
    ? await openEnginesReader(config)
    : openEmbeddedReader(config.DIANSHAO_DATA)
  try {
    const verification = await verifyAudit(db, scope)
    if (json) print(JSON.stringify(verification, null, 2))
    else for (const line of linesOf(verification)) print(line)
    return verification.whole ? WHOLE : BROKEN
  } finally {
    await close()
  }
}

const scopeOf = (from: string | undefined, to: string | undefined): Scope => {
  if (from === undefined && to === undefined) return { kind: 'all' }
  const [first, last] = [dayOr(from, '1970-01-01'), dayOr(to, '9999-12-31')]
  if (first <= last) return { kind: 'period', from: first, to: last }
  throw new CommandError('Give --from and --to as days, YYYY-MM-DD, --from before --to.')
}

const dayOr = (day: string | undefined, otherwise: string): number =>
  day === undefined || /^\d{4}-\d{2}-\d{2}$/.test(day) ? parseDay(day ?? otherwise) : Number.NaN

const linesOf = ({ whole, chains, links, roots, sealedTo, faults, faultsInAll }: AuditVerification) => [
  `${links} links of ${chains} chains and ${roots} roots hashed anew; sealed to ${sealedTo ?? 'no day yet'}.`,
  ...(whole ? ['The audit is whole.'] : [`The audit is broken at ${faultsInAll} places:`]),
  ...faults.map(faultLine),
  ...(faultsInAll > faults.length ? [`  and ${faultsInAll - faults.length} more.`] : []),
]

const SAYINGS: Readonly<Record<AuditFault['at'], string>> = {
  sequence: 'a link is missing before it, or it stands out of order',
  'previous-hash': 'it does not name the link before',
  hash: 'it does not say what it said when it was written',
  head: 'it does not end where its head says',
  'owner-head': 'the head that is kept with what it is of is another',
  'root-missing': 'this day has no root',
  'root-links': 'the links of the day are not those that were sealed',
  'root-previous-hash': 'it does not name the root of the day before',
  'root-hash': 'it does not say what it said when it was made',
}

const faultLine = ({ chain, sequence, day, at, stored, rebuilt }: AuditFault): string => {
  const place =
    day === null ? `chain ${chain}${sequence === null ? '' : `, link ${sequence}`}` : `root of ${day}`
  return `  ${place}: ${SAYINGS[at]} (stored ${stored || 'nothing'}, should be ${rebuilt || 'nothing'}).`
}
