export { endNetwork, listNetwork, type NetworkEnding } from './change.ts'
export { listNetworks, openNetworks } from './queries.ts'
