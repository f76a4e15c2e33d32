import { type AlertOf, PAYLOAD_VERSION } from '../../schemas/alert.ts'
import { dayOf } from '../../schemas/day.ts'
import { districtToTell } from '../territory/index.ts'

/** What an endpoint is sent when somebody tries it: about no case, of no customer. */
export const composeTest = (
  endpointId: string,
  districtCode: string,
  atMs: number,
): AlertOf<'endpoint.test'> => ({
  type: 'endpoint.test',
  timestamp: new Date(atMs).toISOString(),
  data: {
    version: PAYLOAD_VERSION,
    endpointId,
    districtCode,
    districtName: districtToTell(districtCode, dayOf(atMs))?.name ?? districtCode,
    message: {
      zh: '电哨测试通知：收到并验签即为接通，不涉及任何案件。',
      en: 'A test of Dianshao: received and verified, it works. It is about no case.',
    },
  },
})
