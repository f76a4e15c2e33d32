import type { Level } from '../../schemas/case.ts'
import type { Criterion, CriterionView } from '../../schemas/criterion.ts'
import { Signature } from '../../schemas/finding.ts'
import { type Db, isCounting } from '../adapters/store/index.ts'
import { readChain } from '../audit/index.ts'
import { expectationOf, expectationSentence } from './expectations.ts'
import { builtIn, criterionOf } from './in-force.ts'
import { precisionOf } from './wilson.ts'

const LEVELS = ['red', 'orange', 'yellow'] as const

/** Every criterion, the built-in ones first, with what its levels are said to mean and what inspections found. */
export const listCriteria = async (db: Db): Promise<CriterionView[]> => {
  const rows = await db.selectFrom('criterion').selectAll().orderBy('id').execute()
  const counts = await countOutcomes(db)
  const first = Signature.options.map(signature => viewOf(builtIn(signature), counts, true))
  const later: CriterionView[] = []
  for (const row of rows) {
    const { whole } = await readChain(db, row.id, row.audit_head)
    later.push(viewOf(criterionOf(row), counts, whole))
  }
  return [...first, ...later]
}

/** A criterion that somebody proposed; undefined when there is none of that id. */
export const findCriterion = async (db: Db, id: string): Promise<Criterion | undefined> => {
  const row = await db.selectFrom('criterion').selectAll().where('id', '=', id).executeTakeFirst()
  return row && criterionOf(row)
}

type Counts = ReadonlyMap<string, { confirmed: number; of: number }>

const keyOf = (criterionId: string, level: Level): string => `${criterionId} ${level}`

const viewOf = (criterion: Criterion, counts: Counts, auditWhole: boolean): CriterionView => {
  const { yellowFrom, orangeFrom, redFrom } = criterion
  const from = { yellow: yellowFrom, orange: orangeFrom, red: redFrom }
  const levels = LEVELS.map(level => {
    const expectation = expectationOf(criterion.signature, level)
    const { confirmed, of } = counts.get(keyOf(criterion.id, level)) ?? { confirmed: 0, of: 0 }
    const measured = precisionOf(confirmed, of)
    return { level, from: from[level], expectation, sentence: expectationSentence(expectation), measured }
  })
  return { ...criterion, levels, auditWhole }
}

/** Confirmed and dismissed charges by the criterion and level they stood at; the last final outcome of each counts. */
const countOutcomes = async (db: Db): Promise<Counts> => {
  const rows = await db
    .selectFrom('charge_outcome')
    .select(['case_id', 'signature', 'criterion_id', 'level', 'outcome'])
    .where('final', '=', 1)
    .where(isCounting)
    .orderBy('sequence')
    .execute()
  const counts = new Map<string, { confirmed: number; of: number }>()
  for (const row of new Map(rows.map(one => [`${one.case_id} ${one.signature}`, one])).values()) {
    if (row.outcome !== 'confirmed' && row.outcome !== 'dismissed') continue
    const key = keyOf(row.criterion_id, row.level)
    const { confirmed, of } = counts.get(key) ?? { confirmed: 0, of: 0 }
    counts.set(key, { confirmed: confirmed + Number(row.outcome === 'confirmed'), of: of + 1 })
  }
  return counts
}
