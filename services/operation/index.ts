export type { WorkFigures } from './figures.ts'
export { type Health, type HealthDeps, isAlive, isReady } from './health.ts'
export { createMetrics } from './metrics.ts'
