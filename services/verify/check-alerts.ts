import type { AlertData } from '../../schemas/alert.ts'
import type { Case } from '../../schemas/case.ts'
import { dayOf } from '../../schemas/day.ts'
import type { Difference, VerificationCheck } from '../../schemas/verification.ts'
import type { Db, Tables } from '../adapters/store/index.ts'
import { alertId, composeAlert, type Released } from '../alerts/index.ts'
import { leadNumberFor, leadOf } from '../cases/index.ts'
import { districtToTell } from '../territory/index.ts'
import { checked } from './check.ts'
import { differencesOf } from './differences.ts'

/** What a district was told, composed anew from the case version it is a snapshot of. */
export const checkAlerts = async (db: Db, held: Case): Promise<VerificationCheck[]> => {
  const rows = await db
    .selectFrom('outbox')
    .selectAll()
    .where('case_id', '=', held.id)
    .orderBy('case_version')
    .execute()
  const released = { ...held, leadNumber: leadNumberFor(held, await leadOf(db, held)) }
  return rows.map(row =>
    checked(
      'alert',
      null,
      `告知 ${row.type}（案件第 ${row.case_version} 版，发往 ${row.district_code}）按案件重新编写后比较。`,
      `The alert ${row.type} of case version ${row.case_version} to ${row.district_code}, composed anew from the case.`,
      row.case_version === held.version ? inSnapshot(row, released) : inNames(row, held),
    ),
  )
}

const inSnapshot = (row: Tables['outbox'], held: Released): Difference[] => {
  const district = districtToTell(held.districtCode, dayOf(row.created_at))
  const alert = district && composeAlert(held, row.created_at, district.name)
  return [
    ...differencesOf(
      { id: row.id, to: row.district_code },
      { id: alertId(held.id, held.version), to: district?.code },
    ),
    ...differencesOf({ body: bodyOf(row) }, { body: alert }),
  ]
}

/** One sent by an earlier version names no lead. */
const bodyOf = ({ body }: Tables['outbox']): object => {
  const { data, ...rest } = JSON.parse(body) as { data: Partial<AlertData> }
  return { ...rest, data: { leadNumber: null, ...data } }
}

/** The case went on since: only what never changes can be compared. */
const inNames = ({ id, body, case_version }: Tables['outbox'], held: Case): Difference[] => {
  const { data } = JSON.parse(body) as { data: { caseNumber: string; caseVersion: number } }
  return differencesOf(
    { id, caseNumber: data.caseNumber, caseVersion: data.caseVersion },
    { id: alertId(held.id, case_version), caseNumber: held.number, caseVersion: case_version },
  )
}
