import { z } from 'zod'
import { FindingQuery, MeterPageQuery } from '../../../schemas/api.ts'
import type { Correction } from '../../../schemas/correction.ts'
import type { CriterionView } from '../../../schemas/criterion.ts'
import { parseDay } from '../../../schemas/day.ts'
import type { Finding } from '../../../schemas/finding.ts'
import type { Meter } from '../../../schemas/meter.ts'
import { type WatchEntry, WatchPageQuery } from '../../../schemas/watch.ts'
import { serviceWallOf, wallOf } from '../../access/index.ts'
import { listFindings } from '../../cases/index.ts'
import { listCorrections } from '../../corrections/index.ts'
import { listCriteria } from '../../criteria/index.ts'
import { listMeters } from '../../registry/index.ts'
import { type Column, instantCell } from '../../spreadsheets/index.ts'
import { listWatches } from '../../watch/index.ts'
import { addExport } from '../add-list.ts'
import type { Api, ApiDeps } from '../deps.ts'
import { pointAsked } from '../point-asked.ts'

const NO_FILTERS = z.object({})

const METERS: readonly Column<Meter>[] = [
  { zh: '电表', en: 'meter_id', of: row => row.meterId },
  { zh: '计量点', en: 'point_id', of: row => row.pointId },
  { zh: '户号', en: 'customer_id', of: row => row.customerId },
  { zh: '户名', en: 'customer_name', of: row => row.customerName },
  { zh: '统一社会信用代码', en: 'credit_code', of: row => row.creditCode },
  { zh: '区县代码', en: 'district_code', of: row => row.districtCode },
  { zh: '供电单位', en: 'supply_unit', of: row => row.supplyUnit },
  { zh: '行业代码', en: 'industry_code', of: row => row.industryCode },
  { zh: '行业分类版本', en: 'industry_edition', of: row => row.industryEdition },
  { zh: '合同容量（kVA）', en: 'contract_kva', of: row => row.contractKva },
  { zh: '电压（kV）', en: 'voltage_kv', of: row => row.voltageKv },
  { zh: '采集间隔（分钟）', en: 'interval_minutes', of: row => row.intervalMinutes },
  { zh: '许可工艺', en: 'licensed_processes', of: row => row.licensedProcesses.join(';') },
  { zh: '状态', en: 'status', of: row => row.status },
  { zh: '倍率', en: 'multiplier', of: row => row.multiplier },
  { zh: '主备', en: 'feed', of: row => row.feed },
  { zh: '上级计量点', en: 'parent_point_id', of: row => row.parentPointId },
  { zh: '用电地址', en: 'address', of: row => row.address },
  { zh: '变压器', en: 'transformer_id', of: row => row.transformerId },
  { zh: '核定产能（吨/年）', en: 'licensed_tonnes_per_year', of: row => row.licensedTonnesPerYear },
  { zh: '生效日', en: 'valid_from', of: row => row.validFrom },
  { zh: '失效日', en: 'valid_to', of: row => row.validTo },
]

const WATCHES: readonly Column<WatchEntry>[] = [
  { zh: '标识', en: 'Id', of: row => row.id },
  { zh: '原因', en: 'Reason', of: row => row.reason },
  { zh: '来源', en: 'Source', of: row => row.source },
  { zh: '户号', en: 'Customer', of: row => row.customerId },
  { zh: '计量点', en: 'Point', of: row => row.pointId },
  { zh: '变压器', en: 'Transformer', of: row => row.transformerId },
  { zh: '用电地址', en: 'Address', of: row => row.address },
  { zh: '关注特征', en: 'Watched for', of: row => row.watchedFor },
  { zh: '起', en: 'Since', of: row => row.since },
  { zh: '止', en: 'Until', of: row => row.until },
  { zh: '案件标识', en: 'Case', of: row => row.caseId },
  { zh: '文号', en: 'Document', of: row => row.document },
  { zh: '备注', en: 'Note', of: row => row.note },
  { zh: '录入时间', en: 'Created at', of: row => instantCell(row.createdAt) },
  { zh: '录入人', en: 'Created by', of: row => row.createdBy },
  { zh: '终止时间', en: 'Ended at', of: row => instantCell(row.endedAt) },
  { zh: '终止人', en: 'Ended by', of: row => row.endedBy },
  { zh: '终止原因', en: 'End reason', of: row => row.endReason },
]

const CORRECTIONS: readonly Column<Correction>[] = [
  { zh: '编号', en: 'Id', of: row => row.id },
  { zh: '时间', en: 'At', of: row => instantCell(row.at) },
  { zh: '操作人', en: 'Actor', of: row => row.actor },
  { zh: '类型', en: 'Kind', of: row => row.kind },
  { zh: '计量点数', en: 'Points', of: row => row.points },
  { zh: '待重判计量点', en: 'Points waiting', of: row => row.waiting },
  { zh: '已重判天数', en: 'Days judged again', of: row => row.judgedDays },
  { zh: '结论变化天数', en: 'Days changed', of: row => row.effects },
]

