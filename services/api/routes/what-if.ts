import { WhatIfBody, WhatIfFilters, WhatIfPage, WhatIfQuery, type WhatIfRow } from '../../../schemas/bill.ts'
import { rulesOfChange, whatIf } from '../../billing/index.ts'
import { createCalendar } from '../../calendar/index.ts'
import type { Column } from '../../spreadsheets/index.ts'
import { addList } from '../add-list.ts'
import { accountAsking } from '../authenticate.ts'
import type { Api, ApiDeps } from '../deps.ts'
import { granted } from '../granted.ts'
import { periodOf } from '../period.ts'

const tag = 'pricing'

const COLUMNS: readonly Column<WhatIfRow>[] = [
  { zh: '户号', en: 'Customer', of: row => row.customerId },
  { zh: '户名', en: 'Name', of: row => row.customerName },
  { zh: '区县代码', en: 'District', of: row => row.districtCode },
  { zh: '行业', en: 'Industry', of: row => row.industries.join(';') },
  { zh: '电量（kWh）', en: 'kWh', of: row => row.kwh },
  { zh: '其中估算（kWh）', en: 'Estimated kWh', of: row => row.estimatedKwh },
  { zh: '现行加价（元）', en: 'Now, yuan', of: row => row.now.yuan },
  { zh: '现行未定行数', en: 'Now, lines without amount', of: row => row.now.openLines },
  { zh: '拟议加价（元）', en: 'Proposed, yuan', of: row => row.proposed.yuan },
  { zh: '拟议未定行数', en: 'Proposed, lines without amount', of: row => row.proposed.openLines },
  { zh: '差额（元）', en: 'Difference, yuan', of: row => row.difference },
]

/** Who would pay what under rules that are not released. */
export const whatIfRoutes = (api: Api, deps: ApiDeps): void => {
  const calendar = createCalendar()
  const { db } = deps
  const ask = <A extends { from: string; to: string }>(asked: A) => ({ ...asked, ...periodOf(asked) })
  api.post(
    '/v1/pricing/what-if',
    {
      config: { ability: 'pricing.read' },
      schema: {
        tags: [tag],
        summary:
          'Who on the list would pay what under proposed rules, beside what they pay now; nothing is written',
        body: WhatIfBody,
        response: { 200: WhatIfPage },
      },
    },
    async request => {
      const { rules, ...asked } = request.body
      return granted(await whatIf({ ...deps, calendar }, rules, ask(asked), accountAsking(request)))
    },
  )
  addList(api, deps, {
    ...{ path: '/v1/pricing/what-if', ability: 'pricing.read', tag, name: 'what-if' },
    summary: 'The same of a change of rules that waits for its second person',
    filters: WhatIfFilters,
    query: WhatIfQuery,
    answer: WhatIfPage,
    columns: COLUMNS,
    async read({ change, ...asked }, account) {
      const rules = granted(await rulesOfChange(db, change, account.role === 'district'))
      return granted(await whatIf({ ...deps, calendar }, rules, ask(asked), account))
    },
    rowsOf: ({ customers }) => customers,
  })
}
