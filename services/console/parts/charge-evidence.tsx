import { Button, Card, Space, Tag } from 'antd'
import type { Charge } from '../api/client.ts'
import { useSpoken } from '../words/index.tsx'
import { type Span, spanOf } from './curve.ts'

interface ChargeEvidenceProps {
  readonly charge: Charge
  /** Shows a stretch in the curve */
  readonly show: (span: Span) => void
}

/** What speaks for and against, in the order of its weight; when it ran; what was weighed; what cannot be told. */
export const ChargeEvidence = ({ charge, show }: ChargeEvidenceProps) => {
  const { words, language } = useSpoken()
  const facts = charge.evidence.toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
  return (
    <>
      <Card size="small" title={words.evidence} extra={<Dates charge={charge} show={show} />}>
        <ul className="facts">
          {facts.map(fact => (
            <li key={fact.name}>
              <span
                className={fact.weight >= 0 ? 'for' : 'quiet'}
                title={fact.weight >= 0 ? words.weightFor : words.weightAgainst}
              >
                {fact.weight >= 0 ? '＋' : '－'}
              </span>
              <span className="sentence">
                {fact[language]}
                {fact.normal !== undefined && (
                  <span className="quiet">
                    {' '}
                    （{words.normal} {language === 'zh' ? (fact.normalZh ?? fact.normal) : fact.normal}）
                  </span>
                )}
              </span>
              <span className="number">{fact.amount[language]}</span>
            </li>
          ))}
        </ul>
      </Card>
      <Card size="small" title={words.innocent}>
        <ul className="facts">
          {charge.innocent.map(one => (
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
