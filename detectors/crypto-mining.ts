import type { Score } from '../schemas/finding.ts'
import type { Detector, DetectorWindow } from './detector.ts'
import { cannotJudge } from './judgement.ts'
import { type MiningCurve, readMiningCurve } from './mining-curve.ts'
import { explainCurve } from './mining-explain.ts'
import { explainRegisters } from './mining-register-evidence.ts'
import { judgeRegisters, REGISTERS, readRegisters } from './mining-registers.ts'
import { miningCap, miningLogOdds, REGISTRY } from './mining-registry.ts'
import { miningSigns, noSigns, SIGN_NAMES } from './mining-signs.ts'
import { SIGNS } from './mining-thresholds.ts'
import { BIAS, WEIGHTS } from './mining-weights.ts'
import { logistic, ramp } from './statistics.ts'

const LEAST_DAYS = 2
const scratch = noSigns()
const weights = Float64Array.from(SIGN_NAMES, name => WEIGHTS[name])

/**
 * Log-odds of the signs and the registry added up (weights of evidence: Good, Probability and the Weighing of
 * Evidence, 1950), as a probability that grows over the first days.
 */
const judgeCurve = (window: DetectorWindow, curve: MiningCurve): number => {
  const signs = miningSigns(curve, scratch)
  let logOdds = BIAS + miningLogOdds(window.registry)
  for (let i = 0; i < signs.length; i++) logOdds += weights[i]! * signs[i]!
  const lasted = ramp(curve.days.length, SIGNS.daysFrom, SIGNS.daysFull)
  return miningCap(window.registry) * lasted * logistic(logOdds)
}

const TOO_LITTLE = {
  zh: '窗口内不足两天数据足够完整，无法判断。',
  en: 'Fewer than two days of the window have enough readings; nothing can be said.',
}

const explain = (window: DetectorWindow): Score => {
  const curve = readMiningCurve(window)
  if (curve.judged.length >= LEAST_DAYS) return explainCurve(window, curve, judgeCurve(window, curve))
  const registers = readRegisters(window.days)
  if (registers.days.length < REGISTERS.registerDaysLeast) return cannotJudge(TOO_LITTLE)
  return explainRegisters(window, registers, miningCap(window.registry) * judgeRegisters(registers))
}

const score = (window: DetectorWindow): number => {
  const curve = readMiningCurve(window)
  if (curve.judged.length >= LEAST_DAYS) return judgeCurve(window, curve)
  const registers = readRegisters(window.days)
  if (registers.days.length < REGISTERS.registerDaysLeast) return 0
  return miningCap(window.registry) * judgeRegisters(registers)
}

/** Crypto mining, alone on a meter or under a host load. */
export const cryptoMining: Detector = {
  signature: 'crypto-mining',
  version: '2',
  parameters: { ...SIGNS, ...WEIGHTS, bias: BIAS, ...REGISTRY, ...REGISTERS },
  score,
  explain,
}
