import type { EpochDay } from '../../schemas/day.ts'
import type { CustomerRow } from '../../schemas/price-list.ts'
import type { CustomerPlace } from '../../schemas/tier.ts'
import type { Db } from '../adapters/store/index.ts'
import { type KnownAt, loadAssessments, type Rules, type StandingEntry } from '../pricing/index.ts'
import { districtName } from '../territory/index.ts'
import { loadPlaces, type Places } from './places.ts'
import { choosingOn, goesByAssessment, tierOf } from './price-lines.ts'
import type { CustomerProposal } from './proposals.ts'

/** A row with where the customer was that day, for the wall. */
export interface PlacedRow {
  readonly customerId: string
  readonly place: CustomerPlace | null
  readonly row: CustomerRow
}

/** What rows are made with; kept over the pages of a list. */
export interface RowMaker {
  readonly db: Db
  readonly rules: Rules
  readonly day: EpochDay
  readonly knownAt: KnownAt
}

/** Lines in force, each as a row with its amount that day. */
export const rowsInForce = async (
  { db, rules, day, knownAt }: RowMaker,
  entries: readonly StandingEntry[],
): Promise<PlacedRow[]> => {
  const customers = entries.map(({ customerId }) => customerId)
  const places = await loadPlaces(db, customers)
  const assessed = new Set(
    entries.filter(entry => goesByAssessment(rules, entry)).map(({ customerId }) => customerId),
  )
  const assessments = await loadAssessments(db, [...assessed], knownAt)
  const choose = choosingOn(rules, day)
  return entries.map(entry => {
    const { customerId } = entry
    const place = places.on(customerId, day, entry.pointIds)
    const tier = tierOf(entry, { rules, day, place, assessments: assessments.get(customerId) ?? [] }, choose)
    const row: CustomerRow = {
      customerId,
      ...placeColumns(place),
      status: 'in-force',
      ...{ industry: entry.industry, category: entry.category, step: entry.step, line: entry.line },
      pointIds: entry.pointIds,
      ...{ from: entry.from, until: entry.lastDay },
      ...{ yuanPerKwh: tier.yuanPerKwh, toEnter: tier.toEnter },
      documentNo: entry.document.documentNo,
      documentTitle: entry.document.title,
      issuer: entry.document.issuer,
      issuedOn: entry.document.issuedOn,
      ...{ ruleId: tier.ruleId, ruleVersion: tier.ruleVersion, ruleDocumentNo: tier.ruleDocumentNo },
      ...{ sourceStatus: tier.sourceStatus, label: tier.label },
      ...{ entryId: entry.id, caseNumber: entry.caseNumber },
    }
    // By its own district, whatever points are named, for the wall.
    return { customerId, place: entry.pointIds.length === 0 ? place : places.on(customerId, day), row }
  })
}

/** What is only proposed, each as a row. */
export const rowsProposed = (
  proposals: readonly CustomerProposal[],
  places: Places,
  day: EpochDay,
): CustomerRow[] =>
  proposals.map(one => {
    const place = places.on(one.customerId, day)
    return {
      customerId: one.customerId,
      ...(place
        ? placeColumns(place)
        : {
            customerName: one.customerName,
            districtCode: one.districtCode,
            districtName: districtName(one.districtCode, day) ?? null,
            supplyUnit: one.supplyUnit,
          }),
      status: 'proposed',
      ...{ industry: one.industry, category: one.category, step: null, line: '', pointIds: [] },
      ...{ from: null, until: null, yuanPerKwh: one.yuanPerKwh, toEnter: null },
      ...{ documentNo: null, documentTitle: null, issuer: null, issuedOn: null },
      ...{ ruleId: one.ruleId, ruleVersion: one.ruleVersion, ruleDocumentNo: one.documentNo },
      ...{ sourceStatus: one.sourceStatus, label: one.label, entryId: null, caseNumber: one.caseNumber },
    }
  })

const placeColumns = (place: CustomerPlace | null) => ({
  customerName: place?.customerName ?? '',
  districtCode: place?.districtCode ?? null,
  districtName: place?.districtName ?? null,
  supplyUnit: place?.supplyUnit ?? '',
})
