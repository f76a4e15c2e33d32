import { Card, Descriptions } from 'antd'
import type { Charge } from '../api/client.ts'
import { useSpoken } from '../words/index.tsx'
import { tenthText, yuanText } from './numbers.ts'

/** Which tier would apply, by which document, how surely it is known, and what it would come to. */
export const ChargeTier = ({ charge: { tier, estimate } }: { readonly charge: Charge }) => {
  const { words, language } = useSpoken()
  if (!tier) {
    return (
      <Card size="small" title={words.tier}>
        {words.noTier}
      </Card>
    )
  }
  return (
    <Card size="small" title={`${words.tier} · ${tier.label}`}>
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
