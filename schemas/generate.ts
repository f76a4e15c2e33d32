import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { Alert } from './alert.ts'
import { AlertProposal } from './alert-proposal.ts'
import { asyncApi } from './asyncapi.ts'
import { AuditEntry, Case } from './case.ts'
import { CaseView } from './case-view.ts'
import { RecordedOutcome } from './charge-outcome.ts'
import { Config } from './config.ts'
import { Context } from './context.ts'
import { Correction } from './correction.ts'
import { Criterion } from './criterion.ts'
import { DayRow } from './day-row.ts'
import { Deadline } from './deadline.ts'
import { DetectorVersion } from './detector-version.ts'
import { Endpoint } from './endpoint.ts'
import { Finding } from './finding.ts'
import { HandOverFile } from './hand-over.ts'
import { ImportJob } from './import.ts'
import { KnownGood } from './known-good.ts'
import { Letter } from './letter.ts'
import { Meter } from './meter.ts'
import { Reject } from './outcome.ts'
import { Problem } from './problem.ts'
import { ImportProfile } from './profile.ts'
import { Reading } from './reading.ts'
import { DailyRegister } from './register.ts'
import { ReleaseSwitch } from './release-switch.ts'
import { TariffRule } from './tariff.ts'
import { Verification } from './verification.ts'

/** Writes the contracts as JSON Schema, and the AsyncAPI document, to schemas/json; with --check only compares, and fails on a difference. */

const CONTRACTS: Readonly<Record<string, z.ZodType>> = {
  alert: Alert,
  'alert-proposal': AlertProposal,
  'audit-entry': AuditEntry,
  case: Case,
  'case-view': CaseView,
  'charge-outcome': RecordedOutcome,
  config: Config,
  context: Context,
  correction: Correction,
  criterion: Criterion,
  'daily-register': DailyRegister,
  'day-row': DayRow,
  deadline: Deadline,
  'detector-version': DetectorVersion,
  endpoint: Endpoint,
  finding: Finding,
  'hand-over': HandOverFile,
  'import-job': ImportJob,
  'import-profile': ImportProfile,
  'known-good': KnownGood,
  letter: Letter,
  meter: Meter,
  problem: Problem,
  reading: Reading,
  reject: Reject,
  'release-switch': ReleaseSwitch,
  'tariff-rule': TariffRule,
  verification: Verification,
}

const FOLDER = join(import.meta.dirname, 'json')

const textOf = (document: object): string => `${JSON.stringify(document, null, 2)}\n`

const documents = new Map(
  Object.entries(CONTRACTS).map(([name, contract]) => [
    `${name}.schema.json`,
    textOf(z.toJSONSchema(contract, { io: 'input', unrepresentable: 'any' })),
  ]),
).set('asyncapi.json', textOf(asyncApi()))

const differing = (): string[] => {
  const present = readdirSync(FOLDER)
  const changed = [...documents].filter(
    ([file, text]) => !present.includes(file) || readFileSync(join(FOLDER, file), 'utf8') !== text,
  )
  return [...changed.map(([file]) => file), ...present.filter(file => !documents.has(file))]
}

const write = (): void => {
  for (const file of readdirSync(FOLDER)) if (!documents.has(file)) rmSync(join(FOLDER, file))
  for (const [file, text] of documents) writeFileSync(join(FOLDER, file), text)
}

if (process.argv.includes('--check')) {
  const files = differing()
  if (files.length > 0) {
    console.error(`schemas/json is not what the contracts say (${files.join(', ')}): run "npm run gen".`)
    process.exitCode = 1
  }
} else write()
