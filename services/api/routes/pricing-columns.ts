import type { CustomerRow, ListDifference, RuleRow } from '../../../schemas/price-list.ts'
import { type Column, instantCell } from '../../spreadsheets/index.ts'

/** The tariff list. Amounts are exact decimals: they stay texts. */
export const RULE_COLUMNS: readonly Column<RuleRow>[] = [
  { zh: '规则', en: 'Rule', of: row => row.ruleId },
  { zh: '版本', en: 'Version', of: row => row.version },
  { zh: '施行地代码', en: 'Jurisdiction', of: row => row.jurisdiction },
  { zh: '施行地', en: 'Jurisdiction name', of: row => row.jurisdictionName },
  { zh: '行业', en: 'Industries', of: row => row.industries.join(';') },
  { zh: '类别', en: 'Category', of: row => row.category },
  { zh: '加价（元/kWh）', en: 'Yuan/kWh', of: row => row.yuanPerKwh },
  { zh: '加价标准', en: 'Amount (zh)', of: row => row.amount.zh },
  { zh: '加价标准（英文）', en: 'Amount', of: row => row.amount.en },
  { zh: '随分时浮动', en: 'Floats with time of use', of: row => row.floats },
  { zh: '适用电量', en: 'Applies to', of: row => row.appliesTo },
  { zh: '文号', en: 'Document number', of: row => row.documentNo },
  { zh: '文件', en: 'Document', of: row => row.documentTitle },
  { zh: '施行日', en: 'Effective from', of: row => row.effectiveFrom },
  { zh: '失效日', en: 'Effective to', of: row => row.effectiveTo },
  { zh: '方案年度', en: 'Plan year', of: row => row.planYear },
  { zh: '来源状态', en: 'Source status', of: row => row.sourceStatus },
  { zh: '依据说明', en: 'Label', of: row => row.label },
  { zh: '核对情况', en: 'Verification', of: row => row.verification },
  { zh: '发布时间', en: 'Released at', of: row => instantCell(row.releasedAt) },
]

/** The customer list. */
export const CUSTOMER_COLUMNS: readonly Column<CustomerRow>[] = [
  { zh: '户号', en: 'Customer', of: row => row.customerId },
  { zh: '户名', en: 'Customer name', of: row => row.customerName },
  { zh: '区县代码', en: 'District', of: row => row.districtCode },
  { zh: '区县', en: 'District name', of: row => row.districtName },
  { zh: '供电单位', en: 'Supply unit', of: row => row.supplyUnit },
  { zh: '状态', en: 'Status', of: row => row.status },
  { zh: '行业', en: 'Industry', of: row => row.industry },
  { zh: '类别', en: 'Category', of: row => row.category },
  { zh: '档次', en: 'Step', of: row => row.step },
  { zh: '生产线', en: 'Line', of: row => row.line },
  { zh: '计量点', en: 'Points', of: row => row.pointIds.join(';') },
  { zh: '执行起始日期', en: 'From', of: row => row.from },
  { zh: '执行截止日期', en: 'Until', of: row => row.until },
  { zh: '加价（元/kWh）', en: 'Yuan/kWh', of: row => row.yuanPerKwh },
  { zh: '待录入', en: 'To enter (zh)', of: row => row.toEnter?.zh ?? null },
  { zh: '待录入（英文）', en: 'To enter', of: row => row.toEnter?.en ?? null },
  { zh: '决定文号', en: 'Decision number', of: row => row.documentNo },
  { zh: '决定', en: 'Decision', of: row => row.documentTitle },
  { zh: '发文机关', en: 'Issuer', of: row => row.issuer },
  { zh: '发文日期', en: 'Issued on', of: row => row.issuedOn },
  { zh: '规则', en: 'Rule', of: row => row.ruleId },
  { zh: '规则版本', en: 'Rule version', of: row => row.ruleVersion },
  { zh: '规则文号', en: 'Rule document number', of: row => row.ruleDocumentNo },
  { zh: '来源状态', en: 'Source status', of: row => row.sourceStatus },
  { zh: '依据说明', en: 'Label', of: row => row.label },
  { zh: '名单条目', en: 'Entry', of: row => row.entryId },
  { zh: '案件编号', en: 'Case number', of: row => row.caseNumber },
]

type Side = ListDifference['before']

const documentOf = (row: Side): string | null => row?.documentNo ?? null
const amountOf = (row: Side): string | null =>
  row && (row.yuanPerKwh ?? ('amount' in row ? row.amount.zh : (row.toEnter?.zh ?? null)))

/** What changed on a list, side by side. */
export const DIFFERENCE_COLUMNS: readonly Column<ListDifference>[] = [
  { zh: '对象', en: 'Key', of: row => row.key },
  { zh: '变化', en: 'Change', of: row => row.change },
  { zh: '变化的栏目', en: 'Fields', of: row => row.fields.join(';') },
  { zh: '原类别', en: 'Category before', of: row => row.before?.category ?? null },
  { zh: '现类别', en: 'Category after', of: row => row.after?.category ?? null },
  { zh: '原加价', en: 'Amount before', of: row => amountOf(row.before) },
  { zh: '现加价', en: 'Amount after', of: row => amountOf(row.after) },
  { zh: '原文号', en: 'Document before', of: row => documentOf(row.before) },
  { zh: '现文号', en: 'Document after', of: row => documentOf(row.after) },
]
