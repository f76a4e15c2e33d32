import type { HandOverLine, HandOverRate } from '../../schemas/hand-over.ts'
import { type Column, csvOf } from '../spreadsheets/index.ts'

/** A line with one of its amounts; without one where it holds on no day of the period. */
interface Row {
  readonly line: HandOverLine
  readonly rate: HandOverRate | undefined
}

const COLUMNS: readonly Column<Row>[] = [
  { zh: '变化', en: 'mark', of: ({ line }) => line.mark },
  { zh: '户号', en: 'customer_id', of: ({ line }) => line.customerId },
  { zh: '户名', en: 'customer_name', of: ({ line }) => line.customerName },
  { zh: '区县代码', en: 'district_code', of: ({ line }) => line.districtCode },
  { zh: '行业', en: 'industry', of: ({ line }) => line.industry },
  { zh: '类别', en: 'category', of: ({ line }) => line.category },
  { zh: '档', en: 'step', of: ({ line }) => line.step },
  { zh: '生产线', en: 'line', of: ({ line }) => line.line },
  { zh: '计量点', en: 'points', of: ({ line }) => line.pointIds.join(';') },
  { zh: '执行起始日期', en: 'from', of: ({ line }) => line.from },
  { zh: '执行截止日期', en: 'to', of: ({ line }) => line.to },
  { zh: '自始不执行', en: 'never_holds', of: ({ line }) => !line.holds },
  { zh: '加价起', en: 'rate_from', of: ({ rate }) => rate?.from ?? null },
  { zh: '加价止', en: 'rate_to', of: ({ rate }) => rate?.to ?? null },
  { zh: '加价（元/kWh）', en: 'yuan_per_kwh', of: ({ rate }) => rate?.yuanPerKwh ?? null },
  { zh: '规则', en: 'rule', of: ({ rate }) => rate?.rule?.id ?? null },
  { zh: '规则版本', en: 'rule_version', of: ({ rate }) => rate?.rule?.version ?? null },
  { zh: '规则文号', en: 'rule_document_no', of: ({ rate }) => rate?.rule?.documentNo ?? null },
  { zh: '来源状态', en: 'source_status', of: ({ rate }) => rate?.rule?.sourceStatus ?? null },
  { zh: '决定文号', en: 'document_no', of: ({ line }) => line.document.documentNo },
  { zh: '决定标题', en: 'title', of: ({ line }) => line.document.title },
  { zh: '发文机关', en: 'issuer', of: ({ line }) => line.document.issuer },
  { zh: '发文日期', en: 'issued_on', of: ({ line }) => line.document.issuedOn },
  { zh: '终止依据', en: 'ended_by', of: ({ line }) => line.endedBy?.document.documentNo ?? null },
  { zh: '条目', en: 'entry_id', of: ({ line }) => line.entryId },
]

/** The lines as a table, a row for each amount. What is withheld is not in it. */
export const csvBytes = async (lines: readonly HandOverLine[]): Promise<Uint8Array> => {
  const rows = lines.flatMap((line): Row[] =>
    line.rates.length === 0 ? [{ line, rate: undefined }] : line.rates.map(rate => ({ line, rate })),
  )
  const texts: string[] = []
  for await (const text of csvOf(COLUMNS, onePage(rows), 'zh')) texts.push(text)
  return Buffer.from(texts.join(''))
}

async function* onePage(rows: readonly Row[]): AsyncGenerator<readonly Row[]> {
  yield rows
}
