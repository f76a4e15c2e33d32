import type { InnocentExplanation } from '../schemas/finding.ts'
import type { DetectorWindow } from './detector.ts'
import type { FurnaceCurve } from './furnace-curve.ts'
import { shownDays } from './furnace-evidence.ts'
import { relativeDepth } from './furnace-signs.ts'
import { innocent, medianOverDays, said } from './judgement.ts'
import { isLicensed, tradeOf } from './registry.ts'
import { ramp } from './statistics.ts'

/** The lawful loads that look alike, and what the numbers say of each. */
export const furnaceInnocent = (window: DetectorWindow, curve: FurnaceCurve): InnocentExplanation[] => {
  const days = shownDays(window, curve)
  const numbers = {
    powerFactor: medianOverDays(days, day => day.heatPf),
    depth: medianOverDays(days, relativeDepth),
    fall: medianOverDays(days, day => day.heatFall),
    ceiling: medianOverDays(days, day => day.heatTopKw),
    steps: medianOverDays(days, day => day.partialShare),
    minutes: medianOverDays(days, day => day.heatMinutes),
    jitter: medianOverDays(days, day => day.heatJitter),
  }
  return [...byRegistry(window, numbers), ...byCurve(window, numbers)]
}

interface Numbers {
  readonly powerFactor: number
  readonly depth: number
  readonly fall: number
  readonly ceiling: number
  readonly steps: number
  readonly minutes: number
  readonly jitter: number
}

const byRegistry = (
  { registry }: DetectorWindow,
  { ceiling, powerFactor }: Numbers,
): InnocentExplanation[] => {
  const trade = tradeOf(registry)
  const licensed = isLicensed(registry, 'induction-melting')
  const shaping = isLicensed(registry, 'forging', 'heat-treatment', 'rolling')
  const top = said(ceiling, ' kW')
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
      (trade === 'steel' ? 0.6 : 0.1) * ramp(ceiling, 6000, 15_000),
      `电弧炉一般超过 10 MW；此处上限 ${top.zh}。`,
      `Arc furnaces draw over 10 MW; the ceiling here is ${top.en}.`,
    ),
    innocent(
      'forging-or-heat-treatment',
      (shaping ? 0.4 : 0.1) + 0.2 * ramp(powerFactor, 0.98, 1),
      shaping ? '登记有锻造、热处理或轧制许可，加热炉可能造成周期。' : '没有锻造、热处理或轧制许可。',
      shaping
        ? 'A forging, heat treatment or rolling licence is on file; its heaters may cycle.'
        : 'No forging, heat treatment or rolling licence is on file.',
    ),
  ]
}

const byCurve = (
  { registry }: DetectorWindow,
  { powerFactor, depth, fall, steps, minutes, jitter }: Numbers,
): InnocentExplanation[] => {
  const pf = said(powerFactor)
  const edge = said(100 * fall, ' %')
  const between = said(100 * steps, ' %')
  const swing = said(100 * depth, ' %')
  const pace = { zh: said(minutes, ' 分钟').zh, en: said(minutes, ' min').en }
  const motors = ramp(powerFactor, 0.92, 0.86)
  return [
    innocent(
      'charging-depot',
      (tradeOf(registry) === 'transport' ? 0.4 : 0.1) +
        0.4 * ramp(fall, 0.6, 0.3) * ramp(powerFactor, 0.96, 0.98),
      `充电结束时负荷逐级下降；此处最陡半小时下降为本体负荷的 ${edge.zh}。`,
      `Charging tapers off; here the sharpest half hour takes away ${edge.en} of the load.`,
    ),
    innocent(
      'valley-heating',
      0.05 + 0.6 * ramp(depth, 0.3, 0.05) * ramp(powerFactor, 0.98, 0.998),
      `谷段电采暖平稳且功率因数接近 1；此处功率因数 ${pf.zh}，回落 ${swing.zh}。`,
      `Storage heating is smooth with a power factor of 1; here it is ${pf.en}, with swings of ${swing.en}.`,
    ),
    innocent(
      'battery-storage',
      0.02 + 0.5 * ramp(depth, 0.15, 0.03),
      `储能充电平直；此处周期回落为本体负荷的 ${swing.zh}。`,
      `Battery charging is level; here the load swings by ${swing.en}.`,
    ),
    innocent(
      'valley-grinding',
      0.05 + 0.6 * motors * ramp(depth, 0.5, 0.1),
      `粉磨为长时间平稳的电动机负荷，功率因数 0.82-0.90；此处 ${pf.zh}，回落 ${swing.zh}。`,
      `Grinding is a long even motor load at 0.82-0.90; here the power factor is ${pf.en}, with swings of ${swing.en}.`,
    ),
    innocent(
      'cycling-machines',
      0.05 + 0.4 * ramp(steps, 0.4, 0.2) + 0.4 * motors,
      `水泵、压机全开全停，没有爬升过程；此处 ${between.zh} 的时间处于升降途中，间隔 ${pace.zh}。`,
      `Pumps and presses are full on or off; here ${between.en} of the time is spent on the way up or down, ${pace.en} apart.`,
    ),
    innocent(
      'machines-at-random',
      0.05 + 0.5 * ramp(jitter, 0.3, 0.5),
      `多台机器随机启停没有固定节拍；此处间隔偏差 ${said(100 * jitter, ' %').zh}。`,
      `Machines that come and go keep no pace; here it deviates by ${said(100 * jitter, ' %').en}.`,
    ),
  ]
}
