import { FEATURE_NAMES } from '../../detectors/index.ts'
import type { Case, Charge } from '../../schemas/case.ts'
import { type EpochDay, parseDay } from '../../schemas/day.ts'
import type { VerificationCheck } from '../../schemas/verification.ts'
import { estimateOf } from '../cases/index.ts'
import type { Rebuilt } from '../process/index.ts'
import { cannot, checked } from './check.ts'
import { differencesOf } from './differences.ts'

const KWH = FEATURE_NAMES.indexOf('kwh')

/** The estimate reckoned anew from the energy of the stored readings; `points` are all of the customer. */
export const checkEstimate = (
  { customerId }: Case,
  stored: Charge,
  points: readonly Rebuilt[],
): VerificationCheck => {
  const { signature } = stored
  const days = energyOf(customerId, stored, points)
  if (days.some(({ kwh }) => kwh === undefined)) {
    return cannot(
      'estimate',
      signature,
      '窗口内有日期的读数已不再保存，不能重算估算。',
      'Of some days of the window no readings are kept, so the estimate cannot be reckoned anew.',
    )
  }
  const estimate = estimateOf(
    stored,
    days.map(({ day, kwh }) => ({ day, kwh: kwh! })),
  )
  const [zh, en] = estimate
    ? [
        `${estimate.from} 至 ${estimate.to} 重算：${estimate.kwh} kWh × ${stored.tier!.yuanPerKwh} 元/kWh = ${estimate.yuan} 元；其中嫌疑负荷 ${estimate.attributableKwh} kWh，${estimate.attributableYuan} 元。`,
        `Reckoned anew for ${estimate.from} to ${estimate.to}: ${estimate.kwh} kWh × ${stored.tier!.yuanPerKwh} yuan/kWh = ${estimate.yuan} yuan; of it the suspected load ${estimate.attributableKwh} kWh, ${estimate.attributableYuan} yuan.`,
      ]
    : ['没有拟适用档位，无需估算。', 'No tier applies, so there is no estimate.']
  // While a case is to be checked nothing of it is stored: it is reckoned whenever it is asked for.
  const differences = stored.estimate ? differencesOf({ estimate: stored.estimate }, { estimate }) : []
  return checked('estimate', signature, zh, en, differences)
}

/** By day and point, as an estimate adds up. */
const energyOf = (
  customerId: string,
  { windowFrom, day }: Charge,
  points: readonly Rebuilt[],
): { day: EpochDay; pointId: string; kwh: number | undefined }[] => {
  const [from, to] = [parseDay(windowFrom), parseDay(day)]
  return points
    .flatMap(({ pointId, stored, made }) =>
      stored
        .filter(row => row.customerId === customerId && row.day >= from && row.day <= to)
        .map(row => ({ day: row.day, pointId, kwh: made(row.day)?.features[KWH] })),
    )
    .sort((a, b) => a.day - b.day || (a.pointId < b.pointId ? -1 : 1))
}
