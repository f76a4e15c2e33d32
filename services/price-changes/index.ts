export { decidePriceChange, type PriceChangeDecision } from './decide.ts'
export { faultsOf } from './faults.ts'
export { type PriceChangeResult, proposePriceChange } from './propose.ts'
export { shipRules } from './ship-rules.ts'
