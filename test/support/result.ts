import type { Charge } from '../../schemas/case.ts'
import type { Db } from '../../services/adapters/store/index.ts'
import { listCases } from '../../services/cases/index.ts'
import { outcomeCounts } from '../../services/ingest/index.ts'
import type { Station } from './station.ts'

/** What a set of readings ended in, without what may differ: case numbers, versions and the clock's times. */
export interface Result {
  readonly features: readonly string[]
  /** Current findings worth keeping, by their digest */
  readonly findings: readonly string[]
  /** Findings that open no case */
  readonly held: readonly string[]
  /** What a charge rests on, and is compared with; the rest of it follows from its finding */
  readonly charges: readonly object[]
  readonly openedAt: readonly string[]
}

const FINDING_FROM = 0.5

export const resultOf = ({ ports }: Station): Promise<Result> => resultIn(ports.store.db)

/** The same of any store. */
export const resultIn = async (db: Db): Promise<Result> => {
  const features = await db.selectFrom('feature').selectAll().orderBy('point_id').orderBy('day').execute()
  const findings = await db
    .selectFrom('finding')
    .select(['id', 'point_id', 'signature', 'day', 'score'])
    .where('current', '=', 1)
    .where('score', '>=', FINDING_FROM)
    .orderBy('point_id')
    .orderBy('signature')
    .orderBy('day')
    .execute()
  const cases = (await listCases(db, { limit: 500 })).toSorted((a, b) =>
    a.customerId < b.customerId ? -1 : 1,
  )
  return {
    features: features.map(
      row =>
        `${row.point_id} ${row.day} ${hex(row.features)} ${row.coverage} ${row.kwh} ${row.scores} ${hex(row.moves ?? new Uint8Array())}`,
    ),
    findings: findings.map(row => `${row.point_id} ${row.signature} ${row.day} ${row.score} ${row.id}`),
    held: (await db.selectFrom('held').select('finding_id').orderBy('finding_id').execute()).map(
      row => row.finding_id,
    ),
    charges: cases.flatMap(one => one.charges.map(charge => restOf(one.customerId, charge))),
    openedAt: cases.map(one => `${one.customerId} ${one.openedAt}`),
  }
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

const restOf = (customerId: string, charge: Charge): object => {
  const { signature, level, score, pointId, findingId, day, openedAt, tier, estimate, unsupported } = charge
  return {
    customerId,
    signature,
    level,
    score,
    pointId,
    findingId,
    day,
    openedAt,
    ruleId: tier?.ruleId,
    estimate,
    unsupported,
    peers: charge.peers,
    compared: charge.evidence.filter(({ name }) => name.startsWith('peers-')),
  }
}

/** Readings that have an outcome, of whatever kind. */
export const outcomesInAll = async ({ ports }: Station): Promise<number> =>
  Object.values(await outcomeCounts(ports.store.db)).reduce((sum, count) => sum + count, 0)
