import { Alert, Table } from 'antd'
import type { Schemas } from '../../api/client.ts'
import { ProblemAnswer } from '../../api/client.ts'
import { useWords } from '../../words/index.tsx'

type Fault = Schemas['PriceFault']

/** Faults that came with a refusal. */
export const faultsOf = (error: Error | null): readonly Fault[] => {
  const faults = error instanceof ProblemAnswer ? error.problem.faults : undefined
  return Array.isArray(faults) ? (faults as Fault[]) : []
}

interface FaultsProps {
  readonly title: string
  readonly faults: readonly Fault[]
}

/** Everything that is wrong, by row and column, so that one pass mends it. */
export const Faults = ({ title, faults }: FaultsProps) => {
  const { pricingPage } = useWords()
  if (faults.length === 0) return null
  return (
    <Table<Fault & { readonly key: number }>
      size="small"
      rowKey="key"
      title={() => <strong>{title}</strong>}
      dataSource={faults.map((fault, key) => ({ ...fault, key }))}
      pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
      columns={[
        { title: pricingPage.row, width: 70, render: (_, { row }) => (row === 0 ? '—' : row) },
        { title: pricingPage.column, dataIndex: 'column', width: 140 },
        { title: pricingPage.fault, dataIndex: 'reason' },
      ]}
    />
  )
}

/** What would come of it: how many rows are new, changed or as they are. */
export const Effect = ({ effect }: { readonly effect: Schemas['PriceChangeEffect'] | null }) => {
  const { pricingPage } = useWords()
  if (!effect) return null
  const changed = effect.rules.filter(({ what }) => what === 'changed')
  return (
    <Alert
      type="success"
      showIcon
      title={pricingPage.effect(effect.new, effect.changed, effect.unchanged)}
      description={
        changed.length > 0 && (
          <ul>
            {changed.map(({ row, id, fields }) => (
              <li key={row}>
                {id}：
                {Object.entries(fields)
                  .map(([field, { before, after }]) => `${field} ${before} → ${after}`)
                  .join('；')}
              </li>
            ))}
          </ul>
        )
      }
    />
  )
}
