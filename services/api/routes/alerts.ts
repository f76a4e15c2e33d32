import {
  AlertFilter,
  AlertId,
  AlertPage,
  AlertQuery,
  type AlertRecord,
  ResendBody,
  ResentAnswer,
} from '../../../schemas/alert.ts'
import { serviceWallOf } from '../../access/index.ts'
import { afterAlert, listAlerts } from '../../alerts/index.ts'
import { type Column, instantCell } from '../../spreadsheets/index.ts'
import { addList } from '../add-list.ts'
import { accountAsking } from '../authenticate.ts'
import type { Api, ApiDeps } from '../deps.ts'
import { granted } from '../granted.ts'
import { keyOf } from '../idempotency-key.ts'

const attemptsOf = ({ deliveries }: AlertRecord) => deliveries.flatMap(({ attempts }) => attempts)

const COLUMNS: readonly Column<AlertRecord>[] = [
  { zh: '通知标识', en: 'Id', of: row => row.id },
  { zh: '案件标识', en: 'Case', of: row => row.caseId },
  { zh: '案件版本', en: 'Case version', of: row => row.caseVersion },
  { zh: '区县代码', en: 'District', of: row => row.districtCode },
  { zh: '部门', en: 'Department', of: row => row.department },
  { zh: '类型', en: 'Type', of: row => row.type },
  { zh: '状态', en: 'Status', of: row => row.status },
  { zh: '生成时间', en: 'Created at', of: row => instantCell(row.createdAt) },
  { zh: '送达时间', en: 'Delivered at', of: row => instantCell(lastOf(row, 'deliveredAt')) },
  { zh: '下次发送', en: 'Next attempt at', of: row => instantCell(firstOf(row, 'nextAttemptAt')) },
  { zh: '接收端', en: 'Endpoints', of: row => row.deliveries.map(one => one.endpointId).join(';') },
  { zh: '发送次数', en: 'Attempts', of: row => attemptsOf(row).length },
  { zh: '最近一次结果', en: 'Last result', of: row => lastResult(row) },
]

type Instant = 'deliveredAt' | 'nextAttemptAt'

const instantsOf = ({ deliveries }: AlertRecord, name: Instant): string[] =>
  deliveries.flatMap(one => one[name] ?? []).sort()

const firstOf = (row: AlertRecord, name: Instant): string | null => instantsOf(row, name)[0] ?? null

const lastOf = (row: AlertRecord, name: Instant): string | null => instantsOf(row, name).at(-1) ?? null

const lastResult = (row: AlertRecord): string | number | null => {
  const last = attemptsOf(row)
    .sort((a, b) => (a.at < b.at ? -1 : 1))
    .at(-1)
  return last ? (last.error ?? last.status) : null
}

export const alertRoutes = (api: Api, deps: ApiDeps): void => {
  const { db, engine, wakeRelay } = deps
  addList(api, deps, {
    ...{ path: '/v1/alerts', ability: 'alerts.read', tag: 'alerts', name: 'alerts' },
    summary: 'Alerts of cases that are seen, newest first, with every delivery and attempt',
    filters: AlertFilter,
    query: AlertQuery,
    answer: AlertPage,
    columns: COLUMNS,
    async read(asked, account) {
      const alerts = await listAlerts(db, { ...asked, wall: serviceWallOf(account) })
      return { alerts, next: alerts.length === asked.limit ? afterAlert(alerts.at(-1)!) : null }
    },
    rowsOf: ({ alerts }) => alerts,
  })
  api.post(
    '/v1/alerts/:id/resend',
    {
      config: { ability: 'endpoints.write' },
      schema: {
        tags: ['alerts'],
        summary: 'Send an alert again under its own id, with a reason (reviewer)',
        description:
          'It goes behind what is new at the endpoint. Who has it already knows it by its webhook-id, and takes it once.',
        params: AlertId,
        body: ResendBody,
        response: { 200: ResentAnswer },
      },
    },
    async request => {
      const body = { ...request.body, alertId: request.params.id }
      const actor = accountAsking(request)
      const order = { name: 'resend-alert', body, actor, key: keyOf(request) } as const
      const answer = granted(await engine.carryOut(order))
      wakeRelay()
      return answer
    },
  )
}