const CRITERIA: readonly Column<CriterionView>[] = [
  { zh: '标识', en: 'Id', of: row => row.id },
  { zh: '特征', en: 'Signature', of: row => row.signature },
  { zh: '检测器版本', en: 'Detector version', of: row => row.detectorVersion },
  { zh: '黄级阈值', en: 'Yellow from', of: row => row.yellowFrom },
  { zh: '橙级阈值', en: 'Orange from', of: row => row.orangeFrom },
  { zh: '红级阈值', en: 'Red from', of: row => row.redFrom },
  { zh: '消退阈值', en: 'Close below', of: row => row.closeBelow },
  { zh: '生效日', en: 'Valid from', of: row => row.validFrom },
  { zh: '状态', en: 'State', of: row => row.state },
  { zh: '提出人', en: 'Proposed by', of: row => row.proposedBy },
  { zh: '提出时间', en: 'Proposed at', of: row => instantCell(row.proposedAt) },
  { zh: '发布人', en: 'Released by', of: row => row.releasedBy },
  { zh: '发布时间', en: 'Released at', of: row => instantCell(row.releasedAt) },
]

const FINDINGS: readonly Column<Finding & { readonly held: string | null }>[] = [
  { zh: '标识', en: 'Id', of: row => row.id },
  { zh: '计量点', en: 'Point', of: row => row.pointId },
  { zh: '户号', en: 'Customer', of: row => row.customerId },
  { zh: '特征', en: 'Signature', of: row => row.signature },
  { zh: '日期', en: 'Day', of: row => row.day },
  { zh: '窗口起', en: 'Window from', of: row => row.windowFrom },
  { zh: '得分', en: 'Score', of: row => row.score },
  { zh: '可归因功率（kW）', en: 'Attributable kW', of: row => row.attributableKw },
  { zh: '可归因电量（kWh）', en: 'Attributable kWh', of: row => row.attributableKwh },
  { zh: '说明', en: 'Sentence (zh)', of: row => row.sentence.zh },
  { zh: '说明（英文）', en: 'Sentence', of: row => row.sentence.en },
  { zh: '未立案原因', en: 'Held', of: row => row.held },
  { zh: '检测器版本', en: 'Detector version', of: row => row.detectorVersion },
]

/** Lists that other routes serve in JSON, as tables. */
export const tableRoutes = (api: Api, deps: ApiDeps): void => {
  const { db, registry, nowMs } = deps
  addExport(api, deps, {
    ...{ path: '/v1/registry', ability: 'registry.read', tag: 'intake', name: 'registry' },
    filters: MeterPageQuery.omit({ after: true, limit: true }),
    columns: METERS,
    read: (asked, account) => listMeters(db, { ...asked, wall: serviceWallOf(account) }),
    rowsOf: ({ meters }) => meters,
  })
  addExport(api, deps, {
    ...{ path: '/v1/watch', ability: 'watch.read', tag: 'watch', name: 'watch' },
    filters: WatchPageQuery.omit({ after: true, limit: true }),
    columns: WATCHES,
    read: (asked, account) => listWatches(db, registry, { ...asked, wall: wallOf(account) }, nowMs()),
    rowsOf: ({ entries }) => entries,
  })
  addExport(api, deps, {
    ...{ path: '/v1/corrections', ability: 'corrections.read', tag: 'intake', name: 'corrections' },
    filters: NO_FILTERS,
    columns: CORRECTIONS,
    async read({ after, limit }) {
      const before = after === undefined ? undefined : Number(after)
      const corrections = await listCorrections(db, { before, limit })
      return { corrections, next: corrections.length === limit ? String(corrections.at(-1)!.id) : null }
    },
    rowsOf: ({ corrections }) => corrections,
  })
  addExport(api, deps, {
    ...{ path: '/v1/criteria', ability: 'criteria.read', tag: 'criteria', name: 'criteria' },
    filters: NO_FILTERS,
    columns: CRITERIA,
    read: async () => ({ criteria: await listCriteria(db), next: null }),
    rowsOf: ({ criteria }) => criteria,
  })
  addExport(api, deps, {
    ...{ path: '/v1/findings', ability: 'findings.read', tag: 'cases', name: 'findings' },
    filters: FindingQuery.omit({ limit: true }),
    columns: FINDINGS,
    async read({ point, after, limit }, account, request) {
      const from = await pointAsked(deps, request, point)
      const findings = await listFindings(db, { point, from, wall: wallOf(account), after, limit })
      const last = findings.at(-1)!
      const next: string | null = findings.length === limit ? `${parseDay(last.day)} ${last.signature}` : null
      return { findings, next }
    },
    rowsOf: ({ findings }) => findings,
  })
}
