import { tradeOf, watchWords } from '../../../detectors/index.ts'
import { dayText, shanghaiText } from '../../../schemas/day.ts'
import type { Language } from '../../../schemas/finding.ts'
import type { Meter } from '../../../schemas/meter.ts'
import { LAST_DAY } from '../../registry/index.ts'
import { STATE_NAMES } from '../transitions.ts'
import type { CaseFile, ChargeFile } from './case-file.ts'
import { list, plain, section, table } from './markdown.ts'
import { CORRECTIONS, LICENCES, type Say, STATUSES, TRADES } from './words.ts'

/** Who it is about, as the registry has it. */
export const headTable = (file: CaseFile, language: Language, say: Say): string => {
  const { held, districtName, charges } = file
  const entry = charges.find(one => one.entry)?.entry
  const rows: [string, string][] = [
    [say('案件编号', 'Case'), `${held.number}（${say(`第 ${held.version} 版`, `version ${held.version}`)}）`],
    [say('状态', 'State'), STATE_NAMES[held.state][language]],
    [say('用户', 'Customer'), plain(held.customerName)],
    ['户号', plain(held.customerId)],
    [say('区县', 'District'), plain(`${districtName ?? say('不详', 'not known')} ${held.districtCode}`)],
  ]
  if (entry) rows.push(...entryRows(entry, language, say))
  return table([say('项目', 'Item'), say('登记内容', 'On file')], rows)
}

const entryRows = (entry: Meter, language: Language, say: Say): [string, string][] => [
  [say('供电单位', 'Supply unit'), plain(entry.supplyUnit || say('未登记', 'none on file'))],
  [say('计量点', 'Metering point'), plain(entry.pointId)],
  [
    say('申报行业', 'Declared trade'),
    entry.industryCode === ''
      ? say('未登记', 'none on file')
      : plain(
          `${entry.industryCode}（GB/T 4754-${entry.industryEdition}，${TRADES[tradeOf(entry)][language]}）`,
        ),
  ],
  [say('登记许可', 'Licences'), licencesOf(entry, language, say)],
  [
    say('合同容量', 'Contract capacity'),
    entry.contractKva > 0 ? `${entry.contractKva} kVA` : say('未登记', 'none on file'),
  ],
  [say('电压', 'Voltage'), `${entry.voltageKv} kV`],
  [say('用电状态', 'Status'), STATUSES[entry.status][language]],
]

const licencesOf = ({ licensedProcesses }: Meter, language: Language, say: Say): string =>
  licensedProcesses.length === 0
    ? say('无', 'none')
    : licensedProcesses.map(process => LICENCES[process][language]).join(say('、', ', '))

/** What happened at the points before and beside this case. */
export const siteSection = (file: CaseFile, language: Language, say: Say): string =>
  section(
    2,
    say('场所历史', 'Site history'),
    entryTable(file.entries, language, say),
    list([
      otherCaseLine(file, language, say),
      ...watchLines(file, language, say),
      ...correctionLines(file, say),
    ]),
  )

const entryTable = (entries: readonly Meter[], language: Language, say: Say): string =>
  table(
    [
      say('起', 'From'),
      say('止', 'To'),
      say('计量点/电表', 'Point/meter'),
      say('用户（户号）', 'Customer (户号)'),
      say('状态', 'Status'),
      say('合同容量 kVA', 'Contract kVA'),
      say('许可', 'Licences'),
    ],
    entries.map(entry => [
      entry.validFrom ?? say('一直', 'always'),
      entry.validTo ?? say('至今', 'until now'),
      plain(`${entry.pointId} / ${entry.meterId}`),
      plain(`${entry.customerName}（${entry.customerId}）`),
      STATUSES[entry.status][language],
      String(entry.contractKva),
      licencesOf(entry, language, say),
    ]),
  )

const otherCaseLine = ({ otherCases }: CaseFile, language: Language, say: Say): string =>
  otherCases.length === 0
    ? say('此前在这些计量点没有其他案件。', 'There was no other case at these points.')
    : say('其他案件：', 'Other cases: ') +
      otherCases
        .map(({ number, customerName, openedAt, state }) =>
          plain(`${number} ${customerName} ${openedAt.slice(0, 10)} ${STATE_NAMES[state][language]}`),
        )
        .join('; ')

const watchLines = ({ watched }: CaseFile, language: Language, say: Say): string[] =>
  watched.length === 0
    ? [say('这些计量点未列入监视名单。', 'These points are not on the watch.')]
    : watched.map(({ pointId, customerId, facts, to }) => {
        const whose = say(
          `计量点 ${pointId}（户号 ${customerId}）`,
          `Point ${pointId} (account ${customerId}). `,
        )
        const until = to < LAST_DAY ? say(`，至 ${dayText(to)}`, `, up to ${dayText(to)}`) : ''
        return plain(`${whose}${watchWords(facts)[language]}${until}${say('。', '.')}`)
      })

const correctionLines = ({ corrections }: CaseFile, say: Say): string[] =>
  corrections.length === 0
    ? [say('没有改变判定的更正或补录。', 'No correction or backfill changed what was judged.')]
    : corrections.map(({ id, atMs, kind, days }) =>
        say(
          `更正 ${id}（${shanghaiText(atMs).slice(0, 10)}，${CORRECTIONS[kind].zh}）：${days} 天的评分改变。`,
          `Correction ${id} (${shanghaiText(atMs).slice(0, 10)}, ${CORRECTIONS[kind].en}): the score of ${days} days changed.`,
        ),
      )

/** Where each charge comes from, to the letter. */
export const provenanceSection = (file: CaseFile, say: Say): string =>
  section(
    2,
    say('来源', 'Provenance'),
    table(
      [
        say('嫌疑', 'Suspicion'),
        say('检测器版本', 'Detector version'),
        say('参数', 'Parameters'),
        say('发现', 'Finding'),
        say('窗口', 'Window'),
        say('输入摘要', 'Digest of the input'),
      ],
      file.charges.map(row => provenanceRow(row, say)),
    ),
    say(`审计链末环：${file.auditHead}`, `Last link of the audit chain: ${file.auditHead}`),
  )

const provenanceRow = ({ charge, finding }: ChargeFile, say: Say): string[] => {
  const { signature, findingId, windowFrom, day } = charge
  const byWord = findingId === null
  const lost = byWord ? say('人工线索', 'a person’s word') : say('未存', 'not stored')
  return [
    signature,
    finding?.detectorVersion ?? lost,
    finding?.parameterHash ?? lost,
    findingId === null ? lost : plain(findingId),
    say(`${windowFrom} 至 ${day}`, `${windowFrom} to ${day}`),
    finding?.inputDigest ?? lost,
  ]
}
