import { useQuery } from '@tanstack/react-query'
import { Badge, Tabs } from 'antd'
import { lazy, type ReactNode, Suspense } from 'react'
import { api, dataOf } from '../api/client.ts'
import { useMe } from '../api/me.tsx'
import { Waiting } from '../parts/waiting.tsx'
import { useWords } from '../words/index.tsx'
import { useAsked } from './pricing/asked.ts'
import { AGAIN_MS } from './pricing/kinds.ts'

/** Each is loaded when it is opened, and shown to whom the service would answer. */
const TABS = [
  { key: 'customers', ability: 'pricing.read', Tab: lazy(() => import('./pricing/customers-tab.tsx')) },
  { key: 'rules', ability: 'pricing.read', Tab: lazy(() => import('./pricing/rules-tab.tsx')) },
  { key: 'customer', ability: 'pricing.read', Tab: lazy(() => import('./pricing/customer-tab.tsx')) },
  { key: 'differences', ability: 'pricing.read', Tab: lazy(() => import('./pricing/differences-tab.tsx')) },
  { key: 'changes', ability: 'pricing.write', Tab: lazy(() => import('./pricing/changes-tab.tsx')) },
  { key: 'bill', ability: 'pricing.read', Tab: lazy(() => import('./pricing/bill-tab.tsx')) },
  { key: 'what-if', ability: 'pricing.read', Tab: lazy(() => import('./pricing/what-if-tab.tsx')) },
  { key: 'hand-overs', ability: 'hand-overs.read', Tab: lazy(() => import('./pricing/hand-overs-tab.tsx')) },
] as const

/** Both lists of any day, what stands behind each number, and what is waiting to change them. */
const Pricing = () => {
  const words = useWords()
  const asked = useAsked()
  const { abilities } = useMe()
  const tabs = TABS.filter(({ ability }) => abilities.includes(ability))
  const { key } = tabs.find(tab => tab.key === asked.get('tab')) ?? tabs[0]!
  return (
    <section aria-label={words.pricing}>
      <Tabs
        activeKey={key}
        destroyOnHidden
        onChange={tab => asked.open(tab)}
        items={tabs.map(({ key: tab, Tab }) => ({
          key: tab,
          label:
            tab === 'changes' ? <Waits>{words.pricingPage.tabs[tab]}</Waits> : words.pricingPage.tabs[tab],
          children: (
            <Suspense fallback={<Waiting />}>
              <Tab />
            </Suspense>
          ),
        }))}
      />
    </section>
  )
}
export default Pricing

/** How many changes wait for a second person, wherever in the room somebody is. */
const Waits = ({ children }: { readonly children: ReactNode }) => {
  const words = useWords()
  const query = { state: 'proposed' } as const
  const { data } = useQuery({
    queryKey: ['price-changes', 'waiting'],
    refetchInterval: AGAIN_MS,
    queryFn: () => dataOf(api.GET('/v1/pricing/changes', { params: { query } })),
  })
  const count = data?.changes.length ?? 0
  return (
    <Badge count={count} size="small" offset={[10, 0]} title={words.pricingPage.waiting(count)}>
      {children}
    </Badge>
  )
}
