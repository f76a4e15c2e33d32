import { CaseFilterQuery, CaseListQuery, CasePage, type CaseSummary } from '../../../schemas/case-list.ts'
import { listCasePage } from '../../cases/index.ts'
import { type Column, instantCell } from '../../spreadsheets/index.ts'
import { addList } from '../add-list.ts'
import type { Api, ApiDeps } from '../deps.ts'

const COLUMNS: readonly Column<CaseSummary>[] = [
  { zh: '案件编号', en: 'Number', of: row => row.number },
  { zh: '状态', en: 'State', of: row => row.state },
  { zh: '级别', en: 'Level', of: row => row.level },
  { zh: '特征', en: 'Signatures', of: row => row.charges.map(({ signature }) => signature).join(';') },
  { zh: '户号', en: 'Customer', of: row => row.customerId },
  { zh: '户名', en: 'Customer name', of: row => row.customerName },
  { zh: '区县代码', en: 'District', of: row => row.districtCode },
  { zh: '已告知区县', en: 'District told', of: row => row.toldDistrict },
  { zh: '部门', en: 'Department', of: row => row.department },
  { zh: '供电单位', en: 'Supply unit', of: row => row.supplyUnit },
  { zh: '行业代码', en: 'Industry', of: row => row.industryCode },
  { zh: '来源', en: 'Source', of: row => row.source },
  { zh: '经办人', en: 'Assignee', of: row => row.assignee },
  { zh: '立案时间', en: 'Opened at', of: row => instantCell(row.openedAt) },
  { zh: '进入本状态时间', en: 'In this state since', of: row => instantCell(row.enteredAt) },
  { zh: '期限', en: 'Due at', of: row => instantCell(row.dueAt) },
  { zh: '上报时间', en: 'Reported at', of: row => instantCell(row.reportedAt) },
  { zh: '销号时间', en: 'Closed at', of: row => instantCell(row.closedAt) },
  { zh: '暂缓至', en: 'Snoozed until', of: row => instantCell(row.snoozedUntil) },
  { zh: '涉及金额（元）', en: 'Stake, yuan', of: row => row.stakeYuan },
  { zh: '优先级（元）', en: 'Priority, yuan', of: row => row.priority },
  { zh: '并入案件', en: 'Merged into', of: row => row.mergedInto },
  { zh: '案件标识', en: 'Id', of: row => row.id },
]

export const caseListRoutes = (api: Api, deps: ApiDeps): void =>
  addList(api, deps, {
    path: '/v1/cases',
    ability: 'cases.read',
    tag: 'cases',
    name: 'cases',
    summary: 'List cases by what an inbox asks for; sorted, in pages',
    filters: CaseFilterQuery,
    query: CaseListQuery,
    answer: CasePage,
    columns: COLUMNS,
    read: (asked, account) => listCasePage(deps.db, account, asked, deps.nowMs()),
    rowsOf: ({ cases }) => cases,
  })
