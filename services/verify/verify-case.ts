import type { Case, Charge } from '../../schemas/case.ts'
import { parseDay } from '../../schemas/day.ts'
import type { Verification, VerificationCheck } from '../../schemas/verification.ts'
import { caseIdOf, findStoredCase } from '../cases/index.ts'
import { type Rebuilt, rebuildDays, windowStart } from '../process/index.ts'
import { verdictOf } from './check.ts'
import { checkAlerts } from './check-alerts.ts'
import { checkAudit, checkCase } from './check-case.ts'
import { checkCharge, checkTier } from './check-charge.ts'
import { checkEstimate } from './check-estimate.ts'
import { checkFinding } from './check-finding.ts'
import { checkReadings } from './check-readings.ts'
import { checkWord } from './check-word.ts'
import type { VerifyDeps } from './deps.ts'
import { rulesThen } from './rules-then.ts'

/**
 * Makes every number of a case anew from stored readings, the registry as of the day, the rules and the detector
 * version, and compares it with what is stored. `name` is the number or the id of a case; undefined when there is none.
 * Reads only, in one transaction, so that work that goes on beside it is not seen half done.
 */
export const verifyCase = (name: string, deps: VerifyDeps): Promise<Verification | undefined> =>
  deps.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async db => {
      const id = await caseIdOf(db, name)
      const held = id === undefined ? undefined : await findStoredCase(db, id)
      return held && verify(held, { ...deps, db })
    })

const verify = async (held: Case, deps: VerifyDeps): Promise<Verification> => {
  const { db } = deps
  const checks: VerificationCheck[] = []
  for (const charge of held.charges) checks.push(...(await verifyCharge(held, charge, deps)))
  checks.push(await checkCase(db, held), await checkAudit(db, held), ...(await checkAlerts(db, held)))
  return {
    caseId: held.id,
    caseNumber: held.number,
    caseVersion: held.version,
    verdict: verdictOf(checks),
    checks,
  }
}

const verifyCharge = async (held: Case, charge: Charge, deps: VerifyDeps): Promise<VerificationCheck[]> => {
  const book = await rulesThen(deps.db, held, charge)
  const tier = checkTier(held, charge, book, deps)
  if (charge.findingId === null) return [await checkWord(deps.db, held, charge), tier]
  const points = await rebuildPoints(held, charge, deps)
  const accused = points[0]!
  const { check, stored: finding } = await checkFinding(
    deps.db,
    { ...charge, findingId: charge.findingId },
    accused,
    deps,
  )
  return [
    checkReadings(charge.signature, points),
    check,
    ...(finding ? [await checkCharge(deps.db, held, charge, finding, book, deps)] : []),
    tier,
    checkEstimate(held, charge, points),
  ]
}

/** The accused point with its whole window, then the customer's other points with the days of the estimate. */
const rebuildPoints = async (
  { customerId }: Case,
  { pointId, windowFrom, day }: Charge,
  deps: VerifyDeps,
): Promise<Rebuilt[]> => {
  const [from, to] = [parseDay(windowFrom), parseDay(day)]
  const others = await deps.db
    .selectFrom('feature')
    .select('point_id')
    .distinct()
    .where('customer_id', '=', customerId)
    .where('day', '>=', from)
    .where('day', '<=', to)
    .where('point_id', '!=', pointId)
    .orderBy('point_id')
    .execute()
  const points = [await rebuildDays(pointId, windowStart(to), to, deps)]
  for (const { point_id } of others) points.push(await rebuildDays(point_id, from, to, deps))
  return points
}
