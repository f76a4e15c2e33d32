import type { Charge } from '../../schemas/case.ts'
import { chunks, type Db, type Store } from '../adapters/store/index.ts'
import { expectationOf, RANK } from '../criteria/index.ts'

/** Of a level that the evaluation did not measure: as likely as not. */
const NOT_MEASURED = 0.5

const CASES_PER_TRANSACTION = 500
const FEN_PER_YUAN = 100

/** What an inbox asks a case by, of its charges. */
export interface Ranking {
  /** Of the highest charge: 3 red, 2 orange, 1 yellow; 0 without a charge */
  readonly level_rank: number
  readonly score: number
  /** Joined by ; in the order of their names */
  readonly signatures: string
  /** Attributable energy, kWh × tier, yuan/kWh; 0 without a tier */
  readonly stake_yuan: number
  /** Attributable energy, kWh */
  readonly stake_kwh: number
  /** Likelihood × yuan, summed: the likelihood is what the level of the signature is said to mean */
  readonly priority: number
}

type Weighed = Pick<Charge, 'signature' | 'level' | 'score' | 'attributableKwh' | 'tier'>

/** Weighs the charges of a case. */
export const rankingOf = (charges: readonly Weighed[]): Ranking => ({
  level_rank: Math.max(0, ...charges.map(({ level }) => RANK[level] + 1)),
  score: Math.max(0, ...charges.map(({ score }) => score)),
  signatures: charges
    .map(({ signature }) => signature)
    .sort()
    .join(';'),
  stake_yuan: toFen(sum(charges.map(yuanOf))),
  stake_kwh: sum(charges.map(({ attributableKwh }) => attributableKwh)),
  priority: toFen(sum(charges.map(charge => likelihoodOf(charge) * yuanOf(charge)))),
})

const yuanOf = ({ attributableKwh, tier }: Weighed): number =>
  tier === null ? 0 : attributableKwh * Number(tier.yuanPerKwh)

const likelihoodOf = ({ signature, level }: Weighed): number =>
  expectationOf(signature, level).precision ?? NOT_MEASURED

/** From the least up, so that the same numbers make the same sum in any order. */
const sum = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b).reduce((total, one) => total + one, 0)

const toFen = (yuan: number): number => Math.round(yuan * FEN_PER_YUAN) / FEN_PER_YUAN

/** Writes what an inbox asks a case by, from its charges as they are stored. */
export const rankCase = async (trx: Db, caseId: string): Promise<void> => {
  const rows = await trx
    .selectFrom('charge')
    .select('body')
    .where('case_id', '=', caseId)
    .orderBy('signature')
    .execute()
  const ranking = rankingOf(rows.map(({ body }) => JSON.parse(body) as Charge))
  await trx.updateTable('cases').set(ranking).where('id', '=', caseId).execute()
}

/** Ranks the cases of before there was a rank; the migration marked them by a priority below 0. */
export const rankOlderCases = async ({ db, lock, transact }: Store): Promise<void> => {
  const rows = await db.selectFrom('cases').select('id').where('priority', '<', 0).execute()
  for (const older of chunks(rows, CASES_PER_TRANSACTION)) {
    await transact(async trx => {
      await lock(trx, 'cases')
      for (const { id } of older) await rankCase(trx, id)
    })
  }
}
