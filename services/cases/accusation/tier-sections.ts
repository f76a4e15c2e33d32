import type { Charge } from '../../../schemas/case.ts'
import type { ProposedTier, SurchargeEstimate } from '../../../schemas/tariff.ts'
import { sayVerification } from '../../pricing/index.ts'
import { list, plain, section } from './markdown.ts'
import { type Say, SOURCES } from './words.ts'

/** The tier that would apply with its document, the estimate with its arithmetic, and the first measure. */
export const tierSections = ({ tier, estimate }: Charge, say: Say): string[] => [
  section(
    3,
    say('拟适用的差别电价档位', 'Proposed tier (拟适用)'),
    tier
      ? list(tierLines(tier, say))
      : say('没有可拟适用的有效规则。', 'No rule that could apply is in force.'),
    tier && estimate ? arithmetic(tier, estimate, say) : undefined,
  ),
  section(
    3,
    say('首要措施', 'First measure'),
    tier?.firstMeasure ? firstMeasure(tier.firstMeasure, say) : undefined,
  ),
]

const tierLines = (tier: ProposedTier, say: Say): string[] => {
  const verified = sayVerification(tier.verification)
  return [
    `${plain(tier.label)}：${plain(tier.category)}，+${tier.yuanPerKwh} ${say('元/kWh', 'yuan/kWh')}`,
    say(
      `文件：${plain(tier.documentNo ?? '文号不详')}《${plain(tier.documentTitle ?? '名称不详')}》，自 ${tier.effectiveFrom ?? '日期不详'} 起施行`,
      `Document: ${plain(tier.documentNo ?? 'number not known')} ${plain(tier.documentTitle ?? 'title not known')}, in force from ${tier.effectiveFrom ?? 'a day not known'}`,
    ),
    say(
      `依据可靠程度：${SOURCES[tier.sourceStatus].zh}。${plain(verified.zh)}`,
      `How surely it is known: ${SOURCES[tier.sourceStatus].en}. ${plain(verified.en)}`,
    ),
    ...(tier.appliesTo
      ? [say(`适用电量：${plain(tier.appliesTo)}`, `Levied on: ${plain(tier.appliesTo)}`)]
      : []),
    say(
      '只是建议：是否列入由政府决定，供电企业依决定执行。',
      'A proposal only: a government decides, and the grid company executes its decision.',
    ),
  ]
}

const arithmetic = ({ yuanPerKwh }: ProposedTier, estimate: SurchargeEstimate, say: Say): string => {
  const { from, to, days, kwh, yuan, attributableKwh, attributableYuan } = estimate
  const unit = say('元', 'yuan')
  const product = (energy: number, amount: string): string =>
    `${energy} kWh × ${yuanPerKwh} ${unit}/kWh = ${amount} ${unit}`
  return [
    say(
      `估算（${from} 至 ${to}，有读数 ${days} 天，该户全部计量点；金额四舍五入到分）：`,
      `Estimate (${from} to ${to}, ${days} days with readings, all points of the customer; rounded half up to 0.01 yuan):`,
    ),
    list([
      `${say('全部电量', 'All energy')}：${product(kwh, yuan)}`,
      `${say('其中嫌疑负荷', 'Of it the suspected load')}：${product(attributableKwh, attributableYuan)}`,
    ]),
  ].join('\n\n')
}

const firstMeasure = (measure: string, say: Say): string =>
  say(
    `${plain(measure)}。差别电价只适用于仍在供电期间，不能代替上述措施。`,
    `${plain(measure)} (to be closed by law). The tier holds only while power is still supplied, and replaces nothing.`,
  )
