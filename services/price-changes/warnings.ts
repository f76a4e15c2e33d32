import type { Assessment } from '../../schemas/assessment.ts'
import type { Decision, SurchargeNotice } from '../../schemas/decision.ts'
import type { PriceChangeContent, PriceFault } from '../../schemas/price-change.ts'
import type { Db } from '../adapters/store/index.ts'
import { loadAssessments, loadNotices, loadRules } from '../pricing/index.ts'
import { missingAmount } from './decision-checks/amounts.ts'
import { loadGround } from './decision-checks/ground.ts'
import { isSameNotice } from './same-notice.ts'

/**
 * What may be so, and yet somebody should look at before it is put up: rows as in faults, 1 for the first. Warnings
 * keep nothing from being taken in.
 */
export const warningsOf = async (db: Db, content: PriceChangeContent): Promise<PriceFault[]> => {
  switch (content.kind) {
    case 'rules':
      return []
    case 'assessments':
      return ofAssessments(db, content.assessments)
    case 'decision':
      return ofDecision(db, content.decision)
    case 'notices':
      return ofNotices(db, content.notices)
  }
}

/** A second assessment is a correction; a line that no rule names is perhaps written otherwise. */
const ofAssessments = async (db: Db, assessments: readonly Assessment[]): Promise<PriceFault[]> => {
  const customers = [...new Set(assessments.map(({ customerId }) => customerId))]
  const released = await loadAssessments(db, customers)
  const lines = await linesOfRules(db)
  return assessments.flatMap(({ customerId, line, year }, i) => {
    const row = i + 1
    const before = released.get(customerId)?.find(one => one.line === line && one.year === year)
    return [
      ...(before
        ? [
            {
              ...{ row, column: 'line' },
              reason: `It corrects the assessment of ${before.documentNo}, released on ${before.releasedAt.slice(0, 10)}: ${before.kwhPerTonne} kWh/t.`,
            },
          ]
        : []),
      ...(lines.has(line)
        ? []
        : [
            {
              row,
              column: 'line',
              reason: `No released rule names the line "${line}": is it written otherwise?`,
            },
          ]),
    ]
  })
}

const linesOfRules = async (db: Db): Promise<Set<string>> =>
  new Set(
    (await loadRules(db)).flatMap(({ formula }) => {
      if (formula?.kind === 'excess') return [formula.line]
      return formula?.kind === 'use-step' ? formula.lines.map(({ line }) => line) : []
    }),
  )

/** What began before its document was issued; what rests on the case of somebody else; what has no amount yet. */
const ofDecision = async (db: Db, { issuedOn, entries }: Decision): Promise<PriceFault[]> => {
  const ground = await loadGround(db, entries)
  return entries.flatMap((entry, i) => {
    const { from, customerId, caseNumber } = entry
    const row = i + 1
    const accused = caseNumber === null ? undefined : ground.toldCases.get(caseNumber)
    return [
      ...missingAmount(entry, ground).map(fault => ({ row, ...fault })),
      ...(from < issuedOn
        ? [
            {
              ...{ row, column: 'from' },
              reason: `It begins on ${from}, before the document was issued on ${issuedOn}: that holds only if the document says so.`,
            },
          ]
        : []),
      ...(accused === undefined || accused === customerId
        ? []
        : [{ row, column: 'caseNumber', reason: `The case ${caseNumber} is about customer ${accused}.` }]),
    ]
  })
}

/** The same notice again tells that it was paid. */
const ofNotices = async (db: Db, notices: readonly SurchargeNotice[]): Promise<PriceFault[]> => {
  const released = await loadNotices(
    db,
    notices.map(({ customerId }) => customerId),
  )
  return notices.flatMap((notice, i) => {
    const before = released.get(notice.customerId)?.find(other => isSameNotice(other, notice))
    const reason = 'It replaces the same notice that was released before.'
    return before ? [{ row: i + 1, column: 'documentNo', reason }] : []
  })
}
