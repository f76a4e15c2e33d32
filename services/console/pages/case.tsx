import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Card, Tabs } from 'antd'
import { useMemo, useState } from 'react'
import { Link, useParams } from 'react-router'
import { api, type CaseView, type Charge, dataOf, type Level, ProblemAnswer } from '../api/client.ts'
import { useDistrictsEver } from '../api/districts.ts'
import { useEvents } from '../api/live.tsx'
import { useMe } from '../api/me.tsx'
import { useBands } from '../parts/band-strip.tsx'
import { CaseActions } from '../parts/case-actions.tsx'
import { CaseAlerts, CaseFeedback, CaseRegistry, ChargeOutcomes, SiteHistory } from '../parts/case-facts.tsx'
import { useBack } from '../parts/case-link.tsx'
import { CaseMembers } from '../parts/case-members.tsx'
import { CaseComments, CaseFiles, CaseTimeline } from '../parts/case-records.tsx'
import { ChargeEvidence } from '../parts/charge-evidence.tsx'
import { ChargeTier } from '../parts/charge-tier.tsx'
import { type Span, spanOf } from '../parts/curve.ts'
import { bandsQuery, curveQuery } from '../parts/curve-queries.ts'
import { deedOf } from '../parts/deeds.ts'
import { VerificationDialog } from '../parts/dialogs.tsx'
import { HeatMap } from '../parts/heat-map.tsx'
import { Later } from '../parts/later.tsx'
import { LevelTag } from '../parts/level-tag.tsx'
import { around, LoadCurve } from '../parts/load-curve.tsx'
import { scoreText } from '../parts/numbers.ts'
import { PeerChart } from '../parts/peer-chart.tsx'
import { ProblemNote } from '../parts/problem-note.tsx'
import { timeText } from '../parts/times.ts'
import { Waiting } from '../parts/waiting.tsx'
import { useWords } from '../words/index.tsx'

/** A case understood at one look: the sentence, the curve, what speaks for and against it, and what to do. */
const CasePage = () => {
  const { number = '' } = useParams()
  const { abilities } = useMe()
  const client = useQueryClient()
  const key = useMemo(() => ['case', number], [number])
  const { data, error, refetch } = useQuery({
    queryKey: key,
    queryFn: async () => {
      const view = await dataOf(api.GET('/v1/cases/{id}', { params: { path: { id: number } } }))
      const [first] = view.charges
      // Its curve is asked for while the rest is drawn.
      if (first?.pointId && abilities.includes('readings.read')) {
        void client.prefetchQuery(curveQuery(first))
        void client.prefetchQuery(bandsQuery(first))
      }
      return view
    },
  })
  if (error) return <ProblemNote error={error} again={() => void refetch()} />
  if (!data) return <Waiting />
  const reload = (): void => {
    void refetch()
    void client.invalidateQueries({ queryKey: ['case-records', data.id] })
    void client.invalidateQueries({ queryKey: ['cases'] })
  }
  return <CaseShown view={data} reload={reload} />
}
export default CasePage

const CaseShown = ({ view, reload }: { readonly view: CaseView; readonly reload: () => void }) => {
  const words = useWords()
  const [at, setAt] = useState(view.charges[0]?.signature)
  const charge = view.charges.find(({ signature }) => signature === at) ?? view.charges[0]
  return (
    <article>
      <CaseHead view={view} />
      <ChangedNote view={view} reload={reload} />
      <div className="case-grid">
        <div className="stack">
          {view.charges.length > 1 && (
            <Tabs
              activeKey={charge?.signature ?? ''}
              items={view.charges.map(({ signature, level }) => ({
                key: signature,
                label: (
                  <>
                    <LevelTag level={level} /> {words.signatures[signature]}
                  </>
                ),
              }))}
              onChange={key => setAt(key as Charge['signature'])}
            />
          )}
          {charge && <ChargeShown key={charge.signature} charge={charge} />}
          <Later>
            <CaseAlerts view={view} />
            <CaseTimeline id={view.id} />
          </Later>
        </div>
        <aside className="stack">
          <CaseActions view={view} done={reload} />
          {charge && <ChargeTier charge={charge} customerId={view.customerId} />}
          <CaseFeedback view={view} />
          <Later>
            <CaseRegistry view={view} />
            <SiteHistory view={view} />
            <CaseMembers view={view} done={reload} />
            <CaseComments view={view} done={reload} />
            <CaseFiles view={view} done={reload} />
          </Later>
        </aside>
      </div>
    </article>
  )
}

