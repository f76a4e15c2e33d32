import type { BothLanguages } from '../../schemas/finding.ts'
import type { RateGap } from '../pricing/index.ts'

/** Why the billing cannot carry a line out, and what mends that. */
export const GAP_SENTENCES: Readonly<Record<RateGap, BothLanguages>> = {
  'no-rule': {
    zh: '这些日子没有适用的规则，决定文件也未载明加价：请补充决定或规则。',
    en: 'No rule holds on these days, and the decision names no amount: enter a decision that does, or the rule.',
  },
  'from-memory': {
    zh: '适用的规则仅凭记忆录入（标准待核），不得据以执行：请以载明加价的决定更正，或核对原文。',
    en: 'The rule is only remembered and decides nothing: correct the line by a decision that names its amount, or check the text.',
  },
  'no-step': {
    zh: '规则按档加价，决定未核定档次：请以载明档次的决定更正。',
    en: 'The rule goes by steps and the decision names none: correct the line by one that does.',
  },
  'unknown-step': {
    zh: '决定所载档次不在规则之内：请更正该条目。',
    en: 'The rule has no such step: correct the line.',
  },
  'no-assessment': {
    zh: '缺少该生产线所需年度的能效核定：请录入并发布。',
    en: 'The assessment of the line for the year the rule looks at is missing: enter and release it.',
  },
  'no-limit': {
    zh: '能效核定未载明限额：请录入载明限额的核定。',
    en: 'The assessment names no limit: enter one that does.',
  },
  'no-threshold': {
    zh: '规则没有这些日子的基准值：请补充规则。',
    en: 'The rule has no threshold for these days: add it to the rule.',
  },
}
