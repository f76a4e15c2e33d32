import { z } from 'zod'
import type { Charge, Level } from '../../schemas/case.ts'
import { LevelExpectation } from '../../schemas/criterion.ts'
import type { BothLanguages, Signature } from '../../schemas/finding.ts'
import measured from './expectations.data.json' with { type: 'json' }

const NOT_MEASURED = {
  ...{ precision: null, lower: null, meters: null },
  ...{ source: 'not measured', sourceZh: '未测定' },
}

let parsed: LevelExpectation[] | undefined

const LEVEL_NAMES: Readonly<Record<Level, BothLanguages>> = {
  red: { zh: '红', en: 'red' },
  orange: { zh: '橙', en: 'orange' },
  yellow: { zh: '黄', en: 'yellow' },
}

/** What a level of a signature may be expected to mean, as the evaluation measured it; else "not measured". */
export const expectationOf = (signature: Signature, level: Level): LevelExpectation => {
  parsed ??= z.array(LevelExpectation).parse(measured)
  const known = parsed.find(one => one.signature === signature && one.level === level)
  return known ?? { signature, level, ...NOT_MEASURED }
}

/** The same in a sentence that can stand in an accusation. */
export const expectationSentence = (expectation: LevelExpectation): BothLanguages => {
  const { level, precision, lower, meters, source, sourceZh } = expectation
  const { zh, en } = LEVEL_NAMES[level]
  if (precision === null || lower === null) {
    return {
      zh: `${zh}级：查实比例尚未测定。`,
      en: `Level ${en}: the share confirmed on site is not measured.`,
    }
  }
  return {
    zh: `${zh}级：评测中该级线索${percent(precision)}属实，95 % 置信下限${percent(lower)}（合法用户 ${meters} 户；${sourceZh}）；现场查实比例尚未测定。`,
    en: `Level ${en}: ${percent(precision)} of its leads were right in the evaluation, at least ${percent(lower)} (95 % bound; ${meters} legal meters; ${source}); the share confirmed on site is not measured.`,
  }
}

/** What is told of a charge: of one on a person's word nothing could be measured. */
export const chargeExpectation = ({
  signature,
  level,
  findingId,
}: Pick<Charge, 'signature' | 'level' | 'findingId'>): BothLanguages =>
  findingId === null ? ON_A_WORD : expectationSentence(expectationOf(signature, level))

const ON_A_WORD: BothLanguages = {
  zh: '依据人工线索提出，没有检测器评分，查实比例无从测定。',
  en: 'Put down on the word of a person: no detector scored it, and no share confirmed is known.',
}

const percent = (share: number): string => `${Math.round(1_000 * share) / 10} %`
