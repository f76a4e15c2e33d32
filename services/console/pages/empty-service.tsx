import { useQuery } from '@tanstack/react-query'
import { Empty, Typography } from 'antd'
import { Link } from 'react-router'
import { api, dataOf } from '../api/client.ts'
import { useMe } from '../api/me.tsx'
import { useWords } from '../words/index.tsx'

const IMPORT = 'npm run dianshao -- import --meters meters.csv --readings readings.csv.gz'

/** Nothing waits; where nothing was ever taken in, what to do first. */
export const EmptyService = () => {
  const words = useWords()
  const { abilities } = useMe()
  const { data } = useQuery({
    queryKey: ['status'],
    enabled: abilities.includes('status.read'),
    queryFn: () => dataOf(api.GET('/v1/status')),
  })
  if (data?.meters !== 0) return <Empty description={`${words.noCases} ${words.noCasesHint}`} />
  return (
    <Empty description={words.emptyService}>
      <p>{words.emptyServiceHint}</p>
      <Typography.Text code copyable>
        {IMPORT}
      </Typography.Text>
      {abilities.includes('registry.write') && (
        <p>
          <Link to="/operation?tab=imports">{words.rooms.importHere}</Link>
        </p>
      )}
    </Empty>
  )
}
