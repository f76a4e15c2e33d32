import type { Score } from '../schemas/finding.ts'
import type { Detector, DetectorWindow } from './detector.ts'
import { CURVE, type FurnaceCurve, readFurnaceCurve } from './furnace-curve.ts'
import { furnaceEvidence } from './furnace-evidence.ts'
import { furnaceInnocent } from './furnace-innocent.ts'
import { meltingEnergy, meltingNights, meltingSpells } from './furnace-nights.ts'
import { furnaceOdds, ODDS } from './furnace-odds.ts'
import { furnaceLimits, furnaceSentence } from './furnace-sentences.ts'
import { DAY_WEIGHTS, SIGNS } from './furnace-signs.ts'
import { INSPECTION, inspectionWindow } from './inspection-window.ts'
import { cannotJudge } from './judgement.ts'
import { isLicensed } from './registry.ts'
import { logistic } from './statistics.ts'

/** Probability of the odds; a licence keeps it under what opens a case. */
const judge = ({ registry }: DetectorWindow, curve: FurnaceCurve): number =>
  (isLicensed(registry, 'induction-melting') ? ODDS.licenceCap : 1) * logistic(furnaceOdds(registry, curve))

const TOO_COARSE = {
  zh: '计量间隔过长（或只有每日示数），看不到熔炼周期，无法判断。',
  en: 'The metering interval is too long (or there are daily registers only) to show melting cycles; nothing can be said.',
}
const TOO_LITTLE = {
  zh: '窗口内没有一天数据足够完整，无法判断。',
  en: 'No day of the window has enough readings; nothing can be said.',
}

const obstacle = ({ days }: DetectorWindow, { judgedDays }: FurnaceCurve) => {
  if (judgedDays > 0) return undefined
  return days.some(({ coverage }) => coverage >= SIGNS.coverageLeast) ? TOO_COARSE : TOO_LITTLE
}

const judgedDays = ({ days }: DetectorWindow): number[] =>
  days.filter(({ coverage }) => coverage >= SIGNS.coverageLeast).map(({ day }) => day)

const explain = (window: DetectorWindow): Score => {
  const curve = readFurnaceCurve(window)
  const why = obstacle(window, curve)
  if (why) return cannotJudge(why)
  const score = judge(window, curve)
  return {
    score,
    evidence: furnaceEvidence(window, curve),
    innocent: furnaceInnocent(window, curve),
    sentence: furnaceSentence(window, curve, score),
    dates: meltingNights(curve),
    limits: furnaceLimits(window, curve),
    inspection: inspectionWindow(meltingSpells(curve), judgedDays(window), window.day),
    ...meltingEnergy(curve),
  }
}

/** Medium-frequency induction melting (地条钢 and other unlicensed melting). */
export const inductionFurnace: Detector = {
  signature: 'induction-furnace',
  version: '2',
  parameters: { ...SIGNS, ...DAY_WEIGHTS, ...CURVE, ...ODDS, ...INSPECTION },
  score: window => {
    const curve = readFurnaceCurve(window)
    return curve.judgedDays === 0 ? 0 : judge(window, curve)
  },
  explain,
}
