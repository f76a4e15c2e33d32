export { estimateSurcharge, type SurchargeBasis } from './estimate-surcharge.ts'
export { proposeTier } from './propose-tier.ts'
export { loadTariffRules } from './tariff-rules.ts'
