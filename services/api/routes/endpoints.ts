import {
  type Endpoint,
  EndpointFilter,
  EndpointHealth,
  EndpointId,
  EndpointPage,
  EndpointQuery,
} from '../../../schemas/endpoint.ts'
import { serviceWallOf } from '../../access/index.ts'
import { listEndpoints, showEndpoint } from '../../alerts/index.ts'
import { type Column, instantCell } from '../../spreadsheets/index.ts'
import { addList } from '../add-list.ts'
import { accountAsking } from '../authenticate.ts'
import type { Api, ApiDeps } from '../deps.ts'
import { nothingThere } from '../refused.ts'

const tags = ['alerts']

const COLUMNS: readonly Column<Endpoint>[] = [
  { zh: '标识', en: 'Id', of: row => row.id },
  { zh: '区县代码', en: 'District', of: row => row.districtCode },
  { zh: '部门', en: 'Department', of: row => row.department },
  { zh: '地址', en: 'Address', of: row => row.url },
  { zh: '类型', en: 'Types', of: row => row.types.join(';') },
  { zh: '特征', en: 'Signatures', of: row => row.signatures.join(';') },
  { zh: '最低级别', en: 'Lowest level', of: row => row.level },
  { zh: '备注', en: 'Note', of: row => row.note },
  { zh: '状态', en: 'State', of: row => row.state },
  { zh: '停用原因', en: 'Off because', of: row => row.offReason },
  { zh: '失败自', en: 'Failing since', of: row => instantCell(row.failingSince) },
  { zh: '最近送达', en: 'Last success at', of: row => instantCell(row.lastSuccessAt) },
  { zh: '创建时间', en: 'Created at', of: row => instantCell(row.createdAt) },
  { zh: '创建人', en: 'Created by', of: row => row.createdBy },
]

/** Where districts and their departments receive alerts. */
export const endpointRoutes = (api: Api, deps: ApiDeps): void => {
  const { db, nowMs } = deps
  addList(api, deps, {
    ...{ path: '/v1/endpoints', ability: 'alerts.read', tag: 'alerts', name: 'endpoints' },
    summary: 'Where districts and their departments receive alerts, as far as one sees',
    filters: EndpointFilter,
    query: EndpointQuery,
    answer: EndpointPage,
    columns: COLUMNS,
    async read(asked, account) {
      const endpoints = await listEndpoints(db, { ...asked, wall: serviceWallOf(account) }, nowMs())
      return { endpoints, next: endpoints.length === asked.limit ? endpoints.at(-1)!.id : null }
    },
    rowsOf: ({ endpoints }) => endpoints,
  })
  api.get(
    '/v1/endpoints/:id',
    {
      config: { ability: 'alerts.read' },
      schema: {
        tags,
        summary: 'An endpoint and how it fares: last success, failing since, what waits, last attempts',
        params: EndpointId,
        response: { 200: EndpointHealth },
      },
    },
    async request => {
      const { id } = request.params
      const wall = serviceWallOf(accountAsking(request))
      const found = await showEndpoint(db, wall, id, nowMs())
      if (!found) throw nothingThere(wall, `There is no endpoint ${id}.`, id)
      return found
    },
  )
}
