import { parseDay } from '../../../schemas/day.ts'
import type { Db } from '../../../services/adapters/store/index.ts'
import { importRegistry } from '../../../services/registry/index.ts'
import { meter } from '../../support/meters.ts'
import { CUSTOMER, type History, type Release } from './histories.ts'

/** The instant, UTC ms, at which the n-th release was made, counted from 1. */
export const releasedMs = (n: number): number => Date.parse('2026-01-10T00:00:00Z') + n * 1_000

/** Writes a history into an empty store as its releases left it, whether or not a person would be let enter it. */
export const keep = async (trx: Db, { releases, residence }: History): Promise<void> => {
  const at = { meterId: 'M1', customerId: CUSTOMER, industryCode: '3120' }
  const entries = [
    meter({ ...at, districtCode: residence.first }),
    meter({ ...at, districtCode: residence.later, validFrom: residence.moved }),
  ]
  await importRegistry(trx, entries, { replace: false }, 0)
  for (const [i, release] of releases.entries()) {
    const id = `change-${String(i + 1).padStart(6, '0')}`
    const atMs = releasedMs(i + 1)
    await trx
      .insertInto('price_change')
      .values({
        ...{ id, kind: KINDS[release.kind], state: 'released', rows: 1, reason: '', proposed_by: 'a' },
        ...{ proposed_at: atMs, decided_by: 'b', decided_at: atMs, decided_reason: '', released: i + 1 },
      })
      .execute()
    await keepRow(trx, id, i + 1, release)
  }
}

const KINDS = { rule: 'rules', assessment: 'assessments', line: 'decision' } as const

const keepRow = async (trx: Db, change_id: string, version: number, release: Release): Promise<void> => {
  if (release.kind === 'rule') {
    const row = { change_id, row: 1, rule_id: release.rule.id, version, body: JSON.stringify(release.rule) }
    await trx.insertInto('tariff_rule').values(row).execute()
  } else if (release.kind === 'assessment') {
    const { line, year } = release.assessment
    const body = JSON.stringify(release.assessment)
    const row = { id: `${change_id}-1`, change_id, customer_id: CUSTOMER, line, year, body }
    await trx.insertInto('assessment').values(row).execute()
  } else {
    const { id, line } = release
    const document = { document_no: id, title: id, issuer: 'x', issued_on: 0, rests_on: 'x' }
    await trx
      .insertInto('decision')
      .values({ change_id, ...document })
      .execute()
    await trx
      .insertInto('decision_entry')
      .values({
        ...{ id, change_id, row: 1, action: line.action, entry_id: line.entryId, customer_id: CUSTOMER },
        ...{ industry: line.industry, category: line.category, step: line.step, line: line.line },
        ...{ points: '[]', yuan_per_kwh: line.yuanPerKwh, from_day: parseDay(line.from) },
        ...{ to_day: line.to === null ? null : parseDay(line.to), case_number: null, note: '' },
      })
      .execute()
  }
}
