export { estimateSurcharge } from './estimate-surcharge.ts'
export { proposeTier } from './propose-tier.ts'
export { loadTariffRules } from './tariff-rules.ts'
