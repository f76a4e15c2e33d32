import type { Score } from '../schemas/finding.ts'
import type { Detector, DetectorWindow, RegistryFacts } from './detector.ts'
import { cannotJudge, scoreOf } from './judgement.ts'
import { type MiningCurve, readMiningCurve } from './mining-curve.ts'
import { constantEnergy, miningEvidence, miningSentence } from './mining-evidence.ts'
import { miningInnocent } from './mining-innocent.ts'
import { CURVE } from './mining-thresholds.ts'
import { isLicensed, type Trade, tradeOf } from './registry.ts'

const REGISTRY = {
  steepness: 9,
  middle: 0.6,
  ispCap: 0.45,
  processLicenceLogOdds: -1.5,
  internetTradeLogOdds: 0.3,
  coverTradeLogOdds: 0.7,
  telecomTradeLogOdds: -1,
  waterTradeLogOdds: -2,
  powerTradeLogOdds: -1.5,
  heavyTradeLogOdds: -2,
  steelTradeLogOdds: -0.5,
} as const

const TRADE_LOG_ODDS: Readonly<Record<Trade, number>> = {
  foundry: 0,
  steel: REGISTRY.steelTradeLogOdds,
  'heavy-process': REGISTRY.heavyTradeLogOdds,
  power: REGISTRY.powerTradeLogOdds,
  water: REGISTRY.waterTradeLogOdds,
  warehouse: REGISTRY.coverTradeLogOdds,
  farm: REGISTRY.coverTradeLogOdds,
  telecom: REGISTRY.telecomTradeLogOdds,
  internet: REGISTRY.internetTradeLogOdds,
  transport: 0,
  other: 0,
}

const licenceLogOdds = (registry: RegistryFacts): number =>
  isLicensed(registry, 'submerged-arc', 'electroplating') ? REGISTRY.processLicenceLogOdds : 0

/** Without strength the odds weigh nothing. */
const judge = ({ registry }: DetectorWindow, { strength }: MiningCurve): number => {
  const odds = strength === 0 ? 0 : TRADE_LOG_ODDS[tradeOf(registry)] + licenceLogOdds(registry)
  return scoreOf(strength, odds, REGISTRY, isLicensed(registry, 'isp') ? REGISTRY.ispCap : 1)
}

const TOO_LITTLE = {
  zh: '窗口内不足两天数据足够完整，无法判断。',
  en: 'Fewer than two days of the window have enough readings; nothing can be said.',
}

const explain = (window: DetectorWindow): Score => {
  const curve = readMiningCurve(window)
  if (curve.judgedDays < 2) return cannotJudge(TOO_LITTLE)
  const score = judge(window, curve)
  return {
    score,
    evidence: miningEvidence(window, curve),
    innocent: miningInnocent(window, curve),
    sentence: miningSentence(window, curve, score),
    dates: [],
    limits: [],
    inspection: null,
    ...constantEnergy(window, curve),
  }
}

/** Crypto mining, alone on a meter or under a host load. */
export const cryptoMining: Detector = {
  signature: 'crypto-mining',
  version: '1',
  parameters: { ...CURVE, ...REGISTRY },
  score: window => {
    const curve = readMiningCurve(window)
    return curve.judgedDays < 2 ? 0 : judge(window, curve)
  },
  explain,
}
