import type { Charge } from '../../../schemas/case.ts'
import type { EvidenceFact, Language } from '../../../schemas/finding.ts'
import { amountOf } from '../fact-amounts.ts'
import { plain, section, table } from './markdown.ts'
import type { Say } from './words.ts'

/** Where a fact stands in the document, by its name; what belongs nowhere else is of the load itself. */
const GROUPS: readonly { readonly zh: string; readonly en: string; readonly names: RegExp }[] = [
  {
    zh: '与申报行业、合同容量和许可对照',
    en: 'Against declared trade, contract capacity and licence',
    names: /^(capacity|trade|contract)-|-licence$/,
  },
  { zh: '前后对照', en: 'Before and after', names: /^change-/ },
  { zh: '与同行对照', en: 'Against peers', names: /^peers-/ },
  { zh: '监视名单', en: 'Watch list', names: /^(watched|inherited-by)$/ },
  { zh: '数据基础', en: 'What was measured', names: /^(data-|judged-days$)/ },
]

/** The numbers of a charge, each with its unit, its usual range and which way it points. */
export const factSections = ({ evidence }: Charge, language: Language, say: Say): string[] => {
  const isOf = (group: (typeof GROUPS)[number]) => (fact: EvidenceFact) => group.names.test(fact.name)
  const rest = evidence.filter(fact => !GROUPS.some(group => isOf(group)(fact)))
  const facts = (own: readonly EvidenceFact[]) =>
    own.length === 0 ? undefined : factTable(own, language, say)
  return [
    section(3, say('用电数据', 'The numbers'), facts(rest)),
    ...GROUPS.map(group => section(3, say(group.zh, group.en), facts(evidence.filter(isOf(group))))),
  ]
}

const factTable = (facts: readonly EvidenceFact[], language: Language, say: Say): string =>
  table(
    [
      say('事实', 'Fact'),
      say('数值', 'Value'),
      say('合法负荷通常范围', 'Usual of a legal load'),
      say('指向', 'Points'),
    ],
    facts.map(fact => [
      plain(fact[language]),
      plain(amountOf(fact)[language]),
      plain((language === 'zh' ? (fact.normalZh ?? fact.normal) : fact.normal) ?? '—'),
      direction(fact.weight, say),
    ]),
  )

const NEUTRAL = 0.05

const direction = (weight: number, say: Say): string => {
  if (Math.abs(weight) < NEUTRAL) return '—'
  return weight > 0 ? say('支持嫌疑', 'for') : say('不支持嫌疑', 'against')
}