const CaseHead = ({ view }: { readonly view: CaseView }) => {
  const words = useWords()
  const { abilities } = useMe()
  const [isVerifying, setVerifying] = useState(false)
  const back = useBack()
  const districts = useDistrictsEver()
  return (
    <header className="case-head">
      <Link to={back} className="no-print">
        ← {words.backToList}
      </Link>
      <h1>
        {view.number} · {view.customerName}
      </h1>
      <LevelTag level={highestOf(view)} />
      <strong>{words.states[view.state]}</strong>
      <span>
        {words.customerId} {view.customerId}
      </span>
      <span>
        {districts.get(view.districtCode) ?? view.districtCode} · {view.supplyUnit}
      </span>
      {view.dueAt && (
        <span className={Date.parse(view.dueAt) < Date.now() ? 'overdue' : ''}>
          {words.due} {timeText(view.dueAt)}
        </span>
      )}
      <span className="spacer" />
      <a className="no-print" href={`/v1/cases/${view.number}/accusation`} target="_blank" rel="noreferrer">
        {words.accusation}
      </a>
      {abilities.includes('audit.read') && (
        <Button className="no-print" size="small" onClick={() => setVerifying(true)}>
          {words.verify}
        </Button>
      )}
      <Button className="no-print" size="small" onClick={() => window.print()}>
        {words.print}
      </Button>
      {isVerifying && <VerificationDialog id={view.id} close={() => setVerifying(false)} />}
    </header>
  )
}

const highestOf = ({ charges }: CaseView): Level | null =>
  (['red', 'orange', 'yellow'] as const).find(level => charges.some(one => one.level === level)) ?? null

/** Somebody else's change is told, and loaded when asked: nothing that is being written is thrown away. */
const ChangedNote = ({ view, reload }: { readonly view: CaseView; readonly reload: () => void }) => {
  const words = useWords()
  const [latest, setLatest] = useState<{ version: number; actor?: string | undefined; kind: string } | null>(
    null,
  )
  const client = useQueryClient()
  useEvents(event => {
    // Comments and files are no new version: they appear by themselves, and disturb nobody.
    if (event === null || event.number === view.number) {
      void client.invalidateQueries({ queryKey: ['case-records', view.id] })
    }
    if (event === null) setLatest({ version: view.version + 1, kind: 'reset' })
    else if (event.number === view.number && event.version > view.version) setLatest(event)
  })
  if (latest === null || latest.version <= view.version) return null
  return (
    <Alert
      type="info"
      showIcon
      role="status"
      title={words.changedMeanwhile}
      description={[latest.actor, deedOf(words, latest.kind.replace('case.', '')), words.keepMine]
        .filter(Boolean)
        .join(' · ')}
      action={
        <Button size="small" onClick={reload}>
          {words.reload}
        </Button>
      }
    />
  )
}

const ChargeShown = ({ charge }: { readonly charge: Charge }) => {
  const [focus, setFocus] = useState<Span | null>(null)
  const spans = useMemo(() => charge.dates.map(spanOf), [charge])
  return (
    <>
      <Summary charge={charge} />
      <Curves charge={charge} spans={spans} focus={focus} look={setFocus} />
      <Later>
        <ChargeEvidence
          charge={charge}
          show={span => {
            setFocus(around(span))
            document.getElementById('curve')?.scrollIntoView({ block: 'nearest' })
          }}
        />
        <PeerChart charge={charge} />
      </Later>
      <ChargeOutcomes charge={charge} />
    </>
  )
}

const Summary = ({ charge }: { readonly charge: Charge }) => {
  const words = useWords()
  const language = document.documentElement.lang === 'en' ? 'en' : 'zh'
  return (
    <Card size="small">
      <strong>
        {words.signatures[charge.signature]} · {words.likelihood} {scoreText(charge.score)}
      </strong>{' '}
      {charge.standing && (
        <span className="quiet">
          {charge.standing.state === 'active' ? words.standingActive : words.standingFaded} {words.since}{' '}
          {charge.standing.since}
        </span>
      )}
      <p>{charge.sentence[language]}</p>
      <p className="quiet">{charge.expectation[language]}</p>
    </Card>
  )
}

interface CurvesProps {
  readonly charge: Charge
  readonly spans: readonly Span[]
  readonly focus: Span | null
  readonly look: (span: Span) => void
}

const Curves = (asked: CurvesProps) => {
  const words = useWords()
  const { abilities } = useMe()
  if (!abilities.includes('readings.read')) return <Alert type="info" title={words.noCurveForYou} />
  if (asked.charge.pointId === '') return <Alert type="info" title={words.noCurve} />
  return <CurvesOfPoint {...asked} />
}

const CurvesOfPoint = ({ charge, spans, focus, look }: CurvesProps) => {
  const words = useWords()
  const { data, error, refetch } = useQuery(curveQuery(charge))
  const bands = useBands(charge)
  if (error instanceof ProblemAnswer && error.problem.code === 'not-found') {
    return <Alert type="info" title={words.noCurve} />
  }
  if (error) return <ProblemNote error={error} again={() => void refetch()} />
  // Drawn once, with all that belongs to it.
  if (!data || !bands) return <Waiting />
  if (data.days.length === 0) return <Alert type="info" title={words.noCurve} />
  return (
    <div id="curve" className="stack">
      <LoadCurve curve={data} flagged={spans} bands={bands} focus={focus} look={look} />
      <Later>
        <HeatMap curve={data} />
      </Later>
    </div>
  )
}
