import type { Case, Charge } from '../../../schemas/case.ts'
import type { CorrectionKind } from '../../../schemas/correction.ts'
import { dayOf, parseDay } from '../../../schemas/day.ts'
import { Finding } from '../../../schemas/finding.ts'
import type { Meter } from '../../../schemas/meter.ts'
import { customersWithin, NO_WALL, type Wall, withinWall } from '../../access/index.ts'
import type { Db } from '../../adapters/store/index.ts'
import { pointEntries, type RegistryView } from '../../registry/index.ts'
import { districtToTell } from '../../territory/index.ts'
import type { Member, WatchView } from '../../watch/index.ts'
import { findCase } from '../queries.ts'

/** A charge with what it was made from. */
export interface ChargeFile {
  readonly charge: Charge
  /** The finding it rests on; undefined when it is not stored */
  readonly finding: Finding | undefined
  /** Who had the point on the judged day */
  readonly entry: Meter | undefined
}

/** What a correction did at the points of a case. */
export interface SiteCorrection {
  readonly id: number
  readonly atMs: number
  readonly kind: CorrectionKind
  /** Judged days whose score it changed */
  readonly days: number
}

/** What a document about a case is looked up in. */
export interface FileViews {
  readonly registry: Pick<RegistryView, 'atPoint'>
  readonly watch: Pick<WatchView, 'members'>
  /** Whoever else had a point is named where this shows him; everybody unless told */
  readonly wall?: Wall
}

/** All that a document about a case is written from. */
export interface CaseFile {
  readonly held: Case
  readonly districtName: string | undefined
  readonly auditHead: string
  readonly charges: readonly ChargeFile[]
  /** Registry entries of the points, the oldest first */
  readonly entries: readonly Meter[]
  /** Of whoever else had one of the points */
  readonly otherCases: readonly Pick<Case, 'number' | 'customerName' | 'openedAt' | 'state'>[]
  readonly corrections: readonly SiteCorrection[]
  /** By what the points were or are watched, whoever has them */
  readonly watched: readonly (Member & { readonly pointId: string })[]
}

/** Gathers the file of a case; undefined when there is none of that id. */
export const readCaseFile = async (
  db: Db,
  { registry, watch, wall = NO_WALL }: FileViews,
  id: string,
): Promise<CaseFile | undefined> => {
  const held = await findCase(db, id)
  if (!held) return undefined
  const points = [...new Set(held.charges.map(({ pointId }) => pointId))]
  const charges: ChargeFile[] = []
  for (const charge of held.charges) {
    const entry = registry.atPoint(charge.pointId, parseDay(charge.day))
    charges.push({ charge, finding: await findingOf(db, charge), entry })
  }
  const entries = await pointEntries(db, points)
  const watched = points.flatMap(pointId =>
    (watch.members().get(pointId) ?? []).map(member => ({ ...member, pointId })),
  )
  const named = [...entries, ...watched, ...watched.map(({ facts }) => facts)]
  const seen = await customersWithin(db, wall, [...new Set(named.map(({ customerId }) => customerId))])
  // '' is nobody: a place that is watched by itself.
  for (const customerId of [held.customerId, '']) seen.add(customerId)
  const { audit_head } = await db
    .selectFrom('cases')
    .select('audit_head')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return {
    held,
    districtName: districtToTell(held.districtCode, dayOf(Date.parse(held.openedAt)))?.name,
    auditHead: audit_head,
    charges,
    entries: entries.filter(({ customerId }) => seen.has(customerId)),
    otherCases: await otherCases(db, held, points, entries, wall),
    corrections: await correctionsAt(db, points),
    watched: watched.filter(({ customerId, facts }) => seen.has(customerId) && seen.has(facts.customerId)),
  }
}

const findingOf = async (db: Db, { findingId }: Charge): Promise<Finding | undefined> => {
  if (findingId === null) return undefined
  const row = await db.selectFrom('finding').select('body').where('id', '=', findingId).executeTakeFirst()
  return row && Finding.safeParse(JSON.parse(row.body)).data
}

const otherCases = async (
  db: Db,
  { id }: Case,
  points: readonly string[],
  entries: readonly Meter[],
  wall: Wall,
): Promise<CaseFile['otherCases']> => {
  const customers = [...new Set(entries.map(({ customerId }) => customerId))]
  const rows = await db
    .selectFrom('cases')
    .select(['number', 'customer_name', 'opened_at', 'state'])
    .where('id', '!=', id)
    .where(withinWall(wall, 'cases'))
    .where(({ or, eb, selectFrom }) =>
      or([
        eb('customer_id', 'in', customers),
        eb('id', 'in', selectFrom('charge').select('case_id').where('point_id', 'in', points)),
      ]),
    )
    .orderBy('number')
    .execute()
  return rows.map(row => ({
    number: row.number,
    customerName: row.customer_name,
    openedAt: new Date(row.opened_at).toISOString(),
    state: row.state,
  }))
}

const correctionsAt = async (db: Db, points: readonly string[]): Promise<SiteCorrection[]> => {
  const rows = await db
    .selectFrom('correction_effect')
    .innerJoin('correction', 'correction.id', 'correction_effect.correction_id')
    .select(({ fn }) => [
      'correction.id',
      'correction.at',
      'correction.kind',
      fn.count<number>('correction_effect.day').distinct().as('days'),
    ])
    .where('correction_effect.point_id', 'in', points)
    .where(({ eb, ref }) => eb('score_before', 'is distinct from', ref('score_after')))
    .groupBy(['correction.id', 'correction.at', 'correction.kind'])
    .orderBy('correction.id')
    .execute()
  return rows.map(({ id, at, kind, days }) => ({ id, atMs: at, kind, days: Number(days) }))
}
