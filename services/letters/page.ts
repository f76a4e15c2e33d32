import type { Alert, AlertOf } from '../../schemas/alert.ts'
import { MEASURE_NAMES } from '../../schemas/case-moves.ts'
import type { ChargeOutcome } from '../../schemas/charge-outcome.ts'
import { dayOf, dayText } from '../../schemas/day.ts'
import type { Signature } from '../../schemas/finding.ts'
import { html, type Markup } from './escape.ts'
import { PAGE_POLICY, PRINT_STYLE } from './print-style.ts'

/** An alert that a letter lists, as it was told. */
export type ListedAlert = Exclude<Alert, AlertOf<'endpoint.test'>>

export interface ListedCase {
  readonly alert: ListedAlert
  /** 用电地址, of a person only coarse; empty: not known */
  readonly address: string
}

export interface LetterText {
  readonly number: string
  readonly districtName: string
  readonly department: string
  readonly listed: readonly ListedCase[]
  readonly madeAtMs: number
}

/** The letter as a page to be printed on A4: the letter, its list, and a receipt (回执) to be filled in and sent back. */
export const letterPage = (letter: LetterText): string => {
  const { number, districtName, department, listed, madeAtMs } = letter
  const to = department === '' ? `${districtName}人民政府（管委会）` : `${districtName}${department}`
  const page = html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${PAGE_POLICY}">
<meta name="viewport" content="width=device-width">
<title>用电异常情况告知函 ${number}</title>
<style>${{ markup: PRINT_STYLE }}</style>
</head>
<body>
<header>
<h1>用电异常情况告知函</h1>
<p class="number">${number}</p>
</header>
<p class="to">${to}：</p>
<p>根据落后产能退出工作关于用电量异常监测的要求，现将本辖区用电异常情况 ${listed.length} 项告知如下（见附表），请依职责组织核查处置，并将回执及处置结果反馈我单位。</p>
<p>附表所列为依据用电数据形成的线索，不是认定结论；“拟适用”档位供参考，执行以有权机关作出并公布的决定为准。个人及个体工商户的姓名、户号、地址已作遮蔽，详情由授权账号登录查看。</p>
<h2>附表　用电异常情况</h2>
<table>
<thead><tr><th class="no">序号</th><th class="kind">事项</th><th class="case">案件编号</th><th class="who">用户</th><th>情况</th></tr></thead>
<tbody>
${listed.map((one, i) => rowOf(one, i + 1))}
</tbody>
</table>
<p class="sign">（盖章）<br>${chineseDate(madeAtMs)}</p>
${receiptOf(letter, to)}
</body>
</html>
`
  return page.markup
}

const KINDS: Readonly<Record<ListedAlert['type'], string>> = {
  'case.reported': '告知',
  'case.updated': '更正',
  'case.withdrawn': '撤回',
  'case.closed': '销号',
  'tier.decided': '电价决定',
}

const rowOf = ({ alert, address }: ListedCase, row: number): Markup => {
  const { customer, caseNumber } = alert.data
  return html`<tr><td class="no">${row}</td><td class="kind">${KINDS[alert.type]}</td><td class="case">${caseNumber}</td><td class="who"><p>${customer.name}</p><p>户号 ${customer.id}</p>${address === '' ? [] : html`<p>${address}</p>`}</td><td>${linesOf(alert).map(line => html`<p>${line}</p>`)}</td></tr>
`
}

const SIGNATURES: Readonly<Record<Signature, string>> = {
  'induction-furnace': '疑似中频炉熔炼',
  'crypto-mining': '疑似虚拟货币挖矿',
  restart: '疑似停产企业恢复生产',
  surge: '用电量突增',
  'licence-excess': '疑似超核定产能',
}

const LEVELS = { red: '红', orange: '橙', yellow: '黄' } as const

const OUTCOMES: Readonly<Record<ChargeOutcome, string>> = {
  ...{ confirmed: '查实', dismissed: '排除', 'cannot-verify': '无法核实', 'passed-on': '转办' },
}

const linesOf = (alert: ListedAlert): string[] => {
  switch (alert.type) {
    case 'case.reported':
      return alert.data.charges.flatMap(chargeLines)
    case 'case.updated':
      return [`更正原因：${alert.data.reason}`, ...alert.data.charges.flatMap(chargeLines)]
    case 'case.withdrawn':
      return [`原告知予以撤回，无需处置。原因：${alert.data.reason}`]
    case 'case.closed':
      return alert.data.outcomes.map(
        ({ signature, outcome, inspectedOn }) =>
          `${SIGNATURES[signature]}：${OUTCOMES[outcome]}${inspectedOn === null ? '' : `（${inspectedOn} 现场检查）`}`,
      )
    case 'tier.decided': {
      const { document, entry } = alert.data
      const until = entry.to === null ? '' : `至 ${entry.to}`
      return [
        `${document.issuer}《${document.title}》（${document.documentNo}，${document.issuedOn}）`,
        `${entry.action === 'end' ? '停止执行' : '执行'}：${entry.industry} ${entry.category}，自 ${entry.from} 起${until}`,
      ]
    }
  }
}

type ToldCharge = AlertOf<'case.reported'>['data']['charges'][number]

const chargeLines = ({ signature, level, unsupported, sentence, inspection, tier, estimate }: ToldCharge) => [
  `【${SIGNATURES[signature]}，${LEVELS[level]}色】${unsupported ? '数据更正后已无分析结论支持。' : sentence.zh}`,
  ...(inspection && !unsupported ? [inspection.zh] : []),
  ...(tier
    ? [
        `${tier.label}：${tier.category}，加价 ${tier.yuanPerKwh} 元/千瓦时，依据 ${tier.documentNo ?? '文号待核'}${estimate ? `；${estimate.from} 至 ${estimate.to} 估算 ${estimate.yuan} 元` : ''}${tier.firstMeasure ? `；首要措施：${tier.firstMeasure}` : ''}`,
      ]
    : []),
]

const receiptOf = ({ number, listed }: LetterText, to: string): Markup => {
  const measures = Object.values(MEASURE_NAMES).map(({ zh }) => html`□ ${zh}　`)
  const numbers = [...new Set(listed.map(({ alert }) => alert.data.caseNumber))].join('、')
  return html`<section class="receipt">
<header>
<h1>回　执</h1>
<p class="number">${number}</p>
</header>
<table>
<tbody>
<tr><th>收函单位</th><td colspan="3">${to}</td></tr>
<tr><th>案件编号</th><td colspan="3">${numbers}</td></tr>
<tr><th>签收人</th><td></td><th>签收日期</th><td>　　　年　　月　　日</td></tr>
<tr><th>回函文号</th><td></td><th>联系电话</th><td></td></tr>
<tr><th>检查日期</th><td>　　　年　　月　　日</td><th>检查人员</th><td></td></tr>
<tr><th>核查情况</th><td class="tall" colspan="3">逐案填写：□ 属实　□ 未发现　□ 合法用电　□ 无法进入</td></tr>
<tr><th>处置措施</th><td class="tall" colspan="3">${measures}</td></tr>
</tbody>
</table>
<p class="note">请于收函后填写并盖章寄回；亦可由本单位账号或接口办理签收与反馈。</p>
<p class="sign">（盖章）<br>　　　年　　月　　日</p>
</section>`
}

const chineseDate = (atMs: number): string => {
  const [year, month, day] = dayText(dayOf(atMs)).split('-').map(Number)
  return `${year}年${month}月${day}日`
}
