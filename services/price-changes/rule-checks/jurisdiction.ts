import { CHONGQING, isKnownDistrict, NATIONAL } from '../../territory/index.ts'
import { fault, type RuleCheck } from './check.ts'

/** A rule of nowhere. */
export const checkJurisdiction: RuleCheck = ({ jurisdiction }) =>
  jurisdiction === NATIONAL || jurisdiction === CHONGQING || isKnownDistrict(jurisdiction)
    ? []
    : [
        fault(
          'jurisdiction',
          `${jurisdiction} is neither ${NATIONAL} nor ${CHONGQING} nor the code of a district or zone.`,
        ),
      ]
