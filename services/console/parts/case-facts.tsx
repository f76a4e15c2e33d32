import { useQuery } from '@tanstack/react-query'
import { Card } from 'antd'
import { Link } from 'react-router'
import { api, type CaseView, type Charge, dataOf } from '../api/client.ts'
import { useMe } from '../api/me.tsx'
import { useSpoken, useWords } from '../words/index.tsx'
import { AlertTable } from './alert-table.tsx'
import { CaseLink } from './case-link.tsx'
import { wholeText } from './numbers.ts'
import { ProblemNote } from './problem-note.tsx'
import { dateText, timeText } from './times.ts'

interface OfCase {
  readonly view: CaseView
}

/** What governments were told of it, and how that arrived. */
export const CaseAlerts = ({ view: { id } }: OfCase) => {
  const words = useWords()
  const { abilities } = useMe()
  const may = abilities.includes('alerts.read')
  const { data, error, refetch } = useQuery({
    queryKey: ['case-records', id, 'alerts'],
    enabled: may,
    queryFn: () => dataOf(api.GET('/v1/alerts', { params: { query: { case: id } } })),
  })
  if (!may) return null
  if (error) return <ProblemNote error={error} />
  return (
    <Card size="small" title={words.alerts} loading={!data}>
      <AlertTable alerts={data?.alerts ?? []} ofOneCase done={() => void refetch()} />
    </Card>
  )
}

/** What inspections found of each charge, one below the other. */
export const ChargeOutcomes = ({ charge }: { readonly charge: Charge }) => {
  const { words, language } = useSpoken()
  const { outcomes, hold, former } = charge
  if (outcomes.length === 0 && hold === null && former.length === 0) return null
  return (
    <Card size="small" title={`${words.outcomeOf} · ${words.signatures[charge.signature]}`}>
      <ul className="facts">
        {outcomes.map(one => (
          <li key={one.sequence}>
            <span className="sentence">
              <span className="quiet">
                {timeText(one.recordedAt)} {one.recordedBy}
              </span>{' '}
              <strong>{words.outcomes[one.outcome]}</strong>
              {one.cause !== null && ` · ${words.causes[one.cause]}`}
              {!one.final && ` · ${words.rooms.proposedOnly}`}
              {one.lapsed && ` · ${words.rooms.lapsed}`}
              <br />
              {one.note}
              {one.inspectedOn !== null && ` · ${words.inspectedOn} ${one.inspectedOn}`}
              {one.metRunning === true && ` · ${words.metRunning}`}
            </span>
          </li>
        ))}
        {hold !== null && <li>{hold[language]}</li>}
        {former.map(one => (
          <li key={`${one.number} ${one.closedAt}`}>
            <span className="sentence">
              <span className="quiet">
                {words.former} · <CaseLink number={one.number} /> {dateText(one.closedAt)}
              </span>{' '}
              <strong>{words.outcomes[one.outcome]}</strong>
              <br />
              {one[language]}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** What the district reported back. */
export const CaseFeedback = ({ view: { feedback } }: OfCase) => {
  const { words, language } = useSpoken()
  if (feedback.length === 0) return null
  return (
    <Card size="small" title={words.feedback}>
      <ul className="facts">
        {feedback.map(one => (
          <li key={one.sequence}>
            <span className="sentence">
              <span className="quiet">
                {timeText(one.at)} {one.by}
              </span>
              {one.found.map(({ signature, found, text }) => (
                <div key={signature}>
                  {words.signatures[signature]}: <strong>{words.foundNames[found]}</strong> {text}
                </div>
              ))}
              {one.words.length > 0 && (
                <div>
                  {words.measures}: {one.words.map(measure => measure[language]).join('、')}
                </div>
              )}
              {one.inspectedOn !== null && (
                <div>
                  {words.inspectedOn} {one.inspectedOn}
                </div>
              )}
              {one.note}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** What the registry holds of the customer, with the days it holds for. */
export const CaseRegistry = ({ view: { customerId } }: OfCase) => {
  const words = useWords()
  const { abilities } = useMe()
  const may = abilities.includes('registry.read')
  const { data, error } = useQuery({
    queryKey: ['registry', customerId],
    enabled: may,
    queryFn: () => dataOf(api.GET('/v1/registry', { params: { query: { customer: customerId } } })),
  })
  if (!may) return null
  if (error) return <ProblemNote error={error} />
  return (
    <Card size="small" title={words.registry} loading={!data}>
      <ul className="facts">
        {data?.meters.map(one => (
          <li key={`${one.meterId} ${one.validFrom}`}>
            <span className="sentence">
              <strong>{one.meterId}</strong> {one.pointId !== one.meterId && one.pointId}
              {' · '}
              {words.rooms.customerStatuses[one.status]}
              <br />
              {one.industryCode && `${words.rooms.industry} ${one.industryCode} · `}
              {wholeText(one.contractKva)} kVA · {one.voltageKv} kV
              {one.multiplier !== 1 && ` · CT×PT ${one.multiplier}`}
              <br />
              {words.rooms.licences}: {one.licensedProcesses.join('、') || words.rooms.none}
              {one.address && (
                <>
                  <br />
                  {one.address}
                </>
              )}
              {(one.validFrom ?? one.validTo) && (
                <>
                  <br />
                  <span className="quiet">
                    {one.validFrom ?? '…'} – {one.validTo ?? '…'}
                  </span>
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** What is known of the site besides this case: who watches it, and who answers for it. */
export const SiteHistory = ({ view: { customerId, knownGood } }: OfCase) => {
  const words = useWords()
  const { abilities } = useMe()
  const may = abilities.includes('watch.read')
  const { data, error } = useQuery({
    queryKey: ['watch', customerId],
    enabled: may,
    queryFn: () => dataOf(api.GET('/v1/watch', { params: { query: { customer: customerId } } })),
  })
  const entries = data?.entries ?? []
  if (error) return <ProblemNote error={error} />
  if (entries.length === 0 && knownGood.length === 0) return null
  return (
    <Card size="small" title={words.rooms.siteHistory}>
      <ul className="facts">
        {entries.map(one => (
          <li key={one.id}>
            <span className="sentence">
              <strong>
                {words.rooms.watched} · {words.rooms.watchReasons[one.reason]}
              </strong>
              {one.watchedFor !== null && ` · ${words.signatures[one.watchedFor]}`}
              <br />
              <span className="quiet">
                {one.since ?? '…'} – {one.until ?? '…'} {one.document}
              </span>
              {one.note !== '' && <div>{one.note}</div>}
            </span>
            {one.caseId !== null && <Link to={`/cases/${one.caseId}`}>{words.rooms.itsCase}</Link>}
          </li>
        ))}
        {knownGood.map(one => (
          <li key={one.id}>
            <span className="sentence">
              <strong>
                {words.knownGood} ·{' '}
                {one.signature === null ? words.rooms.all : words.signatures[one.signature]}
              </strong>
              <br />
              <span className="quiet">
                {one.owner} · {words.until} {one.until} · {words.rooms.hides} {one.hides}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
