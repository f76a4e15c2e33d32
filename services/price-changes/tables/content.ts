import { z } from 'zod'
import { Assessment } from '../../../schemas/assessment.ts'
import { DecisionDocument, DecisionEntry, SurchargeNotice } from '../../../schemas/decision.ts'
import type { PriceChangeContent, PriceChangeKind } from '../../../schemas/price-change.ts'
import { TariffFormula, TariffRule } from '../../../schemas/tariff.ts'

// Rows as a table writes them; what they become is the content of a change.

/** A rule's amount stands in one of two columns. */
export const RuleRow = TariffRule.omit({ formula: true }).extend({
  yuanPerKwh: z.string().nullable(),
  formula: TariffFormula.nullable(),
})
export type RuleRow = z.infer<typeof RuleRow>

/** Each row of a decision may repeat its document. */
const DocumentCells = z.object({
  documentNo: DecisionDocument.shape.documentNo.nullable(),
  title: DecisionDocument.shape.title.nullable(),
  issuer: DecisionDocument.shape.issuer.nullable(),
  issuedOn: DecisionDocument.shape.issuedOn.nullable(),
  restsOn: DecisionDocument.shape.restsOn.nullable(),
})
export const EntryRow = DecisionEntry.extend(DocumentCells.shape)
export type EntryRow = z.infer<typeof EntryRow>

export type TableRowValue = RuleRow | Assessment | EntryRow | SurchargeNotice

export const ROW_CONTRACTS: Readonly<Record<PriceChangeKind, z.ZodType<TableRowValue>>> = {
  rules: RuleRow,
  assessments: Assessment,
  decision: EntryRow,
  notices: SurchargeNotice,
}

/** As many rows as a change may hold. */
export const ROWS_AT_MOST: Readonly<Record<PriceChangeKind, number>> = {
  ...{ rules: 5_000, assessments: 20_000, decision: 50_000, notices: 20_000 },
}

export const ruleOf = ({ yuanPerKwh, formula, ...rule }: RuleRow): TariffRule => ({
  ...rule,
  formula: yuanPerKwh === null ? formula : { kind: 'flat', yuanPerKwh },
})

export const entryOf = ({
  documentNo,
  title,
  issuer,
  issuedOn,
  restsOn,
  ...entry
}: EntryRow): DecisionEntry => entry

/** The rows of a change, in its order. */
export const rowsIn = (content: PriceChangeContent): readonly TableRowValue[] => {
  switch (content.kind) {
    case 'rules':
      return content.rules.map(({ formula, ...rule }) =>
        formula?.kind === 'flat'
          ? { ...rule, yuanPerKwh: formula.yuanPerKwh, formula: null }
          : { ...rule, yuanPerKwh: null, formula },
      )
    case 'assessments':
      return content.assessments
    case 'decision': {
      const { entries, ...document } = content.decision
      return entries.map(entry => ({ ...entry, ...document }))
    }
    case 'notices':
      return content.notices
  }
}
