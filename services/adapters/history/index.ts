export { CORRECTIONS, type Committed, createCommitted } from './committed.ts'
export { type InfluxHistory, openInfluxHistory } from './influx/influx-history.ts'
export type {
  History,
  PointDay,
  Source,
  StoredDay,
  StoredRegister,
  WriteMark,
  WrittenDay,
  WrittenRegister,
} from './port.ts'
export { type Power, primaryPower } from './primary-power.ts'
