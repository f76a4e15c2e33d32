import type { InnocentExplanation } from '../schemas/finding.ts'
import type { DetectorWindow } from './detector.ts'
import type { FurnaceCurve } from './furnace-curve.ts'
import { shownDays } from './furnace-evidence.ts'
import { innocent, medianOverDays, said } from './judgement.ts'
import { isLicensed, tradeOf } from './registry.ts'
import { ramp } from './statistics.ts'

/** The lawful loads that look alike, and what the numbers say of each. */
export const furnaceInnocent = (window: DetectorWindow, curve: FurnaceCurve): InnocentExplanation[] => {
  const { registry } = window
  const days = shownDays(window, curve)
  const trade = tradeOf(registry)
  const licensed = isLicensed(registry, 'induction-melting')
  const shaping = isLicensed(registry, 'forging', 'heat-treatment', 'rolling')
  const powerFactor = medianOverDays(days, day => day.pfHigh)
  const roughness = medianOverDays(days, day => day.roughness)
  const fall = medianOverDays(days, day => day.fallSharpness)
  const ceiling = medianOverDays(days, day => day.ceilingKw)
  const still = ramp(roughness, 0.035, 0.015)
  const pf = said(powerFactor)
  const top = said(ceiling, ' kW')
  const steps = said(100 * roughness, ' %')
  const edge = said(100 * fall, ' %')
  return [
    innocent(
      'licensed-foundry',
      licensed ? 0.95 : trade === 'foundry' ? 0.35 : 0.05,
      licensed
        ? '登记有感应熔炼许可，曲线与持证铸造厂无法区分。'
        : trade === 'foundry'
          ? '行业代码为铸造，使用感应炉属常见，但没有许可登记。'
          : '没有感应熔炼许可，行业也不是铸造。',
      licensed
        ? 'An induction melting licence is on file; the curve alone cannot tell more.'
        : trade === 'foundry'
          ? 'The trade is casting, where induction furnaces are usual, but no licence is on file.'
          : 'No induction melting licence, and the trade is not casting.',
    ),
    innocent(
      'electric-arc-furnace',
      trade === 'steel' ? 0.6 * ramp(ceiling, 6000, 15_000) : 0.02,
      `电弧炉一般超过 10 MW；此处上限 ${top.zh}。`,
      `Arc furnaces draw over 10 MW; the ceiling here is ${top.en}.`,
    ),
    innocent(
      'forging-or-heat-treatment',
      (shaping ? 0.6 : 0.1) + 0.2 * ramp(powerFactor, 0.98, 1),
      shaping ? '登记有锻造、热处理或轧制许可，加热炉可能造成周期。' : '没有锻造、热处理或轧制许可。',
      shaping
        ? 'A forging, heat treatment or rolling licence is on file; its heaters may cycle.'
        : 'No forging, heat treatment or rolling licence is on file.',
    ),
    innocent(
      'charging-depot',
      (trade === 'transport' ? 0.5 : 0.1) + 0.4 * ramp(fall, 0.6, 0.3) * ramp(powerFactor, 0.96, 0.98),
      `充电结束时负荷逐级下降；此处最陡半小时下降为幅度的 ${edge.zh}。`,
      `Charging tapers off; here the sharpest half-hour fall over the swing is ${edge.en}.`,
    ),
    innocent(
      'valley-heating',
      0.05 + 0.7 * still * ramp(powerFactor, 0.98, 0.998),
      `谷段电采暖平稳且功率因数接近 1；此处功率因数 ${pf.zh}。`,
      `Storage heating is smooth with a power factor of 1; here it is ${pf.en}.`,
    ),
    innocent(
      'battery-storage',
      0.02 + 0.6 * ramp(roughness, 0.02, 0.008),
      `储能充电平直；此处每步变化平均为上限的 ${steps.zh}。`,
      `Battery charging is level; here the mean step over the ceiling is ${steps.en}.`,
    ),
    innocent(
      'valley-grinding',
      0.05 + 0.7 * still * ramp(powerFactor, 0.93, 0.88),
      `粉磨为长时间平稳的电动机负荷，功率因数 0.85-0.90；此处 ${pf.zh}。`,
      `Grinding is a long even motor load at 0.85-0.90; here the power factor is ${pf.en}.`,
    ),
  ]
}
