import { Alert, Button, Empty, Space, Table, type TableColumnType } from 'antd'
import { useEffect, useMemo, useRef, useState } from 'react'
import { Link, useNavigate, useSearchParams } from 'react-router'
import type { CaseSummary } from '../api/client.ts'
import { useEvents } from '../api/live.tsx'
import type { Act } from '../parts/act-dialog.tsx'
import { ActDialog } from '../parts/dialogs.tsx'
import { LevelTag } from '../parts/level-tag.tsx'
import { scoreText, wholeText } from '../parts/numbers.ts'
import { ProblemNote } from '../parts/problem-note.tsx'
import { Sparkline } from '../parts/sparkline.tsx'
import { dateText } from '../parts/times.ts'
import { useWords, type Words } from '../words/index.tsx'
import { EmptyService } from './empty-service.tsx'
import { InboxFilters } from './inbox-filters.tsx'
import { useInboxKeys } from './inbox-keys.ts'
import { queryOf } from './inbox-query.ts'
import { isBlank, useRows } from './inbox-rows.ts'

/** What waits, most worth looking at first; worked off without leaving the list. */
const Inbox = () => {
  const words = useWords()
  const navigate = useNavigate()
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
  const [act, setAct] = useState<Act | null>(null)
  const targets = useMemo(() => amongst(cases, chosen), [cases, chosen])
  const table = useRef<React.ComponentRef<typeof Table>>(null)
  const at = useInboxKeys({
    count: cases.length,
    open: i => isBlank(cases[i]!) || void navigate(`/cases/${cases[i]!.number}`),
    choose: i => isBlank(cases[i]!) || setChosen(before => toggled(before, cases[i]!.id)),
    show: index => table.current?.scrollTo({ index }),
  })
  const height = useHeightLeft()
  const columns = useMemo(() => columnsOf(words, weeks).map(withBlanks), [words, weeks])
  if (list.error) return <ProblemNote error={list.error} again={list.refetch} />
  return (
    <section aria-label={words.inbox}>
      <InboxFilters total={list.total} query={query} />
      <BulkBar chosen={targets} act={setAct} clear={() => setChosen([])} />
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
        scroll={{ y: height, x: 1240 }}
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
          onDoubleClick: () => void navigate(`/cases/${row.number}`),
        })}
        onScroll={({ currentTarget }) => list.look(() => indexesIn(currentTarget))}
        locale={{ emptyText: <Nothing isWhole={address.size === 0} /> }}
      />
      <p className="quiet">{words.keyboardHelp}</p>
      {act && (
        <ActDialog
          act={act}
          targets={targets}
          close={() => setAct(null)}
          done={() => {
            setChosen([])
            void list.refetch()
          }}
        />
      )}
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

const columnsOf = (
  words: Words,
  weeks: ReadonlyMap<string, readonly (number | null)[]>,
): TableColumnType<CaseSummary>[] => [
  {
    title: words.caseNumber,
    width: 120,
    fixed: 'left',
    render: (_, { number }) => <Link to={`/cases/${number}`}>{number}</Link>,
  },
  { title: words.level, width: 80, render: (_, { level }) => <LevelTag level={level} /> },
  {
    title: words.customer,
    width: 220,
    ellipsis: true,
    render: (_, { customerName, customerId }) => <span title={customerId}>{customerName}</span>,
  },
  {
    title: words.signature,
    width: 190,
    ellipsis: true,
    render: (_, { charges }) => charges.map(({ signature }) => words.signatures[signature]).join('、'),
  },
  { title: words.lastWeek, width: 160, render: (_, { id }) => <Sparkline kw={weeks.get(id) ?? []} /> },
  {
    title: words.likelihood,
    width: 80,
    className: 'number',
    render: (_, { charges }) => scoreText(Math.max(0, ...charges.map(({ score }) => score))),
  },
  {
    title: `${words.stake} (${words.yuan})`,
    width: 120,
    className: 'number',
    render: (_, { stakeYuan }) => wholeText(stakeYuan),
  },
  { title: words.state, width: 100, render: (_, { state }) => words.states[state] },
  {
    title: words.assignee,
    width: 110,
    ellipsis: true,
    render: (_, { assignee }) => assignee ?? words.nobody,
  },
  { title: words.due, width: 120, render: (_, { dueAt }) => <Due dueAt={dueAt} /> },
]

const Due = ({ dueAt }: { readonly dueAt: string | null }) => {
  const words = useWords()
  if (dueAt === null) return null
  const isLate = Date.parse(dueAt) < Date.now()
  return (
    <span className={isLate ? 'overdue' : ''} title={isLate ? words.overdue : undefined}>
      {dateText(dueAt)}
    </span>
  )
}

const BULK: readonly Act[] = [
  'assign',
  'inspect',
  'submit',
  'release',
  'return',
  'snooze',
  'wake',
  'comment',
  'urge',
]

interface BulkBarProps {
  readonly chosen: readonly CaseSummary[]
  readonly act: (act: Act) => void
  readonly clear: () => void
}

const BulkBar = ({ chosen, act, clear }: BulkBarProps) => {
  const words = useWords()
  if (chosen.length === 0) return null
  return (
    <Space wrap className="toolbar" role="toolbar" aria-label={words.act}>
      <strong>{words.chosen(chosen.length)}</strong>
      {BULK.map(name => (
        <Button key={name} size="small" onClick={() => act(name)}>
          {words.actions[name]}
        </Button>
      ))}
      <Button size="small" type="link" onClick={clear}>
        {words.cancel}
      </Button>
    </Space>
  )
}

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
