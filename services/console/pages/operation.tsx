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
  return (
    <section aria-label={words.operation}>
      <Tabs
        activeKey={address.get('tab') ?? 'figures'}
        destroyOnHidden
        onChange={tab => setAddress({ tab }, { replace: true })}
        items={TABS.filter(({ ability }) => abilities.includes(ability)).map(({ key, Shown }) => ({
          key,
          label: words.rooms.operationTabs[key],
          children: <Shown />,
        }))}
      />
    </section>
  )
}
export default Operation
