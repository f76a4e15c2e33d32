import type { TableColumnType } from 'antd'
import type { CaseSummary } from '../api/client.ts'
import { CaseLink } from '../parts/case-link.tsx'
import { LevelTag } from '../parts/level-tag.tsx'
import { scoreText, wholeText } from '../parts/numbers.ts'
import { Sparkline } from '../parts/sparkline.tsx'
import { dateText } from '../parts/times.ts'
import { useWords, type Words } from '../words/index.tsx'

/** As wide together as the least window leaves room for beside the boxes to choose by and the scroll bar. */
export const columnsOf = (
  words: Words,
  weeks: ReadonlyMap<string, readonly (number | null)[]>,
): TableColumnType<CaseSummary>[] => [
  {
    title: words.caseNumber,
    width: 115,
    fixed: 'left',
    render: (_, { number }) => <CaseLink number={number} />,
  },
  { title: words.level, width: 80, render: (_, { level }) => <LevelTag level={level} /> },
  {
    title: words.customer,
    width: 240,
    ellipsis: true,
    render: (_, { customerName, customerId }) => (
      <span title={`${customerName} · ${words.customerId} ${customerId}`}>{customerName}</span>
    ),
  },
  {
    title: words.signature,
    width: 150,
    ellipsis: true,
    render: (_, { charges }) => charges.map(({ signature }) => words.signatures[signature]).join('、'),
  },
  { title: words.lastWeek, width: 160, render: (_, { id }) => <Sparkline kw={weeks.get(id) ?? []} /> },
  {
    title: words.likelihood,
    width: 90,
    className: 'number',
    render: (_, { charges }) => scoreText(Math.max(0, ...charges.map(({ score }) => score))),
  },
  {
    title: `${words.stake} (${words.yuan})`,
    width: 130,
    className: 'number',
    render: (_, { stakeYuan }) => wholeText(stakeYuan),
  },
  { title: words.state, width: 105, render: (_, { state }) => words.states[state] },
  {
    title: words.assignee,
    width: 100,
    ellipsis: true,
    render: (_, { assignee }) => assignee ?? words.nobody,
  },
  { title: words.due, width: 105, render: (_, { dueAt }) => <Due dueAt={dueAt} /> },
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
