import { Alert, Table } from 'antd'
import { useEffect, useRef } from 'react'
import { ProblemAnswer, type Schemas } from '../../api/client.ts'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { useWords } from '../../words/index.tsx'
import { useFieldName } from './field-names.ts'

type Fault = Schemas['PriceFault']

/** Faults that came with a refusal. */
const faultsOf = (error: Error | null): readonly Fault[] => {
  const faults = error instanceof ProblemAnswer ? error.problem.faults : undefined
  return Array.isArray(faults) ? (faults as Fault[]) : []
}

interface VerdictProps {
  readonly error: Error | null
  /** What a dry run answered */
  readonly preview: {
    readonly faults: readonly Fault[]
    readonly warnings: readonly Fault[]
    readonly effect: Schemas['PriceChangeEffect'] | null
  } | null
}

/** What the service has against what was written, or what would come of it; brought into sight when it comes. */
export const Verdict = ({ error, preview }: VerdictProps) => {
  const { pricingPage } = useWords()
  const here = useRef<HTMLDivElement>(null)
  const faults = preview?.faults ?? faultsOf(error)
  useEffect(() => {
    if (error || preview) here.current?.scrollIntoView({ block: 'nearest' })
  }, [error, preview])
  return (
    <div ref={here} className="stack verdict">
      {error && faults.length === 0 && <ProblemNote error={error} />}
      <Faults title={pricingPage.faults} faults={faults} />
      {preview && <Faults title={pricingPage.warnings} faults={preview.warnings} />}
      {preview?.effect && faults.length === 0 && <Effect effect={preview.effect} />}
    </div>
  )
}

interface FaultsProps {
  readonly title: string
  readonly faults: readonly Fault[]
}

/** Everything that is wrong, by row and column, so that one pass mends it. */
export const Faults = ({ title, faults }: FaultsProps) => {
  const { pricingPage } = useWords()
  const nameOf = useFieldName()
  if (faults.length === 0) return null
  return (
    <Table<Fault & { readonly key: number }>
      size="small"
      rowKey="key"
      title={() => <strong>{title}</strong>}
      dataSource={faults.map((fault, key) => ({ ...fault, key }))}
      pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
      columns={[
        {
          title: pricingPage.row,
          width: 80,
          render: (_, { row }) => (row === 0 ? pricingPage.wholeTable : row),
        },
        { title: pricingPage.column, width: 150, render: (_, { column }) => nameOf(column) },
        { title: pricingPage.fault, dataIndex: 'reason' },
      ]}
    />
  )
}

/** What would come of it: how many rows are new, changed or as they are. */
export const Effect = ({ effect }: { readonly effect: Schemas['PriceChangeEffect'] }) => {
  const { pricingPage } = useWords()
  const nameOf = useFieldName()
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
                {id}
                {Object.entries(fields).map(([field, { before, after }]) => (
                  <div key={field}>
                    {nameOf(field)}
                    {pricingPage.colon}
                    {before || '—'} → {after || '—'}
                  </div>
                ))}
              </li>
            ))}
          </ul>
        )
      }
    />
  )
}
