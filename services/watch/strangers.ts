import type { NewWatch } from '../../schemas/watch.ts'
import type { RegistryView } from '../registry/index.ts'

/** Who stands in the registry. */
export type Known = Pick<RegistryView, 'hasCustomer' | 'hasPoint'>

/**
 * Why an entry would watch nobody: nothing but names that the registry does not have. With a transformer or an address
 * it watches whoever comes there. Undefined when it watches somebody.
 */
export const strangerIn = (
  { customerId, pointId, transformerId, address }: NewWatch,
  { hasCustomer, hasPoint }: Known,
): string | undefined => {
  if (transformerId !== '' || address !== '') return undefined
  if (hasCustomer(customerId) || hasPoint(pointId)) return undefined
  const names = [...(customerId ? [`customer ${customerId}`] : []), ...(pointId ? [`point ${pointId}`] : [])]
  return `The registry has no ${names.join(' and no ')}: name the address or the transformer too.`
}
