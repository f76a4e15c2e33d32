import type { Score } from '../schemas/finding.ts'
import type { Detector, DetectorWindow, RegistryFacts } from './detector.ts'
import { CURVE, type FurnaceCurve, readFurnaceCurve } from './furnace-curve.ts'
import { furnaceEvidence, furnaceSentence, meltingEnergy } from './furnace-evidence.ts'
import { furnaceInnocent } from './furnace-innocent.ts'
import { cannotJudge, scoreOf } from './judgement.ts'
import { isRegisterDay } from './known-days.ts'
import { isLicensed, tradeOf } from './registry.ts'

const REGISTRY = {
  steepness: 9,
  middle: 0.6,
  licenceCap: 0.5,
  heatLicenceLogOdds: -1.5,
  castingLicenceLogOdds: -0.7,
  foundryTradeLogOdds: -0.3,
  coverTradeLogOdds: 0.7,
  transportTradeLogOdds: -1,
  waterTradeLogOdds: -1,
  contractUseLogOdds: 0.5,
  contractUseFrom: 0.5,
  contractUseTo: 1.15,
  longestIntervalMinutes: 30,
} as const

const tradeLogOdds = (registry: RegistryFacts): number => {
  switch (tradeOf(registry)) {
    case 'foundry':
      return REGISTRY.foundryTradeLogOdds
    case 'warehouse':
    case 'farm':
      return REGISTRY.coverTradeLogOdds
    case 'transport':
      return REGISTRY.transportTradeLogOdds
    case 'water':
      return REGISTRY.waterTradeLogOdds
    default:
      return 0
  }
}

const licenceLogOdds = (registry: RegistryFacts): number => {
  if (isLicensed(registry, 'forging', 'heat-treatment', 'rolling', 'submerged-arc'))
    return REGISTRY.heatLicenceLogOdds
  if (isLicensed(registry, 'cupola-melting', 'sand-casting', 'die-casting'))
    return REGISTRY.castingLicenceLogOdds
  return 0
}

const contractLogOdds = ({ contractKva }: RegistryFacts, ceilingKw: number): number => {
  const use = ceilingKw / contractKva
  return use >= REGISTRY.contractUseFrom && use <= REGISTRY.contractUseTo ? REGISTRY.contractUseLogOdds : 0
}

const logOdds = (registry: RegistryFacts, ceilingKw: number): number =>
  tradeLogOdds(registry) + licenceLogOdds(registry) + contractLogOdds(registry, ceilingKw)

/** Without strength the odds weigh nothing. */
const judge = ({ registry }: DetectorWindow, { strength, ceilingKw }: FurnaceCurve): number => {
  const odds = strength === 0 ? 0 : logOdds(registry, ceilingKw)
  return scoreOf(
    strength,
    odds,
    REGISTRY,
    isLicensed(registry, 'induction-melting') ? REGISTRY.licenceCap : 1,
  )
}

const TOO_COARSE = {
  zh: '计量间隔过长，看不到熔炼周期，无法判断。',
  en: 'The metering interval is too long to show melting cycles; nothing can be said.',
}
const TOO_LITTLE = {
  zh: '窗口内没有一天数据足够完整，无法判断。',
  en: 'No day of the window has enough readings; nothing can be said.',
}

const obstacle = ({ days, registry }: DetectorWindow, { judgedDays }: FurnaceCurve) => {
  if (registry.intervalMinutes > REGISTRY.longestIntervalMinutes) return TOO_COARSE
  if (days.length > 0 && days.every(isRegisterDay)) return TOO_COARSE
  return judgedDays === 0 ? TOO_LITTLE : undefined
}

const explain = (window: DetectorWindow): Score => {
  const curve = readFurnaceCurve(window)
  const why = obstacle(window, curve)
  if (why) return cannotJudge(why)
  const score = judge(window, curve)
  return {
    score,
    evidence: furnaceEvidence(window, curve),
    innocent: furnaceInnocent(window, curve),
    sentence: furnaceSentence(window, curve, score),
    dates: [],
    limits: [],
    inspection: null,
    ...meltingEnergy(curve),
  }
}

/** Medium-frequency induction melting (地条钢 and other unlicensed melting). */
export const inductionFurnace: Detector = {
  signature: 'induction-furnace',
  version: '1',
  parameters: { ...CURVE, ...REGISTRY },
  score: window => {
    const curve = readFurnaceCurve(window)
    return obstacle(window, curve) ? 0 : judge(window, curve)
  },
  explain,
}
