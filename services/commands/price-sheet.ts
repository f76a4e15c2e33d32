import Big from 'big.js'
import type { BillLine } from '../../schemas/bill.ts'
import type { BothLanguages, Language } from '../../schemas/finding.ts'
import type { SourceStatus } from '../../schemas/tariff.ts'
import { ROUNDING, type TriedRule } from '../billing/index.ts'
import { sayVerification, sumYuan } from '../pricing/index.ts'

/** A customer's months under each of the rules, in their order. */
export interface PricedCustomer {
  readonly customerId: string
  readonly customerName: string
  readonly months: readonly {
    readonly month: string
    readonly byRule: readonly (readonly BillLine[])[]
  }[]
}

const STATUS: Readonly<Record<SourceStatus, BothLanguages>> = {
  original: { zh: '原文', en: 'original text' },
  secondary: { zh: '转引', en: 'secondary source' },
  memory: { zh: '仅凭记忆，标准待核', en: 'from memory, not verified' },
  'not-found': { zh: '未查到', en: 'not found' },
}

const AS_IF: BothLanguages = {
  zh: '按假定已由政府决定执行计算；实际加价以有效决定为准。',
  en: 'Reckoned as if a government had decided so; only its decision puts a surcharge in force. ',
}

/** The sheet in Markdown: the rules, a table of months side by side, and the arithmetic of every amount. */
export const priceSheet = (
  customers: readonly PricedCustomer[],
  tried: readonly TriedRule[],
  lang: Language,
): string[] => [
  `## ${{ zh: '规则', en: 'Rules' }[lang]}`,
  '',
  ...tried.map((one, i) => ruleLine(one, i, lang)),
  '',
  `${AS_IF[lang]}${ROUNDING[lang]}`,
  '',
  ...customers.flatMap(customer => customerLines(customer, tried, lang)),
]

const nameOf = ({ rule, goesBy }: TriedRule): string => (goesBy === null ? rule.id : `${rule.id}:${goesBy}`)

const ruleLine = (tried: TriedRule, i: number, lang: Language): string => {
  const { category, documentNo, effectiveFrom, effectiveTo, sourceStatus, verification } = tried.rule
  const verified = sayVerification(verification)[lang]
  const end = effectiveTo ?? { zh: '今', en: 'today' }[lang]
  const status = STATUS[sourceStatus][lang]
  return {
    zh: `${i + 1}. \`${nameOf(tried)}\` ${category}，${documentNo ?? '无文号'}，${effectiveFrom ?? '起始不明'} 至 ${end}，${status}（${verified}）`,
    en: `${i + 1}. \`${nameOf(tried)}\` ${category}, ${documentNo ?? 'no document'}, ${effectiveFrom ?? 'start not known'} to ${end}, ${status} (${verified})`,
  }[lang]
}

const customerLines = (customer: PricedCustomer, tried: readonly TriedRule[], lang: Language): string[] => {
  const { customerId, customerName, months } = customer
  return [
    `## ${customerName} ${customerId}`,
    '',
    ...table(months, tried, lang),
    '',
    ...tried.flatMap((one, i) => [
      `### ${nameOf(one)}`,
      '',
      ...months.flatMap(({ byRule }) => byRule[i]!.flatMap(line => arithmetic(line, lang))),
      '',
    ]),
  ]
}

const table = (months: PricedCustomer['months'], tried: readonly TriedRule[], lang: Language): string[] => {
  const head = [...{ zh: ['月份', '电量 kWh', '其中估算'], en: ['month', 'kWh', 'estimated'] }[lang]]
  const names = tried.map(one => `${nameOf(one)} ${{ zh: '元', en: 'yuan' }[lang]}`)
  const sums = sumOf(months.flatMap(({ byRule }) => byRule[0]!))
  return [
    row([...head, ...names]),
    row(['---', ...head.slice(1), ...names].map((_, i) => (i === 0 ? '---' : '---:'))),
    ...months.map(({ month, byRule }) => {
      const { kwh, estimatedKwh } = sumOf(byRule[0]!)
      return row([month, kwh, estimatedKwh, ...byRule.map(amountOf)])
    }),
    row([
      { zh: '合计', en: 'sum' }[lang],
      sums.kwh,
      sums.estimatedKwh,
      ...tried.map((_, i) => amountOf(months.flatMap(({ byRule }) => byRule[i]!))),
    ]),
  ]
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

const sumOf = (lines: readonly BillLine[]): { kwh: string; estimatedKwh: string } => {
  const sum = (of: (line: BillLine) => number): string =>
    lines.reduce((total, line) => total.plus(of(line)), new Big(0)).toFixed(3)
  return { kwh: sum(({ kwh }) => kwh ?? 0), estimatedKwh: sum(({ estimatedKwh }) => estimatedKwh) }
}

/** An amount that lacks a line is none. */
const amountOf = (lines: readonly BillLine[]): string =>
  lines.some(({ yuan }) => yuan === null) ? '—' : sumYuan(lines.map(({ yuan }) => yuan!))

const arithmetic = ({ working }: BillLine, lang: Language): string[] =>
  working.map((step, i) => `${i === 0 ? '-' : '  -'} ${step[lang]}`)
