export { decidePriceChange, type PriceChangeDecision } from './decide.ts'
export { previewPriceChange, proposePriceChange } from './propose.ts'
export { listPriceChanges, showPriceChange } from './queries.ts'
export { shipRules } from './ship-rules.ts'
