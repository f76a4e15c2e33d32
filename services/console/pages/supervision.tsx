import { useQuery } from '@tanstack/react-query'
import { Card, Segmented, Statistic } from 'antd'
import { Link, useSearchParams } from 'react-router'
import { api, dataOf, type Schemas } from '../api/client.ts'
import { useDistricts, useDistrictsEver } from '../api/districts.ts'
import { useEvents } from '../api/live.tsx'
import { CaseLink } from '../parts/case-link.tsx'
import { LevelTag } from '../parts/level-tag.tsx'
import { wholeText } from '../parts/numbers.ts'
import { ProblemNote } from '../parts/problem-note.tsx'
import { Waiting } from '../parts/waiting.tsx'
import { useWords } from '../words/index.tsx'

type Row = Schemas['OverdueRow']
type By = Schemas['OverdueBy']

const BYS: readonly By[] = ['district', 'supplyUnit', 'state']
/** To which filter of the inbox a tile leads. */
const FILTER: Readonly<Record<By, string>> = {
  district: 'district',
  supplyUnit: 'supplyUnit',
  state: 'state',
}

/** Every district at one look: what stands open, what is late, what is at stake. The latest first. */
const Supervision = () => {
  const words = useWords()
  const [address, setAddress] = useSearchParams()
  const by = (address.get('by') ?? 'district') as By
  const names: Readonly<Record<By, string>> = {
    district: words.districtName,
    supplyUnit: words.supplyUnit,
    state: words.state,
  }
  const { data, error, refetch } = useQuery({
    queryKey: ['overdue', by],
    queryFn: () => dataOf(api.GET('/v1/overdue', { params: { query: { by } } })),
  })
  useEvents(() => void refetch())
  const districts = useDistrictsEver()
  if (error) return <ProblemNote error={error} again={() => void refetch()} />
  if (!data) return <Waiting />
  const nameOf = ({ key }: Row): string => {
    if (by === 'state') return words.states[key as keyof typeof words.states] ?? key
    return by === 'district' ? (districts.get(key) ?? key) : key
  }
  const rows = data.rows.toSorted((a, b) => b.overdue - a.overdue || (b.stakeYuan ?? 0) - (a.stakeYuan ?? 0))
  return (
    <section aria-label={words.supervision}>
      <Totals rows={data.rows} />
      <div className="toolbar">
        <Segmented
          value={by}
          options={BYS.map(value => ({ value, label: names[value] }))}
          onChange={value => setAddress({ by: value }, { replace: true })}
        />
      </div>
      <ul className="tiles">
        {rows.map(row => (
          <Tile key={row.key} row={row} name={nameOf(row)} filter={FILTER[by]} />
        ))}
      </ul>
      {by === 'district' && <Calm rows={rows} />}
    </section>
  )
}
export default Supervision

/** Where nothing stands open: told, so that a district that is missing above is not one that was forgotten. */
const Calm = ({ rows }: { readonly rows: readonly Row[] }) => {
  const words = useWords()
  const districts = useDistricts()
  const calm = [...districts].filter(([code]) => rows.every(({ key }) => key !== code))
  if (calm.length === 0) return null
  return (
    <p className="quiet">
      {words.calmDistricts(calm.length)}
      {calm.map(([, name]) => name).join('、')}
    </p>
  )
}

const Totals = ({ rows }: { readonly rows: readonly Row[] }) => {
  const words = useWords()
  const sum = (pick: (row: Row) => number | null): number =>
    rows.reduce((total, row) => total + (pick(row) ?? 0), 0)
  return (
    <div className="totals">
      <Statistic title={words.openCases} value={sum(({ open }) => open)} />
      <Statistic title={words.overdue} value={sum(({ overdue }) => overdue)} />
      <Statistic title={words.dueSoon} value={sum(({ dueSoon }) => dueSoon)} />
      <Statistic title={words.urged} value={sum(({ urged }) => urged)} />
      <Statistic title={`${words.atStake} (kWh)`} value={wholeText(sum(({ stakeKwh }) => stakeKwh))} />
      <Statistic
        title={`${words.atStake} (${words.yuan})`}
        value={wholeText(sum(({ stakeYuan }) => stakeYuan))}
      />
    </div>
  )
}

interface TileProps {
  readonly row: Row
  readonly name: string
  readonly filter: string
}

const Tile = ({ row, name, filter }: TileProps) => {
  const words = useWords()
  const { levels, overdue, open, dueSoon, oldest, stakeKwh, stakeYuan } = row
  const worst = overdue > 0 ? 'late' : dueSoon > 0 ? 'soon' : 'calm'
  return (
    <li>
      <Card size="small" className={`tile tile-${worst}`}>
        <Link to={`/inbox?scope=waiting&${new URLSearchParams({ [filter]: row.key })}`}>
          <strong>{name}</strong>
        </Link>
        <p>
          {words.openCases} <strong>{open}</strong> · {words.overdue}{' '}
          <strong className={overdue > 0 ? 'overdue' : ''}>{overdue}</strong> · {words.dueSoon} {dueSoon}
        </p>
        <p className="tile-levels">
          {(['red', 'orange', 'yellow'] as const).map(level => (
            <span key={level}>
              <LevelTag level={level} /> {levels[level]}
            </span>
          ))}
        </p>
        {stakeYuan !== null && (
          <p className="quiet">
            {wholeText(stakeKwh)} kWh · {wholeText(stakeYuan)} {words.yuan}
          </p>
        )}
        {oldest && (
          <p>
            <CaseLink number={oldest.number} /> {words.lateBy(oldest.days)}
          </p>
        )}
      </Card>
    </li>
  )
}
