export type { History, Source, StoredDay, StoredRegister } from './port.ts'
export { type Power, primaryPower } from './primary-power.ts'
