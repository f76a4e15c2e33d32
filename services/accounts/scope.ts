import type { Account } from '../../schemas/account.ts'
import { type Refusal, refusal } from '../../schemas/problem.ts'
import { isKnownDistrict } from '../territory/index.ts'

/** Why role and scope of an account do not go together; undefined when they do. */
export const faultOfScope = ({
  role,
  supplyUnits,
  districtCode,
  department,
}: Omit<Account, 'name'>): Refusal | undefined => {
  if (supplyUnits !== null && role !== 'analyst' && role !== 'reviewer') {
    return refusal('bad-request', `Supply units are for analysts and reviewers: leave them out for ${role}.`)
  }
  if (role !== 'district') {
    if (districtCode === null && department === '') return undefined
    return refusal(
      'bad-request',
      `District and department are for the role district: leave them out for ${role}.`,
    )
  }
  if (districtCode === null) {
    return refusal('bad-request', 'An account of the role district takes a districtCode, such as 500118.')
  }
  if (isKnownDistrict(districtCode)) return undefined
  return refusal(
    'bad-request',
    `There is no district ${districtCode}: take a code of a district or county of Chongqing.`,
  )
}
