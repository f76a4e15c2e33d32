import type { RegistryFacts } from './detector.ts'
import { isLicensed, type Trade, tradeOf } from './registry.ts'

/** Log-odds of what is on file, and how far an isp licence lets the score rise. */
export const REGISTRY = {
  ispCap: 0.45,
  processLicenceLogOdds: -1.5,
  internetTradeLogOdds: 0.2,
  coverTradeLogOdds: 0.4,
  telecomTradeLogOdds: -1,
  waterTradeLogOdds: -1.5,
  powerTradeLogOdds: -1.5,
  heavyTradeLogOdds: -1.5,
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

export const miningLogOdds = (registry: RegistryFacts): number =>
  TRADE_LOG_ODDS[tradeOf(registry)] +
  (isLicensed(registry, 'submerged-arc', 'electroplating') ? REGISTRY.processLicenceLogOdds : 0)

export const miningCap = (registry: RegistryFacts): number =>
  isLicensed(registry, 'isp') ? REGISTRY.ispCap : 1
