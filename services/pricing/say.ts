import { dayText, type EpochDay } from '../../schemas/day.ts'
import type { BothLanguages } from '../../schemas/finding.ts'
import type { ReleasedRule, SourceStatus } from '../../schemas/tariff.ts'
import type { RateGap, RuleVerdict, Sureness } from '../../schemas/tier.ts'

const LABELS: Readonly<Record<Sureness, string>> = {
  decision: '决定文件载明',
  original: '依据原文',
  secondary: '依据二手来源',
  memory: '标准待核',
  'not-found': '未查到标准',
}

/** How surely an amount is known, in the words of the trade. */
export const labelOf = (sureness: Sureness | SourceStatus): string => LABELS[sureness]

/** What a sentence about a verdict tells of. */
export interface Told {
  readonly rule: ReleasedRule
  readonly verdict: RuleVerdict
  /** The rule that applies instead */
  readonly chosen: ReleasedRule | null
  /** What is asked for */
  readonly industry: string
  readonly category: string
  readonly line: string
  readonly day: EpochDay
}

/** Why a rule applies, or does not, as one sentence. */
export const sayVerdict = ({ rule, verdict, chosen, industry, category, line, day }: Told): BothLanguages => {
  const date = dayText(day)
  const [from, to] = [rule.effectiveFrom, rule.effectiveTo]
  const other = chosen?.id ?? ''
  const ofLine =
    line === '' ? ['未指明生产线', 'no line is named'] : [`生产线为 ${line}`, `the line is ${line}`]
  switch (verdict) {
    case 'applies':
      return say(
        `${date} 适用：${industry} ${category}，规则 ${rule.id}。`,
        `It applies on ${date}: ${industry} ${category}.`,
      )
    case 'other-industry':
      return say(
        `不适用：规则管 ${rule.industries.join('、')}，所问为 ${industry}。`,
        `It does not: it is for ${rule.industries.join(', ')}, and ${industry} is asked for.`,
      )
    case 'other-category':
      return say(
        `不适用：规则为 ${rule.category}，所问为 ${category}。`,
        `It does not: it is for ${rule.category}, and ${category} is asked for.`,
      )
    case 'elsewhere':
      return say(
        `不适用：规则只在 ${rule.jurisdiction} 施行，当日不管这里。`,
        `It does not: it holds in ${rule.jurisdiction} alone, which this place was not in that day.`,
      )
    case 'no-amount':
      return say('不适用：没有查到加价标准。', 'It does not: no amount was found for it.')
    case 'no-start':
      return say('不适用：没有查到施行日期。', 'It does not: no first day was found for it.')
    case 'not-yet':
      return say(`不适用：${from} 起施行。`, `It does not: it holds from ${from} on.`)
    case 'over':
      return say(`不适用：${to} 已失效。`, `It does not: its last day was ${to}.`)
    case 'plan-to-come':
      return say(
        `不适用：属 ${rule.planYear} 年度方案，${date} 尚未到该年度。`,
        `It does not: it stands in the plan of ${rule.planYear}, which ${date} is before.`,
      )
    case 'other-line':
      return say(
        `不适用：规则按生产线核定，${ofLine[0]}。`,
        `It does not: it goes by lines, and ${ofLine[1]}.`,
      )
    case 'commissioning-unknown':
      return say(
        `不能判断：规则按投产日期划分，${line} 的投产日期未录入；请录入能效核定。`,
        `It cannot be told: it goes by when the line was commissioned, which is not entered for ${line}: enter the assessment.`,
      )
    case 'commissioned-otherwise':
      return say(
        `不适用：${line} 的投产日期不在规则范围内。`,
        `It does not: ${line} was commissioned outside its dates.`,
      )
    case 'less-local':
      return say(
        `不适用：${chosen?.jurisdiction} 的规则 ${other} 更贴近当地，优先适用。`,
        `It does not: ${other} of ${chosen?.jurisdiction} is more local and goes first.`,
      )
    case 'every-industry':
      return say(
        `不适用：规则 ${other} 点名本行业，优先于不分行业的规则。`,
        `It does not: ${other} names the industry and goes before a rule for every one.`,
      )
    case 'older-plan':
      return say(`不适用：规则 ${other} 属更新的年度方案。`, `It does not: ${other} stands in a later plan.`)
    case 'earlier-rule':
      return say(
        `不适用：规则 ${other} 施行更晚，取而代之。`,
        `It does not: ${other} came into force later and takes its place.`,
      )
    case 'no-decision':
      return say(
        `${date} 施行中，但没有政府决定把该用户列入 ${rule.category}：不加价。`,
        `It is in force on ${date}, but no government decision puts the customer in ${rule.category}: nothing is added.`,
      )
  }
}

/** Why an amount is not known, and what to enter. */
export const sayGap = (
  gap: RateGap,
  rule: ReleasedRule | null,
  line: string,
  year: number,
): BothLanguages => {
  const formula = rule?.formula
  const assessed = formula && 'yearsBack' in formula ? year - formula.yearsBack : year
  const named = line === '' ? ['该用户', 'the customer'] : [line, line]
  switch (gap) {
    case 'no-rule':
      return say(
        '没有适用的规则：请录入并发布当地当日的加价标准，或在决定中载明金额。',
        'No rule applies: enter and release the one that holds there that day, or a decision that names the amount.',
      )
    case 'from-memory':
      return say(
        `规则 ${rule?.id} 只凭记忆，不作为依据：请核对原文后发布新版本。`,
        `Rule ${rule?.id} is only remembered and decides nothing: check its text and release a version with its source.`,
      )
    case 'no-step':
      return say(
        '决定没有写明档次：请录入更正决定，写明第几档。',
        'The decision names no step: enter a correction that does.',
      )
    case 'unknown-step':
      return say(
        `规则 ${rule?.id} 没有决定所写的档次：请更正决定或规则。`,
        `Rule ${rule?.id} has no such step: correct the decision or the rule.`,
      )
    case 'no-assessment':
      return say(
        `缺少 ${named[0]} ${assessed} 年的能效核定：请录入并发布。`,
        `There is no assessment of ${named[1]} of ${assessed}: enter and release it.`,
      )
    case 'no-limit':
      return say(
        `${named[0]} ${assessed} 年的能效核定没有限额：请录入带限额的核定。`,
        `The assessment of ${named[1]} of ${assessed} has no limit: enter one that has.`,
      )
    case 'no-threshold':
      return say(
        `规则 ${rule?.id} 没有当日的基准：请发布带该年度基准的新版本。`,
        `Rule ${rule?.id} has no threshold for that day: release a version that has.`,
      )
  }
}

const say = (zh: string, en: string): BothLanguages => ({ zh, en })
