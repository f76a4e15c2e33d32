import type { InnocentExplanation } from '../schemas/finding.ts'
import type { DetectorWindow } from './detector.ts'
import { innocent, medianOverDays, said } from './judgement.ts'
import type { MiningCurve } from './mining-curve.ts'
import { isLicensed, tradeOf } from './registry.ts'
import { ramp } from './statistics.ts'

/** The lawful loads that look alike, and what the numbers say of each. */
export const miningInnocent = ({ registry }: DetectorWindow, curve: MiningCurve): InnocentExplanation[] => {
  const { days, drift, floorDrift, levelKw, floorKw } = curve
  const trade = tradeOf(registry)
  const licensed = isLicensed(registry, 'isp')
  const share = floorKw / medianOverDays(days, day => day.meanKw)
  const powerFactor = medianOverDays(days, day => day.pfFloor)
  const range = medianOverDays(days, day => day.fourHourRange)
  const noise = medianOverDays(days, day => day.floorNoise)
  const pf = said(powerFactor)
  const moved = said(100 * drift, ' %')
  const size = said(levelKw, ' kW')
  const noisy = said(100 * noise, ' %')
  const shape = said(100 * range, ' %')
  const part = said(100 * share, ' %')
  return [
    innocent(
      'data-centre',
      licensed ? 0.95 : 0.2 + (trade === 'internet' ? 0.2 : 0) + 0.3 * ramp(drift, 0.005, 0.025),
      licensed
        ? '登记有数据中心或接入许可。'
        : `没有相应许可；数据中心随制冷每日变动约 2-4%，此处 ${moved.zh}。`,
      licensed
        ? 'A data centre or internet licence is on file.'
        : `No such licence; with its cooling a data centre moves 2-4 % from day to day, here ${moved.en}.`,
    ),
    innocent(
      'telecom-site',
      (trade === 'telecom' ? 0.5 : 0.1) * ramp(levelKw, 40, 12),
      `基站一般 2-10 kW；此处约 ${size.zh}。`,
      `A telecom site draws 2-10 kW; here about ${size.en}.`,
    ),
    innocent(
      'cold-store',
      0.05 + 0.6 * ramp(noise, 0.015, 0.05) * ramp(powerFactor, 0.95, 0.88),
      `冷库压缩机启停使读数波动 10-25%；此处低谷波动 ${noisy.zh}。`,
      `A cold store's compressors move 10-25 %; here the floor moves ${noisy.en}.`,
    ),
    innocent(
      'water-works-or-aeration',
      (trade === 'water' ? 0.6 : 0.05) + 0.3 * ramp(range, 0.05, 0.15) * ramp(powerFactor, 0.95, 0.88),
      `水泵和风机为电动机，功率因数 0.80-0.90，且随需水变化；此处 ${pf.zh}，日内变化 ${shape.zh}。`,
      `Pumps and blowers are motors at 0.80-0.90 that follow demand; here ${pf.en}, and ${shape.en} over the day.`,
    ),
    innocent(
      'continuous-process',
      (trade === 'heavy-process' ? 0.6 : 0.05) + 0.2 * ramp(levelKw, 800, 3000),
      `化工、造纸、电解连续生产通常为兆瓦级；此处约 ${size.zh}。`,
      `Chemicals, paper and electrolysis run at megawatts; here about ${size.en}.`,
    ),
    innocent(
      'standing-host-load',
      0.1 + 0.6 * ramp(share, 0.4, 0.1) + 0.2 * ramp(floorDrift, 0.02, 0.06),
      `厂房照明、通风等常备负荷一般占 10-40%；此处恒定部分占 ${part.zh}。`,
      `Lighting and ventilation of a works take 10-40 %; here the constant part is ${part.en}.`,
    ),
  ]
}
