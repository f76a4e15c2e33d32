import { type Fault, fault } from '../fault.ts'

const NEEDED = {
  Reading: 'meterId, at and kw',
  DayRow: 'meterId, date and kw',
  DailyRegister: 'meterId, date and total',
} as const
const TIMES = ['at', 'date', 'maxKwAt']
const REGISTERS = ['total', 'sharp', 'peak', 'flat', 'valley']

/** Why a JSON object is not as its contract says, told by the first key that is wrong. */
export const contractFault = (
  contract: keyof typeof NEEDED,
  value: Record<string, unknown>,
  key: PropertyKey | undefined,
): Fault => {
  const name = String(key)
  const given = value[name]
  if (given === undefined || given === null || given === '') {
    return fault('missing-field', `${name} is missing; ${NEEDED[contract]} must all be given.`)
  }
  const shown = `${name} ${String(JSON.stringify(given)).slice(0, 40)}`
  if (TIMES.includes(name)) {
    return fault(
      'bad-time',
      `${shown} is ${name === 'date' ? 'no date, such as 2026-11-01' : 'no instant with an offset, such as 2026-11-01T00:15:00+08:00'}.`,
    )
  }
  if (typeof given === 'number' && given < 0) {
    if (REGISTERS.includes(name))
      return fault('negative-register', `${shown}: a register cannot be below zero.`)
    if (name === 'maxKw') return fault('negative-power', `${shown}: a demand cannot be below zero.`)
  }
  if (name === 'meterId' || Array.isArray(given)) {
    return fault('malformed', `${shown} is not as the contract ${contract} says.`)
  }
  return fault('not-a-number', `${shown} is no number in range; write it bare, such as 412.5.`)
}
