import { Button, Card, Space, Tag } from 'antd'
import type { Charge } from '../api/client.ts'
import { useSpoken } from '../words/index.tsx'
import { type Span, spanOf } from './curve.ts'
import { placeOf } from './fact-place.ts'

type Fact = Charge['evidence'][number]

interface ChargeEvidenceProps {
  readonly charge: Charge
  /** Shows a stretch in the curve */
  readonly show: (span: Span) => void
}

const STRONGEST = 6

/** What speaks for and against, in the order of its weight; when it ran; what was weighed; what cannot be told. */
export const ChargeEvidence = ({ charge, show }: ChargeEvidenceProps) => {
  const { words, language } = useSpoken()
  const facts = charge.evidence.toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
  const isShown = (fact: Fact, i: number): boolean => i < STRONGEST || fact.weight < 0
  const rest = facts.filter((fact, i) => !isShown(fact, i))
  return (
    <>
      <Card size="small" title={words.evidence} extra={<Dates charge={charge} show={show} />}>
        <Facts facts={facts.filter(isShown)} charge={charge} show={show} />
        {rest.length > 0 && (
          <details>
            <summary>{words.moreFacts(rest.length)}</summary>
            <Facts facts={rest} charge={charge} show={show} />
          </details>
        )}
      </Card>
      <Card size="small" title={words.innocent}>
        <ul className="facts">
          {charge.innocent
            .toSorted((a, b) => b.plausibility - a.plausibility)
            .map(one => (
              <li key={one.name}>
                <span className="sentence">{one[language]}</span>
                <span className="number">
                  {words.plausibility} {Math.round(one.plausibility * 100)}%
                </span>
              </li>
            ))}
        </ul>
        {charge.innocent.length === 0 && <span className="quiet">{words.nothingHere}</span>}
      </Card>
      <Inspection charge={charge} />
    </>
  )
}

const Facts = ({ facts, charge, show }: ChargeEvidenceProps & { readonly facts: readonly Fact[] }) => (
  <ul className="facts">
    {facts.map(fact => (
      <FactLine key={fact.name} fact={fact} place={placeOf(fact, charge.dates)} show={show} />
    ))}
  </ul>
)

interface FactLineProps {
  readonly fact: Fact
  readonly place: Span | null
  readonly show: (span: Span) => void
}

/** A sentence with its numbers, how it weighs, and a way to its place in the curve. */
const FactLine = ({ fact, place, show }: FactLineProps) => {
  const { words, language } = useSpoken()
  const { weight, normal, normalZh } = fact
  const [sign, side, name] =
    weight > 0
      ? ['＋', 'for', words.weightFor]
      : weight < 0
        ? ['－', 'quiet', words.weightAgainst]
        : ['·', 'quiet', words.weightNone]
  return (
    <li>
      <span className={side} role="img" aria-label={name} title={name}>
        {sign}
      </span>
      <span className="sentence">
        {fact[language]}
        {normal !== undefined && (
          <span className="quiet">
            {' '}
            （{words.normal} {language === 'zh' ? (normalZh ?? normal) : normal}）
          </span>
        )}
      </span>
      {place && (
        <Button
          className="no-print"
          size="small"
          type="link"
          aria-label={`${words.jump}: ${fact[language]}`}
          onClick={() => show(place)}
        >
          {words.jump}
        </Button>
      )}
      <span className="number">{fact.amount[language]}</span>
      <meter min={0} max={1} value={Math.abs(weight)} aria-label={words.weight} title={weight.toFixed(2)} />
    </li>
  )
}

const Dates = ({ charge, show }: ChargeEvidenceProps) => {
  const { words } = useSpoken()
  return (
    <Space size={4} wrap className="no-print">
      {charge.dates.slice(-7).map(dated => (
        <Button
          key={`${dated.date} ${dated.from}`}
          size="small"
          aria-label={`${words.jump}: ${dated.date} ${dated.from}–${dated.to}`}
          onClick={() => show(spanOf(dated))}
        >
          {dated.date.slice(5)} {dated.from}
        </Button>
      ))}
    </Space>
  )
}

const Inspection = ({ charge }: { readonly charge: Charge }) => {
  const { words, language } = useSpoken()
  const { inspection, limits } = charge
  if (!inspection && limits.length === 0) return null
  return (
    <Card size="small" title={words.inspection}>
      {inspection && (
        <p>
          <strong>
            {inspection.from}–{inspection.to}
          </strong>{' '}
          {inspection[language]}{' '}
          {inspection.likelihoods.map(({ date, likelihood }) => (
            <Tag key={date}>
              {date.slice(5)} {Math.round(likelihood * 100)}%
            </Tag>
          ))}
        </p>
      )}
      {limits.length > 0 && (
        <>
          <h3>{words.limits}</h3>
          <ul>
            {limits.map(limit => (
              <li key={limit.en}>{limit[language]}</li>
            ))}
          </ul>
        </>
      )}
    </Card>
  )
}
