import { Tabs } from 'antd'
import { useSearchParams } from 'react-router'
import type { Me } from '../api/client.ts'
import { useMe } from '../api/me.tsx'
import { Board } from '../parts/board.tsx'
import { Corrections } from '../parts/corrections.tsx'
import { Criteria } from '../parts/criteria.tsx'
import { Imports } from '../parts/imports.tsx'
import { Figures } from '../parts/operation-figures.tsx'
import { Rejects } from '../parts/rejects.tsx'
import { useWords } from '../words/index.tsx'

const TABS = [
  { key: 'figures', ability: 'status.read', Shown: Figures },
  { key: 'rejects', ability: 'rejects.read', Shown: Rejects },
  { key: 'imports', ability: 'rejects.read', Shown: Imports },
  { key: 'corrections', ability: 'corrections.read', Shown: Corrections },
  { key: 'board', ability: 'board.read', Shown: Board },
  { key: 'criteria', ability: 'criteria.read', Shown: Criteria },
] as const satisfies readonly {
  key: string
  ability: Me['abilities'][number]
  Shown: () => React.ReactNode
}[]

/** Whether the service does its work, and whether what it flags is right. */
const Operation = () => {
  const words = useWords()
  const { abilities } = useMe()
  const [address, setAddress] = useSearchParams()
  const tabs = TABS.filter(({ ability }) => abilities.includes(ability))
  const open = tabs.find(({ key }) => key === address.get('tab')) ?? tabs[0]
  return (
    <section aria-label={words.operation}>
      <Tabs
        activeKey={open?.key ?? ''}
        destroyOnHidden
        onChange={tab => setAddress({ tab }, { replace: true })}
        items={tabs.map(({ key, Shown }) => ({
          key,
          label: words.rooms.operationTabs[key],
          children: <Shown />,
        }))}
      />
    </section>
  )
}
export default Operation
