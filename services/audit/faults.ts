import type { AuditFault } from '../../schemas/audit.ts'
import { dayText, type EpochDay } from '../../schemas/day.ts'
import { ROOTS } from './root.ts'

const FAULTS_SHOWN = 200

/** Gathers what is wrong: the first faults, and how many there are. */
export interface FaultList {
  add(fault: AuditFault): void
  ofRoot(day: EpochDay, at: AuditFault['at'], stored: string, rebuilt: string): void
  readonly shown: readonly AuditFault[]
  readonly count: number
}

export const createFaultList = (): FaultList => {
  const shown: AuditFault[] = []
  let count = 0
  const add = (fault: AuditFault): void => {
    count++
    if (shown.length < FAULTS_SHOWN) shown.push(fault)
  }
  return {
    add,
    ofRoot(day, at, stored, rebuilt) {
      if (stored !== rebuilt) add({ chain: ROOTS, sequence: null, day: dayText(day), at, stored, rebuilt })
    },
    shown,
    get count() {
      return count
    },
  }
}
