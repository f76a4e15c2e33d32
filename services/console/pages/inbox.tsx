import { Alert, Button, Empty, Table, type TableColumnType } from 'antd'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import type { CaseSummary } from '../api/client.ts'
import { useEvents } from '../api/live.tsx'
import { BulkBar } from '../parts/bulk-bar.tsx'
import { useHere } from '../parts/case-link.tsx'
import { ProblemNote } from '../parts/problem-note.tsx'
import { useWords } from '../words/index.tsx'
import { EmptyService } from './empty-service.tsx'
import { columnsOf } from './inbox-columns.tsx'
import { InboxFilters } from './inbox-filters.tsx'
import { useInboxKeys } from './inbox-keys.ts'
import { queryOf } from './inbox-query.ts'
import { isBlank, useRows } from './inbox-rows.ts'

/** Of all columns, px */
const WIDTH = 1315

/** What waits, most worth looking at first; worked off without leaving the list. */
const Inbox = () => {
  const words = useWords()
  const navigate = useNavigate()
  const here = useHere()
  const open = (number: string): void => void navigate(`/cases/${number}`, { state: here })
  const [address] = useSearchParams()
  const query = useMemo(() => queryOf(address), [address])
  const list = useRows(query)
  const { cases, weeks } = list
  const isThere = cases.length > 0
  useEffect(() => {
    // What is opened from here is loaded while the list is read; not every browser tells when it is idle.
    if (isThere) window.requestIdleCallback?.(() => void import('./case.tsx'))
  }, [isThere])
  const [chosen, setChosen] = useState<readonly string[]>([])
  const targets = useMemo(() => amongst(cases, chosen), [cases, chosen])
  const table = useRef<React.ComponentRef<typeof Table>>(null)
  const at = useInboxKeys({
    count: cases.length,
    open: i => isBlank(cases[i]!) || open(cases[i]!.number),
    choose: i => isBlank(cases[i]!) || setChosen(before => toggled(before, cases[i]!.id)),
    show: index => table.current?.scrollTo({ index }),
  })
  const height = useHeightLeft()
  const columns = useMemo(() => columnsOf(words, weeks).map(withBlanks), [words, weeks])
  if (list.error) return <ProblemNote error={list.error} again={list.refetch} />
  return (
    <section aria-label={words.inbox}>
      <InboxFilters total={list.total} query={query} />
      <BulkBar chosen={targets} clear={() => setChosen([])} done={list.refetch} />
      <LiveNote cases={cases} reading={list.reading} update={list.refetch} />
      <Table<CaseSummary>
        ref={table}
        virtual
        size="small"
        rowKey="id"
        dataSource={cases}
        columns={columns}
        loading={list.isFetching && cases.length === 0}
        pagination={false}
        scroll={{ y: height, x: WIDTH }}
        rowSelection={{
          columnWidth: 40,
          selectedRowKeys: [...chosen],
          onChange: keys => setChosen(keys as string[]),
          getCheckboxProps: checkbox,
        }}
        onRow={(row, i) => ({
          'data-index': i,
          'aria-current': i === at,
          'aria-busy': isBlank(row),
          className: i === at ? 'row-at' : '',
          onDoubleClick: () => open(row.number),
        })}
        onScroll={({ currentTarget }) => list.look(() => indexesIn(currentTarget))}
        locale={{ emptyText: <Nothing isWhole={address.size === 0} /> }}
      />
      <p className="quiet">{words.keyboardHelp}</p>
    </section>
  )
}
export default Inbox

const toggled = (before: readonly string[], id: string): string[] =>
  before.includes(id) ? before.filter(one => one !== id) : [...before, id]

/** Which rows a list shows. */
const indexesIn = (list: HTMLElement): number[] =>
  [...list.querySelectorAll<HTMLElement>('[data-index]')].map(({ dataset }) => Number(dataset.index))

/** Of the cases those that were chosen. */
const amongst = (cases: readonly CaseSummary[], chosen: readonly string[]): CaseSummary[] => {
  const ids = new Set(chosen)
  return ids.size === 0 ? [] : cases.filter(({ id }) => ids.has(id))
}

const checkbox = (row: CaseSummary) => ({ disabled: isBlank(row) })

/** A column that shows something is on its way where the case is not there yet. */
const withBlanks = (column: TableColumnType<CaseSummary>): TableColumnType<CaseSummary> => ({
  ...column,
  render: (value, row, i) => (isBlank(row) ? <span className="blank" /> : column.render?.(value, row, i)),
})

/** What changed is not put under somebody's hands: the list says so and is updated when asked. */
const LiveNote = ({
  cases,
  reading,
  update,
}: {
  readonly cases: readonly CaseSummary[]
  /** Another one when the list is asked for anew */
  readonly reading: string
  readonly update: () => void
}) => {
  const words = useWords()
  const [changed, setChanged] = useState<ReadonlySet<string>>(new Set())
  useEvents(event => {
    if (event === null) return update()
    const shown = cases.find(({ number }) => number === event.number)
    if (shown && shown.version >= event.version) return
    setChanged(before => new Set([...before, event.number]))
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list, nothing changed in it yet
  useEffect(() => setChanged(new Set()), [reading])
  if (changed.size === 0) return null
  return (
    <Alert
      className="live-note"
      role="status"
      type="info"
      showIcon
      title={words.newCases(changed.size)}
      action={
        <Button size="small" onClick={update}>
          {words.reload}
        </Button>
      }
    />
  )
}

const Nothing = ({ isWhole }: { readonly isWhole: boolean }) => {
  const words = useWords()
  if (isWhole) return <EmptyService />
  return <Empty description={`${words.noCases} ${words.noCasesHint}`} />
}

/** Room for the list down to the end of the window. */
const useHeightLeft = (): number => {
  const [height, setHeight] = useState(heightLeft)
  useEffect(() => {
    const resize = () => setHeight(heightLeft())
    window.addEventListener('resize', resize)
    return () => window.removeEventListener('resize', resize)
  }, [])
  return height
}

const heightLeft = (): number => Math.max(240, window.innerHeight - 230)
