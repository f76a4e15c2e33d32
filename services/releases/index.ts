export { findSwitch, listSwitches, type SetSwitch, setSwitch } from './switches.ts'
