import { TOPICS } from '../../../../schemas/topic.ts'
import { readAudit } from '../../../../services/cases/index.ts'
import { outcomeCounts } from '../../../../services/ingest/index.ts'
import type { Model } from './model.ts'
import { readBack } from './read-back.ts'
import type { Scene } from './scene.ts'

/** What became of all readings, as the store tells it beside what the log says. */
export const outcomesOf = async ({ db }: Scene, model: Model) => ({
  found: await outcomeCounts(db),
  expected: Object.fromEntries([...model.outcomes].sort(([a], [b]) => (a < b ? -1 : 1))),
})

/** The reject book beside the poison of the log: how often each line was turned away, by reason. */
export const rejectsOf = async ({ db }: Scene, { poison, outcomes }: Model) => {
  const rows = await db.selectFrom('reject').select(['reason', 'raw', 'times']).execute()
  const isDisplaced = ({ reason }: { reason: string }): boolean =>
    ['corrected', 'superseded'].includes(reason)
  const found = rows.filter(row => !isDisplaced(row)).map(row => `${row.times} × ${row.reason} ${row.raw}`)
  const lines = Map.groupBy(poison, ({ reason, raw }) => `${reason} ${raw}`)
  const expected = [...lines].map(([line, list]) => `${list.length} × ${line}`)
  const displaced = rows.filter(isDisplaced).reduce((sum, { times }) => sum + times, 0)
  return {
    found: { lines: found.sort(), displaced },
    expected: {
      lines: expected.sort(),
      displaced: (outcomes.get('corrected') ?? 0) + (outcomes.get('superseded') ?? 0),
    },
  }
}

/** Where the messages on the topic of rejects came from beside where the poison stands; and copies beyond one each. */
export const rejectedOf = async ({ kafka, prefix }: Scene, { poison }: Model) => {
  const copies = await readBack(kafka, [`${prefix}${TOPICS.rejected}`])
  const found = new Set(copies.map(({ headers }) => headers.source))
  return {
    found: [...found].sort(),
    expected: [...new Set(poison.map(({ source }) => source))].sort(),
    again: copies.length - poison.length,
  }
}

/** Checkpoints beside the ends of the log, by log partition. */
export const checkpointsOf = async (scene: Scene) => {
  const rows = await scene.db.selectFrom('checkpoint').selectAll().orderBy('partition').execute()
  return {
    found: new Map(rows.map(({ partition, next_offset }) => [partition, next_offset])),
    expected: await scene.ends(),
  }
}

/** What people would hear of a thing done twice: broken chains, cases opened or alerts released more than once. */
export const doubleEffects = async ({ db }: Scene, releasedCase: string): Promise<string[]> => {
  const cases = await db.selectFrom('cases').select('id').execute()
  const faults: string[] = []
  for (const { id } of cases) {
    const { whole, entries } = await readAudit(db, id)
    const times = (action: string): number => entries.filter(entry => entry.action === action).length
    const releases = id === releasedCase ? 1 : 0
    if (!whole) faults.push(`the audit of ${id} is broken`)
    if (times('open') !== 1) faults.push(`${id} was opened ${times('open')} times`)
    if (times('release') !== releases) faults.push(`${id} was released ${times('release')} times`)
  }
  const alerts = await db.selectFrom('outbox').select('case_id').execute()
  if (alerts.length !== 1 || alerts[0]!.case_id !== releasedCase)
    faults.push(`the outbox has ${alerts.length} alerts for one released case`)
  const open = await db.selectFrom('open_day').selectAll().execute()
  if (open.length > 0) faults.push(`${open.length} days are still open`)
  return faults
}
