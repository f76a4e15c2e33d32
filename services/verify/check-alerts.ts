import { type Alert, type AlertOf, PAYLOAD_VERSION } from '../../schemas/alert.ts'
import type { Case } from '../../schemas/case.ts'
import { dayOf } from '../../schemas/day.ts'
import type { BothLanguages } from '../../schemas/finding.ts'
import type { Difference, VerificationCheck } from '../../schemas/verification.ts'
import type { Db, Tables } from '../adapters/store/index.ts'
import { alertId, composeAlert, type Released, type Telling } from '../alerts/index.ts'
import { leadNumberFor, leadOf, tellingAgain } from '../cases/index.ts'
import { districtToTell } from '../territory/index.ts'
import { checked } from './check.ts'
import { differencesOf } from './differences.ts'

type Row = Tables['outbox']
type OfCase = Exclude<Alert, AlertOf<'endpoint.test'>>

/** What a district was told, composed anew from the case version it is a snapshot of. */
export const checkAlerts = async (db: Db, held: Case): Promise<VerificationCheck[]> => {
  const rows = await db
    .selectFrom('outbox')
    .selectAll()
    .where('case_id', '=', held.id)
    .orderBy('case_version')
    .orderBy('id')
    .execute()
  const leadNumber = leadNumberFor(held, await leadOf(db, held))
  const checks: VerificationCheck[] = []
  for (const row of rows) {
    const told = bodyOf(row)
    const differences = await differencesIn(db, row, told, { ...held, leadNumber })
    checks.push(
      checked(
        'alert',
        null,
        `告知 ${row.type}（案件第 ${row.case_version} 版，发往 ${row.district_code}）按案件重新编写后比较。`,
        `The alert ${row.type} of case version ${row.case_version} to ${row.district_code}, composed anew from the case.`,
        differences,
      ),
    )
  }
  return checks
}

const differencesIn = async (db: Db, row: Row, told: OfCase, held: Released): Promise<Difference[]> => {
  const telling = await tellingAgain(db, held, row.id, told)
  if (!telling) return differencesOf({ grounds: row.type }, { grounds: null })
  return row.case_version === held.version
    ? inSnapshot(row, told, held, telling)
    : inNames(row, told, held, telling)
}

/** Whether a customer was taken for a person stays as it was told: the registry may know more since. */
const inSnapshot = (row: Row, told: OfCase, held: Released, telling: Telling): Difference[] => {
  const code = row.type === 'case.reported' ? held.districtCode : (held.toldDistrict ?? held.districtCode)
  const district = districtToTell(code, dayOf(row.created_at))
  const isPersonal = told.data.customer.masked
  const alert = district && composeAlert({ ...held, isPersonal }, row.created_at, district.name, telling)
  return [
    ...differencesOf(
      { id: row.id, to: row.district_code },
      { id: alertId(held.id, held.version, telling), to: district?.code },
    ),
    ...differencesOf({ body: told }, { body: alert }),
  ]
}

/**
 * One sent by an earlier version names no lead, no version of its shape and nobody masked, and tells in both languages
 * at once what its expectations were measured on.
 */
const bodyOf = ({ body }: Row): OfCase => {
  const parsed = JSON.parse(body) as {
    data: { customer: object; charges?: { expectation: BothLanguages }[] }
  }
  const { customer, charges, ...data } = parsed.data
  const shaped = {
    ...parsed,
    data: {
      ...{ version: PAYLOAD_VERSION, leadNumber: null, ...data },
      customer: { masked: false, ...customer },
      ...(charges ? { charges: charges.map(shapedCharge) } : {}),
    },
  }
  return shaped as unknown as OfCase
}

const shapedCharge = (charge: { readonly expectation: BothLanguages }): object => ({
  ...{ unsupported: false, inspection: null, ...charge },
  expectation: inOneLanguage(charge.expectation),
})

const SOURCE_IN_BOTH = /simulated population 仿真总体: (\d+) meters, seeds ([\d, ]+)/

const inOneLanguage = ({ zh, en }: BothLanguages): BothLanguages => ({
  zh: zh.replace(
    SOURCE_IN_BOTH,
    (_, meters: string, seeds: string) => `仿真总体 ${meters} 户，随机种子 ${seeds.replaceAll(', ', '、')}`,
  ),
  en: en.replace(SOURCE_IN_BOTH, 'simulated population: $1 meters, seeds $2'),
})

/** The case went on since: only what never changes can be compared. */
const inNames = ({ id, case_version }: Row, { data }: OfCase, held: Case, telling: Telling): Difference[] =>
  differencesOf(
    { id, caseNumber: data.caseNumber, caseVersion: data.caseVersion },
    { id: alertId(held.id, case_version, telling), caseNumber: held.number, caseVersion: case_version },
  )
