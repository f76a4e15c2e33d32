import type { InnocentExplanation } from '../schemas/finding.ts'
import type { DetectorWindow } from './detector.ts'
import { innocent, said } from './judgement.ts'
import type { MiningCurve } from './mining-curve.ts'
import { isLicensed, tradeOf } from './registry.ts'
import { ramp, rampOr } from './statistics.ts'

const shareSaid = (share: number) => said(100 * share, ' %')
const factorSaid = (tan: number) => said(1 / Math.hypot(1, tan))

const ofElectronics = (
  { registry }: DetectorWindow,
  { flat, meanKw }: MiningCurve,
): InnocentExplanation[] => {
  const trade = tradeOf(registry)
  const licensed = isLicensed(registry, 'isp')
  const moved = shareSaid(flat.drift)
  const size = said(meanKw, ' kW')
  return [
    innocent(
      'data-centre',
      licensed ? 0.95 : 0.2 + (trade === 'internet' ? 0.2 : 0) + 0.3 * ramp(flat.drift, 0.005, 0.025),
      licensed
        ? '登记有数据中心或接入许可。'
        : `没有相应许可；数据中心随制冷每日变动约 2-4%，此处 ${moved.zh}。`,
      licensed
        ? 'A data centre or internet licence is on file.'
        : `No such licence; with its cooling a data centre moves 2-4 % from day to day, here ${moved.en}.`,
    ),
    innocent(
      'telecom-site',
      (trade === 'telecom' ? 0.5 : 0.1) * ramp(meanKw, 40, 12),
      `基站一般 2-10 kW；此处约 ${size.zh}。`,
      `A telecom site draws 2-10 kW; here about ${size.en}.`,
    ),
  ]
}

const ofMotors = (
  { registry }: DetectorWindow,
  { flat, floor, meanKw }: MiningCurve,
): InnocentExplanation[] => {
  const trade = tradeOf(registry)
  const motor = ramp(Math.abs(floor.tan), 0.33, 0.54)
  const factor = factorSaid(floor.tan)
  const noisy = shareSaid(floor.noise)
  const shape = shareSaid(flat.shape)
  const size = said(meanKw, ' kW')
  return [
    innocent(
      'cold-store',
      0.05 + 0.6 * ramp(floor.noise, 0.015, 0.05) * motor,
      `冷库压缩机启停使读数波动 10-25%；此处低谷波动 ${noisy.zh}。`,
      `A cold store's compressors move 10-25 %; here the floor moves ${noisy.en}.`,
    ),
    innocent(
      'water-works-or-aeration',
      (trade === 'water' ? 0.6 : 0.05) + 0.3 * rampOr(0.5, flat.shape, 0.03, 0.12) * motor,
      `水泵和风机为电动机，功率因数 0.80-0.90，且随需水变化；此处 ${factor.zh}，日内变化 ${shape.zh}。`,
      `Pumps and blowers are motors at 0.80-0.90 that follow demand; here ${factor.en}, and ${shape.en} over the day.`,
    ),
    innocent(
      'continuous-process',
      (trade === 'heavy-process' ? 0.6 : 0.05) + 0.2 * ramp(meanKw, 800, 3000),
      `化工、造纸、电解连续生产通常为兆瓦级；此处约 ${size.zh}。`,
      `Chemicals, paper and electrolysis run at megawatts; here about ${size.en}.`,
    ),
  ]
}

const ofHost = ({ added, drop, floor }: MiningCurve): InnocentExplanation[] => {
  const part = shareSaid(floor.share)
  const uneven = shareSaid(added.uneven)
  const rest = shareSaid(added.restGap)
  const charge = shareSaid(drop.valleyLead)
  return [
    innocent(
      'standing-host-load',
      0.1 + 0.6 * ramp(floor.share, 0.4, 0.1) + 0.2 * ramp(floor.drift, 0.02, 0.06),
      `厂房照明、通风等常备负荷一般占 10-40%；此处低谷占 ${part.zh}。`,
      `Lighting and ventilation of a works take 10-40 %; here the floor is ${part.en}.`,
    ),
    ...(added.kw > 0
      ? [
          innocent(
            'new-shift-or-growth',
            0.05 + 0.5 * ramp(added.uneven, 0.1, 0.5) + 0.3 * ramp(added.restGap, 0.1, 0.5),
            `新班次或扩产随作息变化；此处各时段相差 ${uneven.zh}，休息日相差 ${rest.zh}。`,
            `A new shift or growth follows the working day; here the hours differ by ${uneven.en}, days of rest by ${rest.en}.`,
          ),
        ]
      : []),
    ...(drop.share > 0
      ? [
          innocent(
            'battery',
            0.05 + 0.6 * ramp(drop.valleyLead, 0.02, 0.3),
            `储能在谷段充电、峰段放电；此处谷段比平段高 ${charge.zh}。`,
            `A battery charges in the valley and discharges at peak; here valley hours stand ${charge.en} above flat ones.`,
          ),
        ]
      : []),
  ]
}

/** The lawful loads that look alike, and what the numbers say of each. */
export const miningInnocent = (window: DetectorWindow, curve: MiningCurve): InnocentExplanation[] => [
  ...ofElectronics(window, curve),
  ...ofMotors(window, curve),
  ...ofHost(curve),
]
