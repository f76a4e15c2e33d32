import type { Charge } from '../../../schemas/case.ts'
import { dayOf, dayText } from '../../../schemas/day.ts'
import type { Language } from '../../../schemas/finding.ts'
import { chargeExpectation } from '../../criteria/index.ts'
import { SOURCE_NAMES } from '../charge-by-hand.ts'
import { factSections } from './facts.ts'
import { list, plain, section, table } from './markdown.ts'
import { tierSections } from './tier-sections.ts'
import { explanationName, LEVELS, type Say, signatureName } from './words.ts'

/** All that is said of one charge. */
export const chargeSections = (charge: Charge, language: Language, say: Say): string[] => [
  section(
    2,
    `${say('嫌疑', 'Suspicion')}：${signatureName(charge.signature)[language]}`,
    suspicion(charge, language, say),
  ),
  wordSection(charge, say),
  ...(charge.findingId === null ? [] : [dateSection(charge, say)]),
  ...factSections(charge, language, say),
  ...(charge.findingId === null ? [] : [innocentSection(charge, language, say)]),
  section(3, say('不能知道的', 'What cannot be known'), limitList(charge, language, say)),
  inspectionSection(charge, language, say),
  ...tierSections(charge, say),
]

const suspicion = (charge: Charge, language: Language, say: Say): string => {
  if (charge.findingId === null) return suspicionByWord(charge, language, say)
  const { level, score, openedAt, windowFrom, day, attributableKw, attributableKwh } = charge
  const expected = chargeExpectation(charge)
  const firstDay = dayText(dayOf(Date.parse(openedAt)) - 1)
  const lines = [
    plain(charge.sentence[language]),
    say(
      `**把握：${LEVELS[level].zh}色等级，评分 ${score.toFixed(2)}。** ${plain(expected.zh)}评分不是概率认定，更不是结论。`,
      `**How surely: level ${LEVELS[level].en}, score ${score.toFixed(2)}.** ${plain(expected.en)} A score is no finding of fact.`,
    ),
    say(
      `首个判定日：${firstDay}；所看时段：${windowFrom} 至 ${day}；可归于嫌疑负荷的功率约 ${kw(attributableKw)} kW，电量约 ${kwh(attributableKwh)} kWh（不含其余用电）。`,
      `First day that carried it: ${firstDay}; days looked at: ${windowFrom} to ${day}; of the suspected load alone, apart from the rest: about ${kw(attributableKw)} kW and ${kwh(attributableKwh)} kWh.`,
    ),
  ]
  if (charge.unsupported) {
    lines.push(
      say(
        '**注意：读数更正后，已没有现行发现支持本嫌疑项。**',
        '**Mind: readings were corrected, and no current finding supports this suspicion any more.**',
      ),
    )
  }
  return lines.join('\n\n')
}

/** No reading speaks for it yet. */
const suspicionByWord = (charge: Charge, language: Language, say: Say): string =>
  [
    plain(charge.sentence[language]),
    say(
      `**把握：${LEVELS[charge.level].zh}色等级，由提出人给定。** ${chargeExpectation(charge).zh}`,
      `**How surely: level ${LEVELS[charge.level].en}, as given by who put it down.** ${chargeExpectation(charge).en}`,
    ),
  ].join('\n\n')

/** What was said or seen, and when; who put it down is the house's own, and a tipster is not named. */
const wordSection = ({ byHand }: Charge, say: Say): string => {
  if (!byHand) return ''
  const { source, note, at } = byHand
  const { zh, en } = SOURCE_NAMES[source]
  return section(
    3,
    say('人工线索', 'By a person’s word'),
    table(
      [say('来源', 'Source'), say('时间', 'When'), say('内容', 'What')],
      [[say(zh, en), at, plain(note)]],
    ),
    source === 'tip'
      ? say('举报人信息依法保密，本件不载明。', 'Who gave the tip is kept secret and not named here.')
      : undefined,
  )
}

const kw = (value: number): string => String(Math.round(value * 10) / 10)

const kwh = (value: number): string => String(Math.round(value))

const dateSection = ({ dates }: Charge, say: Say): string =>
  section(
    3,
    say('日期和时段', 'Dated nights and hours'),
    dates.length === 0
      ? say(
          '检测器没有给出逐日时段；判断依据整个时段，见下表数值。',
          'The detector gives no hours by date; it rests on the whole period, see the numbers below.',
        )
      : table(
          [say('日期', 'Date'), say('起', 'From'), say('止', 'To'), say('嫌疑电量 kWh', 'Suspected kWh')],
          dates.map(({ date, from, to, kwh: energy }) => [date, from, to, kwh(energy)]),
        ),
  )

const innocentSection = ({ innocent }: Charge, language: Language, say: Say): string =>
  section(
    3,
    say('已权衡的合法解释（可能性高者在前）', 'Innocent explanations weighed, the likeliest first'),
    innocent.length === 0
      ? say('没有另列合法解释。', 'None is listed.')
      : table(
          [
            say('合法解释', 'Explanation'),
            say('支持或反对的数据', 'What the numbers say'),
            say('可解释程度', 'How far it explains'),
          ],
          innocent
            .toSorted((a, b) => b.plausibility - a.plausibility)
            .map(one => [
              plain(explanationName(one.name)[language]),
              plain(one[language]),
              `${Math.round(100 * one.plausibility)} %`,
            ]),
        ),
  )

/** Of any readings, whatever a detector adds. */
const limitList = ({ limits }: Charge, language: Language, say: Say): string =>
  list([
    say(
      '读数只反映经过表计的用电：绕越计量装置的用电没有线路拓扑不可见。',
      'Readings tell what passed the meter: what is drawn around it cannot be seen without the topology of the lines.',
    ),
    say(
      '用电特征不能证明生产了什么、由谁生产，须以现场检查为准。',
      'How power is drawn does not prove what was made, nor by whom: only a check on site can.',
    ),
    ...limits.map(limit => plain(limit[language])),
  ])

const inspectionSection = ({ inspection }: Charge, language: Language, say: Say): string => {
  if (!inspection) return ''
  const { from, to, activeNights, likelihoods } = inspection
  return section(
    3,
    say('建议检查时段', 'When to knock'),
    plain(inspection[language]),
    say(
      `时段 ${from}–${to}；最近 14 夜中有 ${activeNights} 夜在此时段运行。`,
      `Hours ${from}–${to}; on ${activeNights} of the last 14 nights it ran in these hours.`,
    ),
    table(
      [say('起始日期', 'Night that begins on'), say('遇到运行的可能性', 'Likelihood to meet it at work')],
      likelihoods.map(({ date, likelihood }) => [date, `${Math.round(100 * likelihood)} %`]),
    ),
  )
}
