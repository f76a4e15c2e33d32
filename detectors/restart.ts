import type { Score } from '../schemas/finding.ts'
import type { LicensedProcess } from '../schemas/meter.ts'
import type { WatchReason } from '../schemas/watch.ts'
import type { Detector, DetectorWindow, WatchFacts } from './detector.ts'
import { cannotJudge, scoreOf } from './judgement.ts'
import { isLicensed } from './registry.ts'
import { CURVE, type RestartCurve, readRestartCurve, restartedEnergy } from './restart-curve.ts'
import {
  restartDates,
  restartEvidence,
  restartInnocent,
  restartLimits,
  restartSentence,
} from './restart-evidence.ts'

const REGISTRY = {
  steepness: 9,
  middle: 0.6,
  licenceCap: 0.5,
  licenceLogOdds: -1,
  ownConfirmedLogOdds: 0.3,
  ownRedCardLogOdds: 0.5,
  ownExitedLogOdds: 1,
  ownStoppedLogOdds: 0.8,
  ownClosedLogOdds: 1,
  ownSuspendedLogOdds: 0.2,
  newcomerLogOdds: -0.6,
  newcomerAfterStopLogOdds: -1.5,
  newcomerUndatedLogOdds: -0.5,
  neighbourLogOdds: -0.5,
} as const

const OWN: Readonly<Record<WatchReason, number>> = {
  confirmed: REGISTRY.ownConfirmedLogOdds,
  'red-card': REGISTRY.ownRedCardLogOdds,
  exited: REGISTRY.ownExitedLogOdds,
  'production-stopped': REGISTRY.ownStoppedLogOdds,
  'account-closed': REGISTRY.ownClosedLogOdds,
  suspended: REGISTRY.ownSuspendedLogOdds,
}

/** A lawful tenant may follow a works that stopped; many accounts at one place make each less likely to be the same. */
const watchLogOdds = ({ reason, isNewcomer, sharedBy }: WatchFacts): number => {
  if (isNewcomer === false) return OWN[reason]
  const follows =
    reason === 'confirmed' || reason === 'red-card'
      ? REGISTRY.newcomerLogOdds
      : REGISTRY.newcomerAfterStopLogOdds
  const undated = isNewcomer === null ? REGISTRY.newcomerUndatedLogOdds : 0
  return follows + undated + REGISTRY.neighbourLogOdds * Math.log(Math.max(1, sharedBy))
}

/** The licences that allow what was found at the place. */
const LICENCES: Readonly<Record<string, readonly LicensedProcess[]>> = {
  'induction-furnace': ['induction-melting'],
  'crypto-mining': ['isp'],
}
const ANY_LICENCE: readonly LicensedProcess[] = ['induction-melting', 'isp']

export const hasLicence = ({ registry, watch }: DetectorWindow): boolean =>
  isLicensed(registry, ...(LICENCES[watch?.watchedFor ?? ''] ?? ANY_LICENCE))

const judge = (window: DetectorWindow, watch: WatchFacts, { strength }: RestartCurve): number => {
  const licensed = hasLicence(window)
  // A works that is said to stand still does not run by the licence it had before.
  const explains = licensed && (watch.watchedFor !== null || watch.isNewcomer !== false)
  const odds = watchLogOdds(watch) + (licensed ? REGISTRY.licenceLogOdds : 0)
  return scoreOf(strength, strength === 0 ? 0 : odds, REGISTRY, explains ? REGISTRY.licenceCap : 1)
}

const UNWATCHED = {
  zh: '该户及其计量点、变压器、地址均不在监视名单上，复产无从谈起，无法判断。',
  en: 'Neither the account nor its point, transformer or address is watched: nothing can be said of running again.',
}
const TOO_LITTLE = {
  zh: '窗口内不足三天数据足够完整，无法判断。',
  en: 'Fewer than three days of the window have enough readings; nothing can be said.',
}

/** A site that was closed, stopped or has left, and runs again (死灰复燃). */
export const restart: Detector = {
  signature: 'restart',
  version: '1',
  seesWatch: true,
  parameters: { ...CURVE, ...REGISTRY },
  score: window => {
    const curve = readRestartCurve(window)
    return curve && curve.judgedDays >= CURVE.runningDaysLeast ? judge(window, window.watch!, curve) : 0
  },
  explain: (window): Score => {
    const { watch } = window
    const curve = readRestartCurve(window)
    if (!watch || !curve) return cannotJudge(UNWATCHED)
    if (curve.judgedDays < CURVE.runningDaysLeast) return cannotJudge(TOO_LITTLE)
    const score = judge(window, watch, curve)
    return {
      score,
      evidence: restartEvidence(window, watch, curve),
      innocent: restartInnocent(window, watch, curve, hasLicence(window)),
      sentence: restartSentence(watch, curve, score),
      dates: restartDates(curve),
      limits: restartLimits(curve),
      inspection: null,
      ...restartedEnergy(curve),
    }
  },
}
