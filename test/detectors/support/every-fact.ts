import { type DetectorWindow, detectors, explainInFull } from '../../../detectors/index.ts'
import type { EvidenceFact, Signature } from '../../../schemas/finding.ts'
import { addCurves, type Curve } from './curve.ts'
import { daysOf, watchOf, week, windowOf } from './day-rows.ts'
import { drawFurnaceSite, furnaceCurve } from './furnaces.ts'
import { LOOK_ALIKES } from './lookalike-catalogue.ts'
import { dayShiftWorks, office } from './lookalikes.ts'
import { drawMineSite, type MineSite, mineCurve } from './mines.ts'
import { createRandom } from './random.ts'
import { featuresOf } from './windows.ts'

/** A fact with the detector that told it. */
export interface ToldFact {
  readonly signature: Signature
  readonly fact: EvidenceFact
}

const DAYS = 35
const SEED = 7001
const MELTING_FROM_DAY = 12

/** A furnace that begins under an office, so that days before it are seen. */
const furnace = (): Curve => {
  const random = createRandom(SEED)
  const site = drawFurnaceSite(random, DAYS)
  const melting = furnaceCurve(random, { ...site, kw: 600, dual: false, activeShare: 0.95 })
  melting.kw.fill(0, 0, MELTING_FROM_DAY * 96)
  melting.kvar.fill(0, 0, MELTING_FROM_DAY * 96)
  return addCurves(melting, office(random, DAYS, 60))
}

const mineUnder = (host: Curve, wishes: Partial<MineSite>): Curve => {
  const random = createRandom(SEED)
  const site = { ...drawMineSite(random, DAYS), kw: 120, peakOff: false, stepAtDay: null }
  return addCurves(host, mineCurve(random, { ...site, ...wishes }))
}

const works = (): Curve => dayShiftWorks(createRandom(SEED + 1), DAYS, 200)

/** Suspects that together bring up every sign, a closed site that runs again, one of nothing before, a foundry above its licence. */
const suspects = (): DetectorWindow[] => [
  windowOf(featuresOf(furnace()), { contractKva: 800, industryCode: '3130' }),
  windowOf(featuresOf(mineUnder(works(), { fromDay: 20 })), { contractKva: 400 }),
  windowOf(featuresOf(mineUnder(works(), { peakOff: true })), { contractKva: 400 }),
  windowOf(featuresOf(mineUnder(works(), {})), { contractKva: 400 }),
  windowOf(
    daysOf([...week(15, 200), ...week(20, 4_800)]),
    { contractKva: 400 },
    watchOf({ reason: 'production-stopped', by: 'transformer', isNewcomer: true }),
  ),
  windowOf(daysOf([...week(15, 0), ...week(20, 4_800)])),
  windowOf(daysOf(week(DAYS, 13_000)), {
    contractKva: 2_000,
    industryCode: '3391',
    licensedProcesses: ['induction-melting'],
    licensedTonnesPerYear: 3_000,
  }),
]

const lookAlikes = (): DetectorWindow[] =>
  LOOK_ALIKES.map(({ load, kw: [least, most], facts, holidays }, i) =>
    windowOf(
      featuresOf(load(createRandom(SEED + i), DAYS, Math.sqrt(least * most)), undefined, holidays),
      facts,
      watchOf(),
    ),
  )

/** What every detector says of suspects and of the look-alikes, all facts of it. */
export const everyFact = (): ToldFact[] =>
  [...suspects(), ...lookAlikes()].flatMap(window =>
    detectors.flatMap(detector =>
      explainInFull(detector, window).evidence.map(fact => ({ signature: detector.signature, fact })),
    ),
  )
