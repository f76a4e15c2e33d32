import type { Schemas } from '../../api/client.ts'
import { useWords } from '../../words/index.tsx'
import { useSay } from './asked.ts'

type Sureness = Schemas['Sureness']

/** How surely something is known, always beside it; from memory it is marked 标准待核. */
export const SourceMark = ({ status }: { readonly status: Sureness }) => {
  const words = useWords()
  return (
    <span className={`sureness sureness-${status}`}>
      {status === 'decision' ? words.pricingPage.byDecision : words.sourceStatuses[status]}
      {status === 'memory' && ` · ${words.pricingPage.unverified}`}
    </span>
  )
}

interface AmountProps {
  readonly yuanPerKwh: string | null
  readonly toEnter: Schemas['RuleRow']['amount'] | null
  readonly status: Sureness
}

/** yuan/kWh with how surely it is known; what is not known says why, and never reads as 0. */
export const Amount = ({ yuanPerKwh, toEnter, status }: AmountProps) => {
  const words = useWords()
  const say = useSay()
  return (
    <span>
      {yuanPerKwh === null ? (
        <span className="gap">
          {words.pricingPage.unknown}
          {toEnter && `${words.pricingPage.colon}${say(toEnter)}`}
        </span>
      ) : (
        <strong className="number">
          +{yuanPerKwh} {words.yuan}/kWh
        </strong>
      )}{' '}
      <SourceMark status={status} />
    </span>
  )
}

/** 文号《标题》 */
export const DocumentText = (document: { readonly no: string | null; readonly title: string | null }) => (
  <>
    {document.no}
    {document.title && `《${document.title}》`}
  </>
)

/** First and last day; without a last one it holds until further notice. */
export const Days = ({ from, to }: { readonly from: string | null; readonly to: string | null }) => {
  const { pricingPage } = useWords()
  return (
    <span className="days">
      {from ?? '…'} – {to ?? pricingPage.openEnd}
    </span>
  )
}
