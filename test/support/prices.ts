import type { Decision, DecisionEntry } from '../../schemas/decision.ts'
import { Decision as DecisionSchema } from '../../schemas/decision.ts'
import type { PriceChangeContent } from '../../schemas/price-change.ts'
import { decidePriceChange, proposePriceChange } from '../../services/price-changes/index.ts'
import { person } from './people.ts'
import type { Station } from './station.ts'

const ONE = person('pricing.a', 'pricing')
const OTHER = person('pricing.b', 'pricing')

/** Puts a change up and has another person release it, at the station's time; answers the change's id. */
export const releaseChange = (
  { ports: { store }, clock }: Pick<Station, 'ports' | 'clock'>,
  content: PriceChangeContent,
): Promise<string> =>
  store.transact(async trx => {
    const proposed = await proposePriceChange(trx, { reason: 'test', content }, ONE, clock.now())
    if ('refused' in proposed) throw new Error(proposed.refused.detail)
    const { id } = proposed.change
    const order = { id, action: 'release', reason: '' } as const
    const released = await decidePriceChange(trx, order, OTHER, clock.now())
    if ('refused' in released) throw new Error(released.refused.detail)
    return id
  })

/** A line of a decision as people write it: what is left out is as usual. */
export type Line = Partial<DecisionEntry> & Pick<DecisionEntry, 'customerId' | 'from'>

/** A decision of one document on some lines. */
export const decisionOf = (documentNo: string, lines: readonly Line[]): Decision =>
  DecisionSchema.parse({
    documentNo,
    title: `关于 ${documentNo} 的决定`,
    issuer: '某区发展改革委',
    issuedOn: '2023-12-20',
    restsOn: '示例',
    entries: lines.map(line => ({ industry: '钢铁', category: '淘汰类', ...line })),
  })

/** Releases a decision; answers the ids of its lines. */
export const decide = async (
  station: Pick<Station, 'ports' | 'clock'>,
  documentNo: string,
  ...lines: readonly Line[]
): Promise<string[]> => {
  const id = await releaseChange(station, { kind: 'decision', decision: decisionOf(documentNo, lines) })
  return lines.map((_, i) => `${id}-${String(i + 1).padStart(5, '0')}`)
}
