import { type Alert, type AlertOf, PAYLOAD_VERSION } from '../../schemas/alert.ts'
import type { Case } from '../../schemas/case.ts'
import { dayOf } from '../../schemas/day.ts'
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

/** One sent by an earlier version names no lead, no version of its shape and nobody masked. */
const bodyOf = ({ body }: Row): OfCase => {
  const parsed = JSON.parse(body) as { data: { customer: object; charges?: object[] } }
  const { customer, charges, ...data } = parsed.data
  const shaped = {
    ...parsed,
    data: {
      ...{ version: PAYLOAD_VERSION, leadNumber: null, ...data },
      customer: { masked: false, ...customer },
      ...(charges ? { charges: charges.map(one => ({ unsupported: false, inspection: null, ...one })) } : {}),
    },
  }
  return shaped as unknown as OfCase
}

/** The case went on since: only what never changes can be compared. */
const inNames = ({ id, case_version }: Row, { data }: OfCase, held: Case, telling: Telling): Difference[] =>
  differencesOf(
    { id, caseNumber: data.caseNumber, caseVersion: data.caseVersion },
    { id: alertId(held.id, case_version, telling), caseNumber: held.number, caseVersion: case_version },
  )
