import { Card, Descriptions } from 'antd'
import { Link } from 'react-router'
import type { Charge } from '../api/client.ts'
import { useMe } from '../api/me.tsx'
import { useSpoken, useWords } from '../words/index.tsx'
import { tenthText, yuanText } from './numbers.ts'

interface ChargeTierProps {
  readonly charge: Charge
  readonly customerId: string
}

/** Which tier would apply, by which document, how surely it is known, and what it would come to. */
export const ChargeTier = ({ charge: { tier, estimate }, customerId }: ChargeTierProps) => {
  const { words, language } = useSpoken()
  if (!tier) {
    return (
      <Card size="small" title={words.tier} extra={<ToPricing customerId={customerId} />}>
        {words.noTier}
      </Card>
    )
  }
  return (
    <Card size="small" title={`${words.tier} · ${tier.label}`} extra={<ToPricing customerId={customerId} />}>
      {tier.firstMeasure && (
        <p>
          <strong>
            {words.firstMeasure}：{tier.firstMeasure}
          </strong>
        </p>
      )}
      <Descriptions
        size="small"
        column={1}
        items={[
          { key: 'tier', label: tier.category, children: `+${tier.yuanPerKwh} ${words.yuan}/kWh` },
          {
            key: 'document',
            label: words.document,
            children: `${tier.documentNo ?? ''}《${tier.documentTitle ?? ''}》`,
          },
          { key: 'from', label: words.effectiveFrom, children: tier.effectiveFrom },
          { key: 'status', label: words.sourceStatus, children: words.sourceStatuses[tier.sourceStatus] },
          { key: 'verified', label: words.verified, children: tier.verified[language] },
          ...(estimate
            ? [
                {
                  key: 'estimate',
                  label: words.estimate,
                  children: (
                    <div>
                      {estimate.from} – {estimate.to}
                      <br />
                      {tenthText(estimate.kwh)} kWh × {tier.yuanPerKwh} ={' '}
                      <strong>
                        {yuanText(estimate.yuan)} {words.yuan}
                      </strong>
                      <br />
                      <span className="quiet">
                        {words.attributable}: {tenthText(estimate.attributableKwh)} kWh,{' '}
                        {yuanText(estimate.attributableYuan)} {words.yuan}
                      </span>
                    </div>
                  ),
                },
              ]
            : []),
        ]}
      />
    </Card>
  )
}

/** What is decided of the customer, for whom the service would tell it. */
const ToPricing = ({ customerId }: Pick<ChargeTierProps, 'customerId'>) => {
  const words = useWords()
  if (!useMe().abilities.includes('pricing.read')) return null
  return (
    <Link
      className="no-print"
      to={`/pricing?${new URLSearchParams({ tab: 'customer', customer: customerId })}`}
    >
      {words.pricing}
    </Link>
  )
}
